/**
 * One look at our deployment: the service deployment first, then the service, so that the second confirms the first.
 * Where service deployments may not be read, the service alone has to do, and the missing permission is said once.
 */

import type { Target } from '../../core/ecs/service.js'
import type { ServiceDeployment } from '../../core/ecs/service-deployment.js'
import { stageOf } from '../../core/ecs/service-deployment.js'
import { ApiError, missingPermission } from '../../core/errors/api-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice } from '../../core/errors/notice.js'
import type { Snapshot, Tracked } from '../../core/watch/tracked-deployment.js'
import type { Clock, Ecs } from '../../ports.js'
import { retryWithinPoll } from '../retry/retry-within-poll.js'

export interface DeploymentPoller {
  /** raises Fault when the service cannot be read; faults of the optional read only leave it out */
  poll(): Promise<Snapshot>
  /** requests of the last look that were sent again */
  repeats(): number
  /** service deployments may not be read */
  isAccessDenied(): boolean
  /** known from the first look that found it */
  serviceDeploymentArn(): string | undefined
  /** what could not be read, each said once */
  notices(): readonly Notice[]
}

export function createPoller(
  ecs: Ecs,
  clock: Clock,
  target: Target,
  tracked: Tracked,
  cancelled: AbortSignal,
): DeploymentPoller {
  let arn: string | undefined
  let accessDenied = false
  let repeats = 0
  const repeating = () => {
    repeats++
  }
  const notices: Notice[] = []

  async function readOnce(): Promise<ServiceDeployment | undefined> {
    const known = arn
    if (known !== undefined) return await ecs.describeServiceDeployment(known)
    const listed = await ecs.findServiceDeployment(target, tracked.deploymentId)
    if (!listed) return undefined
    arn = listed.arn
    // While it goes on the list says as much as its details do, and each is a call in the same bucket.
    return stageOf(listed) === 'ongoing' ? listed : await ecs.describeServiceDeployment(listed.arn)
  }

  async function readServiceDeployment(): Promise<ServiceDeployment | undefined> {
    if (accessDenied) return undefined
    try {
      return await retryWithinPoll(clock, cancelled, readOnce, repeating)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.kind === 'denied' || error.kind === 'rejected') {
        accessDenied = true
        notices.push(
          notice(`Watched by the service alone: ${missingPermission(error)} would show more, and sooner.`),
        )
      }
      return undefined
    }
  }

  return {
    async poll() {
      repeats = 0
      const serviceDeployment = await readServiceDeployment()
      const service = await retryWithinPoll(
        clock,
        cancelled,
        () => ecs.describeService(target, 'once'),
        repeating,
      )
      return { at: clock.now(), service, serviceDeployment }
    },
    repeats: () => repeats,
    isAccessDenied: () => accessDenied,
    serviceDeploymentArn: () => arn,
    notices: () => notices,
  }
}
