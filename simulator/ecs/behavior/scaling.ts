import { primaryOf, type Service } from '../state/service.js'
import type { World } from '../world.js'

/** Starts no deployment: the PRIMARY one scales. */
export function scale(world: World, service: Service, desiredCount: number): void {
  if (desiredCount === service.desiredCount) return
  service.desiredCount = desiredCount
  const primary = primaryOf(service)
  if (primary.rolloutState === 'COMPLETED') primary.desiredCount = desiredCount
  service.steady = false
  world.scheduleRun(service)
}
