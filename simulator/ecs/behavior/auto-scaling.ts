/**
 * What a scaling policy of Application Auto Scaling may make of a service's desired count. When a policy wants how much
 * is for a scenario to say.
 */
import { primaryOf, type Service } from '../state/service.js'
import type { World } from '../world.js'
import { scale } from './scaling.js'

/**
 * A policy's alarm asks for a count. It stays within the target's limits, and scaling in is off while a deployment is
 * in progress (AmazonECS/latest/developerguide, service-auto-scaling). Returns the desired count afterwards.
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
