/**
 * ECS: "A dependency container with SUCCESS or COMPLETE condition cannot be an essential container", "A dependency
 * container with HEALTHY condition must have health check configured", "Container links should not have a cycle". What
 * it says to a cycle in dependsOn is not public: no container of it could start.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
 */

import type { Container } from '../../task-definition/containers.js'
import { containersOf, listedIn } from '../../task-definition/containers.js'
import { enumerate } from '../../text/enumerate.js'
import type { Path } from '../../text/json.js'
import { isList, isObject, text } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'

interface Edge {
  readonly from: string
  readonly to: string
  readonly path: Path
}

export const containerDependency = defineCheck({ id: 'container-dependency', run })

function run(context: CheckContext): Findings {
  const containers = containersOf(context.definition)
  const dependencies = containers.flatMap(dependenciesOf)
  const links = containers.flatMap(linksOf)
  if (dependencies.length + links.length === 0) return undefined
  const flaws = [
    ...containers.flatMap(container => conditionFlaws(container, containers)),
    ...cycleFlaw(dependencies, 'depend on'),
    ...cycleFlaw(links, 'link to'),
  ]
  return flaws.map(flaw => toFinding(context, flaw))
}

function conditionFlaws(container: Container, containers: readonly Container[]): Flaw[] {
  return listedIn(container, 'dependsOn').flatMap(({ value, path }): Flaw[] => {
    const other = containers.find(one => one.value.name === value.containerName)
    const condition = text(value.condition) ?? ''
    if (!other) return []
    const place = [...path, 'condition']
    if (['SUCCESS', 'COMPLETE'].includes(condition) && other.value.essential !== false) {
      const said = `container ${container.name} waits for ${other.name} with ${condition}, but ${other.name} is essential: the task ends when it does`
      const next = `Set essential of ${other.name} to false, or wait for START or HEALTHY.`
      return [{ path: place, text: said, next }]
    }
    if (condition !== 'HEALTHY' || isObject(other.value.healthCheck)) return []
    const said = `container ${container.name} waits until ${other.name} is HEALTHY, but ${other.name} has no healthCheck`
    return [{ path: place, text: said, next: `Add a healthCheck to ${other.name}, or wait for START.` }]
  })
}

function dependenciesOf(container: Container): Edge[] {
  return listedIn(container, 'dependsOn').flatMap(({ value, path }) => {
    const to = text(value.containerName)
    return to ? [{ from: container.name, to, path }] : []
  })
}

/** `database` or `database:alias` */
function linksOf({ name: from, value, path }: Container): Edge[] {
  const { links } = value
  if (!isList(links)) return []
  return links.flatMap((link, i) => {
    const [to] = (text(link) ?? '').split(':')
    return to ? [{ from, to, path: [...path, 'links', i] }] : []
  })
}

function cycleFlaw(edges: readonly Edge[], how: string): Flaw[] {
  const cycle = edges.map(edge => cycleFrom(edge, edges)).find(found => found !== undefined)
  const first = cycle?.at(0)
  if (!cycle || !first) return []
  const names = cycle.map(({ from }) => from)
  const said =
    names.length === 1
      ? `container ${first.from} is made to ${how} itself`
      : `containers ${enumerate(names)} ${how} each other in a circle`
  return [{ path: first.path, text: said, next: 'Remove one of these references.' }]
}

/** The shortest way back. */
function cycleFrom(start: Edge, edges: readonly Edge[]): readonly Edge[] | undefined {
  const visited = new Set<string>()
  let ways: readonly (readonly Edge[])[] = [[start]]
  while (ways.length > 0) {
    const back = ways.find(way => way.at(-1)?.to === start.from)
    if (back) return back
    ways = ways.flatMap(way => {
      const here = way.at(-1)?.to ?? ''
      if (visited.has(here)) return []
      visited.add(here)
      return edges.filter(({ from }) => from === here).map(edge => [...way, edge])
    })
  }
  return undefined
}
