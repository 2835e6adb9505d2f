import type { Document } from '../state/document.js'
import { asList, type Container } from './rule.js'

/** Messages seen from ECS (badmintoncryer/cdk-preflight, rules/ecs) unless a comment says otherwise. */
export function portRefusal(definition: Document, containers: readonly Container[]): string | undefined {
  const mode = String(definition.networkMode ?? 'bridge')
  for (const container of containers) {
    const message = mappingRefusal(container, mode)
    if (message !== undefined) return message
  }
  const ports = containers.flatMap(({ portMappings }) => asList(portMappings))
  return hostPortRefusal(ports, mode) ?? rangeOverlap(containers, mode) ?? nameRefusal(ports, mode)
}

function mappingRefusal({ name, portMappings }: Container, mode: string): string | undefined {
  for (const { containerPort, hostPort, containerPortRange: range } of asList(portMappings)) {
    // Documented for containerDefinitions.portMappings; the wording is ours.
    if (mode === 'none') return 'Port mappings are not supported when networkMode=none.'
    // Seen in aws/aws-cli, issue 7288.
    if (containerPort === undefined && range === undefined) {
      return `Invalid 'containerPort' setting for container '${name}'.`
    }
    if (range === undefined) continue
    if (containerPort !== undefined || hostPort !== undefined) {
      return `Invalid port mapping for container '${name}', cannot specify both single port and port range.`
    }
    // That a range needs bridge or awsvpc is documented; the wording is ours.
    if (boundsOf(range) === undefined || mode === 'host') {
      return `Invalid 'containerPortRange' setting for container '${name}'.`
    }
  }
  return undefined
}

function hostPortRefusal(ports: readonly Document[], mode: string): string | undefined {
  const fixed = ports.filter(({ hostPort }) => hostPort !== undefined && hostPort !== 0)
  const hostPorts = fixed.map(port => `${protocolOf(port)} host port '${port.hostPort}'`)
  const duplicate = hostPorts.find((port, index) => hostPorts.indexOf(port) !== index)
  if (duplicate !== undefined) return `${duplicate} is mapped multiple times in task.`
  if (mode !== 'awsvpc' && mode !== 'host') return undefined
  return fixed.some(({ hostPort, containerPort }) => hostPort !== containerPort)
    ? `When networkMode=${mode}, the host ports and container ports in port mappings must match.`
    : undefined
}

type Range = {
  readonly from: number
  readonly to: number
  readonly protocol: string
  readonly single: boolean
}

/** Under awsvpc in the task; else in each container, which is documented (API_PortMapping), with wording of ours. */
function rangeOverlap(containers: readonly Container[], mode: string): string | undefined {
  const lists = containers.map(({ portMappings }) => asList(portMappings).flatMap(toRange))
  for (const ranges of mode === 'awsvpc' ? [lists.flat()] : lists) {
    for (const [index, one] of ranges.entries()) {
      const other = ranges.slice(0, index).find(earlier => overlaps(earlier, one))
      if (other === undefined) continue
      const port = Math.max(one.from, other.from)
      return `${one.protocol} container port '${port}' is used multiple times in task when networkMode=${mode}.`
    }
  }
  return undefined
}

function toRange(port: Document): Range[] {
  const protocol = protocolOf(port)
  if (port.containerPortRange === undefined) {
    const single = Number(port.containerPort)
    return [{ from: single, to: single, protocol, single: true }]
  }
  const [from, to] = boundsOf(port.containerPortRange) ?? []
  return from === undefined || to === undefined ? [] : [{ from, to, protocol, single: false }]
}

/** What ECS says of two single ports without host ports is not known. */
function overlaps(one: Range, other: Range): boolean {
  if (one.single && other.single) return false
  return one.protocol === other.protocol && one.from <= other.to && other.from <= one.to
}

function nameRefusal(ports: readonly Document[], mode: string): string | undefined {
  const names = ports.map(port => port.name).filter(name => name !== undefined)
  return mode === 'awsvpc' && new Set(names).size < names.length
    ? 'When networkMode=awsvpc, port mapping name is already used'
    : undefined
}

function boundsOf(range: unknown): readonly [number, number] | undefined {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(String(range)) ?? []
  const [from, to] = [Number(first), Number(last)]
  return from >= 1 && from < to && to <= 65_535 ? [from, to] : undefined
}

function protocolOf({ protocol }: Document): string {
  return String(protocol ?? 'tcp').toUpperCase()
}
