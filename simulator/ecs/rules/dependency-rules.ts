import type { Document } from '../state/document.js'
import { asList, type Container } from './rule.js'

/** Messages seen from ECS (badmintoncryer/cdk-preflight, rules/ecs) unless a comment says otherwise. */
export function dependencyRefusal(
  _definition: Document,
  containers: readonly Container[],
): string | undefined {
  for (const { containerName, condition } of containers.flatMap(({ dependsOn }) => asList(dependsOn))) {
    const other = containers.find(({ name }) => name === containerName)
    if (other === undefined)
      return `Cannot depend on container + '${containerName}' because it does not exist`
    if ((condition === 'SUCCESS' || condition === 'COMPLETE') && other.essential !== false) {
      return 'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container'
    }
    if (condition === 'HEALTHY' && other.healthCheck === undefined) {
      return 'A dependency container with HEALTHY condition must have health check configured'
    }
  }
  const dependencies = edges(containers, ({ dependsOn }) =>
    asList(dependsOn).map(({ containerName }) => containerName),
  )
  // No such task could start; the wording is ours.
  if (hasCycle(dependencies)) return 'Container dependencies should not have a cycle'
  // Seen in Shippable/support, issue 4194.
  const links = edges(containers, ({ links: names }) => asList(names).map(link => String(link).split(':')[0]))
  return hasCycle(links) ? 'Container links should not have a cycle' : undefined
}

type Edges = ReadonlyMap<unknown, readonly unknown[]>

function edges(containers: readonly Container[], to: (container: Container) => readonly unknown[]): Edges {
  return new Map(containers.map(container => [container.name, to(container)]))
}

function hasCycle(graph: Edges): boolean {
  const leadsTo = (from: unknown, wanted: unknown, visited: Set<unknown>): boolean =>
    (graph.get(from) ?? []).some(next => {
      if (next === wanted) return true
      if (visited.has(next)) return false
      visited.add(next)
      return leadsTo(next, wanted, visited)
    })
  return [...graph.keys()].some(name => leadsTo(name, name, new Set()))
}
