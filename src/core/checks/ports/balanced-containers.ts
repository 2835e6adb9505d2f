/** Containers behind a load balancer, with hints about their port. */

import type { LoadBalancer } from '../../ecs/service.js'
import { servingIn } from '../../ecs/service.js'
import { configOf } from '../../resources/image-config.js'
import type { ImageConfig } from '../../resources/registry-image.js'
import type { RelatedResources } from '../../resources/related-resources.js'
import type { TargetGroup } from '../../resources/target-group.js'
import type { PortedContainer } from '../../task-definition/ports.js'
import { containerPortPath, findContainer, mappingOf } from '../../task-definition/ports.js'
import type { JsonObject, Path } from '../../text/json.js'
import { text } from '../../text/json.js'
import type { CheckContext } from '../check-context.js'

export interface Balanced {
  readonly balancer: LoadBalancer
  readonly groups: readonly TargetGroup[]
  readonly container: PortedContainer
  readonly image: string
  readonly config: ImageConfig | undefined
  /** the same container in the serving revision */
  readonly live: Live | undefined
}

export interface Live {
  readonly container: PortedContainer
  readonly image: string
  readonly config: ImageConfig | undefined
  /** COMPLETED with tasks running: what it shares with the new revision works */
  readonly proven: boolean
}

/** One per container port; `port-balancer` reports those that the task definition lacks. */
export function balancedContainers({ definition, observed, resources }: CheckContext): Balanced[] {
  if (!observed) return []
  const { service, live } = observed
  const proven = servingIn(service.deployments)?.rolloutState === 'COMPLETED'
  const known = resources.targetGroups.kind === 'found' ? resources.targetGroups.value : []
  return byPort(service.loadBalancers).flatMap((balancer): Balanced[] => {
    const container = findContainer(definition, balancer.container)
    if (!container || !mappingOf(container, balancer.port)) return []
    const before = findContainer(live, balancer.container)
    return [
      {
        balancer,
        groups: known.filter(({ arn }) => balancer.targetGroups.includes(arn)),
        ...withImage(container, definition, resources),
        live: before ? { ...withImage(before, live, resources), proven } : undefined,
      },
    ]
  })
}

function withImage(container: PortedContainer, definition: JsonObject, { images }: RelatedResources) {
  const image = text(container.value.image) ?? ''
  const lookup = images.get(image)
  const config =
    lookup?.kind === 'found' && lookup.value.kind === 'stored'
      ? configOf(lookup.value, definition)
      : undefined
  return { container, image, config }
}

/** Several target groups can share a container port. */
function byPort(balancers: readonly LoadBalancer[]): LoadBalancer[] {
  const merged = new Map<string, LoadBalancer>()
  for (const balancer of balancers) {
    const key = `${balancer.container}:${balancer.port}`
    const targetGroups = [...(merged.get(key)?.targetGroups ?? []), ...balancer.targetGroups]
    merged.set(key, { ...balancer, targetGroups })
  }
  return [...merged.values()]
}

export function mappingPath({ balancer, container }: Balanced): Path | undefined {
  const mapping = mappingOf(container, balancer.port)
  return mapping && containerPortPath(mapping)
}

export function hasSamePorts(a: readonly number[], b: readonly number[]): boolean {
  return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
}
