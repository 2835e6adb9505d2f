/**
 * One look at our deployment: the service deployment first, then the service, so that the second confirms the first.
 * Where service deployments may not be read, the service alone has to do, and the missing permission is said once.
 */
import { Fault, missingPermission } from '../core/fault.js'
import type { Notice } from '../core/notice.js'
import { notice } from '../core/notice.js'
import type { Target } from '../core/service/service.js'
import type { ServiceDeployment } from '../core/service/service-deployment.js'
import type { Sight, Tracked } from '../core/watch/tracked.js'
import type { Clock, Ecs } from '../ports.js'

export interface Lookout {
  /** raises Fault when the service cannot be read; faults of the optional read only leave it out */
  look(): Promise<Sight>
  /** known from the first look that found it */
  serviceDeploymentArn(): string | undefined
  /** what could not be read, each said once */
  notices(): readonly Notice[]
}

export function lookOut(ecs: Ecs, clock: Clock, target: Target, tracked: Tracked): Lookout {
  let arn: string | undefined
  let blind = false
  const notices: Notice[] = []

  async function readServiceDeployment(): Promise<ServiceDeployment | undefined> {
    if (blind) return undefined
    try {
      arn ??= await ecs.findServiceDeployment(target, tracked.deploymentId)
      return arn === undefined ? undefined : await ecs.describeServiceDeployment(arn)
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
      const serviceDeployment = await readServiceDeployment()
      const service = await ecs.describeService(target, 'once')
      return { at: clock.now(), service, ...(serviceDeployment ? { serviceDeployment } : {}) }
    },
    serviceDeploymentArn: () => arn,
    notices: () => notices,
  }
}
