import { primaryOf, type Service } from '../state/service.js'
import type { ServiceDeployment } from '../state/service-deployment.js'
import type { World } from '../world.js'
import { trip } from './rollback.js'

/** From ROLLBACK_REQUESTED to ROLLBACK_IN_PROGRESS. */
const requestedMs = 2_000

/** StopServiceDeployment rolls back regardless of the service's settings. */
export function requestRollback(world: World, service: Service, deployment: ServiceDeployment): void {
  if (deployment.status !== 'PENDING' && deployment.status !== 'IN_PROGRESS') return
  deployment.status = 'ROLLBACK_REQUESTED'
  deployment.updatedAt = world.now
  world.after(requestedMs, () => {
    const isPrimary = primaryOf(service).id === deployment.targetDigits
    if (deployment.status === 'ROLLBACK_REQUESTED' && isPrimary) trip(world, service, { kind: 'user' })
  })
}
