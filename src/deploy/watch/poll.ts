/**
 * One look at our deployment: the service deployment first, then the service, so that the second confirms the first.
 * Where service deployments may not be read, the service alone has to do, and the missing permission is said once.
 */

import type { Target } from '../../core/ecs/service.js'
import type { ServiceDeployment } from '../../core/ecs/service-deployment.js'
import { stageOf } from '../../core/ecs/service-deployment.js'
import { Fault, missingPermission } from '../../core/errors/api-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice } from '../../core/errors/notice.js'
import type { Sight, Tracked } from '../../core/watch/tracked-deployment.js'
import type { Clock, Ecs } from '../../ports.js'
import { insist } from '../retry/retry-within-poll.js'

export interface Lookout {
  /** raises Fault when the service cannot be read; faults of the optional read only leave it out */
  look(): Promise<Sight>
  /** requests of the last look that were sent again */
  repeats(): number
  /** service deployments may not be read */
  isBlind(): boolean
  /** known from the first look that found it */
  serviceDeploymentArn(): string | undefined
  /** what could not be read, each said once */
  notices(): readonly Notice[]
}

export function lookOut(
  ecs: Ecs,
  clock: Clock,
  target: Target,
  tracked: Tracked,
  cancelled: AbortSignal,
): Lookout {
  let arn: string | undefined
  let blind = false
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
    if (blind) return undefined
    try {
      return await insist(clock, cancelled, readOnce, repeating)
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      if (fault.kind === 'denied' || fault.kind === 'rejected') {
        blind = true
        notices.push(
          notice(`Watched by the service alone: ${missingPermission(fault)} would show more, and sooner.`),
        )
      }
      return undefined
    }
  }

  return {
    async look() {
      repeats = 0
      const serviceDeployment = await readServiceDeployment()
      const service = await insist(clock, cancelled, () => ecs.describeService(target, 'once'), repeating)
      return { at: clock.now(), service, ...(serviceDeployment ? { serviceDeployment } : {}) }
    },
    repeats: () => repeats,
    isBlind: () => blind,
    serviceDeploymentArn: () => arn,
    notices: () => notices,
  }
}
