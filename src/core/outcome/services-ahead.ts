/** Services that stay on the new revision although another one did not get it. */
import { hasFailed } from './partial-failure.js'
import { rollbackTarget } from './requested-rollback.js'
import type { ServiceResult } from './service-result.js'

export interface ServiceAhead {
  readonly service: Extract<ServiceResult, { kind: 'ended' }>
  /** ARN of the revision that served before */
  readonly to: string
}

export function servicesAhead(services: readonly ServiceResult[]): readonly ServiceAhead[] {
  if (!services.some(isBehind)) return []
  return services.flatMap(service => {
    if (service.kind !== 'ended' || !isAhead(service.result.kind)) return []
    const { plan, tracked } = service.rollout
    const to = rollbackTarget(tracked, plan)
    return to === undefined ? [] : [{ service, to }]
  })
}

function isBehind(service: ServiceResult): boolean {
  if (service.kind === 'ended') return hasFailed(service.result)
  return service.kind === 'untouched' && service.name === 'refused'
}

function isAhead(kind: string): boolean {
  return kind === 'succeeded' || kind === 'idle'
}
