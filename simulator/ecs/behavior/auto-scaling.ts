import { primaryOf, type Service } from '../state/service.js'
import type { World } from '../world.js'
import { scale } from './scaling.js'

/**
 * Within the target's limits; scaling in is off during a deployment (AmazonECS/latest/developerguide,
 * service-auto-scaling). Returns the new desired count.
 */
export function autoScale(world: World, service: Service, requested: number): number {
  const target = world.scalableTargets.find(resourceIdOf(service))
  if (target === undefined) throw new Error(`${service.name} is no scalable target`)
  const { desiredCount } = service
  const { suspended } = target
  const allowed = Math.min(target.max, Math.max(target.min, requested))
  if (allowed > desiredCount && !suspended.out) scale(world, service, allowed)
  if (allowed < desiredCount && !suspended.in && !isDeploying(service)) scale(world, service, allowed)
  return service.desiredCount
}

export function resourceIdOf({ clusterName, name }: Service): string {
  return `service/${clusterName}/${name}`
}

function isDeploying(service: Service): boolean {
  return primaryOf(service).rolloutState === 'IN_PROGRESS'
}
