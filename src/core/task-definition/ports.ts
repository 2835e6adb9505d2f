import type { JsonObject, Path } from '../text/json.js'
import { text } from '../text/json.js'
import type { Container, Placed } from './containers.js'
import { containersOf, listedIn } from './containers.js'

export interface PortedContainer extends Container {
  readonly mappings: readonly PortMapping[]
}

export interface PortMapping {
  readonly containerPort: number | undefined
  /** `5000-5010` */
  readonly range: string | undefined
  readonly hostPort: number | undefined
  readonly name: string | undefined
  readonly path: Path
}

export function portedContainersOf(definition: JsonObject): PortedContainer[] {
  return containersOf(definition).map(container => ({
    ...container,
    mappings: listedIn(container, 'portMappings').map(toMapping),
  }))
}

export function findContainer(definition: JsonObject, name: string): PortedContainer | undefined {
  return portedContainersOf(definition).find(({ value }) => value.name === name)
}

export function mappingOf({ mappings }: PortedContainer, port: number): PortMapping | undefined {
  return mappings.find(({ containerPort, range }) => containerPort === port || isWithin(port, range))
}

export function containerPortPath({ path, range }: PortMapping): Path {
  return [...path, range === undefined ? 'containerPort' : 'containerPortRange']
}

/** undefined if absent: the default differs between Linux and Windows. */
export function networkModeOf({ networkMode }: JsonObject): string | undefined {
  return text(networkMode)
}

function toMapping({ value, path }: Placed): PortMapping {
  const { containerPort, hostPort, containerPortRange, name } = value
  return {
    path,
    containerPort: typeof containerPort === 'number' ? containerPort : undefined,
    hostPort: typeof hostPort === 'number' ? hostPort : undefined,
    name: text(name) || undefined,
    range: typeof containerPortRange === 'string' ? containerPortRange : undefined,
  }
}

function isWithin(port: number, range = ''): boolean {
  const [from, to] = range.split('-').map(Number)
  return from !== undefined && to !== undefined && port >= from && port <= to
}
