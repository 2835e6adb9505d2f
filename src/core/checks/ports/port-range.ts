/**
 * ECS: "Invalid port mapping for container 'app', cannot specify both single port and port range.", "Invalid
 * 'containerPortRange' setting for container 'app'.", "TCP container port '8085' is used multiple times in task when
 * networkMode=awsvpc." Under other modes, and for ranges under host, its words are not public.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */

import type { Container, Placed } from '../../task-definition/containers.js'
import { containersOf, listedIn } from '../../task-definition/containers.js'
import { networkModeOf } from '../../task-definition/ports.js'
import type { Path } from '../../text/json.js'
import { text } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'

export const portRange = defineCheck({ id: 'port-range', run })

function run(context: CheckContext): Findings {
  const { definition } = context
  const containers = containersOf(definition)
  const hasRange = containers.some(container => mappingsOf(container).some(isRange))
  if (!hasRange) return undefined
  const isShared = networkModeOf(definition) === 'awsvpc'
  const flaws = [
    ...containers.flatMap(container => rangeFlaws(container, networkModeOf(definition))),
    ...overlaps(isShared ? [containers] : containers.map(container => [container])),
  ]
  return flaws.map(flaw => toFinding(context, flaw))
}

function mappingsOf(container: Container): Placed[] {
  return listedIn(container, 'portMappings')
}

function isRange({ value }: Placed): boolean {
  return value.containerPortRange !== undefined
}

function rangeFlaws(container: Container, mode: string | undefined): Flaw[] {
  const { name } = container
  return mappingsOf(container)
    .filter(isRange)
    .flatMap(({ value, path }): Flaw[] => {
      const place = [...path, 'containerPortRange']
      const single = ['containerPort', 'hostPort'].find(member => value[member] !== undefined)
      if (single !== undefined) {
        const said = `container ${name}: a port mapping has containerPortRange and ${single}, but ECS takes only one of them`
        return [{ path: [...path, single], text: said, next: `Remove ${single}, or map it on its own.` }]
      }
      if (!boundsOf(value.containerPortRange)) {
        const said = `container ${name}: containerPortRange is not two ports from 1 to 65535, the lower one first`
        return [{ path: place, text: said, next: 'Write it as 8080-8090.' }]
      }
      if (mode !== 'host') return []
      const said = `container ${name} has a containerPortRange, which network mode host does not support`
      return [
        { path: place, text: said, next: 'Map each port on its own, or choose a different network mode.' },
      ]
    })
}

interface Range {
  readonly container: string
  readonly from: number
  readonly to: number
  readonly protocol: string
  readonly isSingle: boolean
  readonly path: Path
}

/** The check duplicate-port compares single ports. */
function overlaps(groups: readonly (readonly Container[])[]): Flaw[] {
  return groups.flatMap(containers => {
    const ranges = containers.flatMap(rangesOf)
    return ranges.flatMap((one, i): Flaw[] => {
      const other = ranges.slice(0, i).find(earlier => overlap(earlier, one))
      if (!other) return []
      const port = Math.max(one.from, other.from)
      return [
        {
          path: one.path,
          text: `${one.protocol} port ${port} is in two port mappings, of ${other.container} and of ${one.container}`,
          next: 'Map each port once.',
        },
      ]
    })
  })
}

function rangesOf(container: Container): Range[] {
  return mappingsOf(container).flatMap(({ value, path }) => {
    const { containerPort: port, containerPortRange: range } = value
    const bounds = range === undefined ? [port, port] : boundsOf(range)
    const [from, to] = bounds ?? []
    if (typeof from !== 'number' || typeof to !== 'number') return []
    const protocol = text(value.protocol) ?? 'tcp'
    return { container: container.name, from, to, protocol, isSingle: range === undefined, path }
  })
}

function overlap(one: Range, other: Range): boolean {
  if (one.isSingle && other.isSingle) return false
  return one.protocol === other.protocol && one.from <= other.to && other.from <= one.to
}

function boundsOf(range: unknown): readonly [number, number] | undefined {
  const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(String(range)) ?? []
  const [from, to] = [Number(first), Number(last)]
  return from >= 1 && from < to && to <= 65_535 ? [from, to] : undefined
}
