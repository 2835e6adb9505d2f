/** The ports of a task definition: which container has which, and how its network makes them reachable. */
import type { JsonObject, Path } from '../json.js'
import { isList, isObject, text } from '../json.js'

export interface Container {
  readonly name: string
  readonly definition: JsonObject
  /** where it stands in the task definition */
  readonly path: Path
  readonly mappings: readonly PortMapping[]
}

export interface PortMapping {
  readonly containerPort?: number
  /** `5000-5010` */
  readonly range?: string
  readonly hostPort?: number
  readonly path: Path
}

export function containersOf({ containerDefinitions }: JsonObject): Container[] {
  return objectsAt(containerDefinitions, ['containerDefinitions']).map(({ object, path }) => ({
    name: text(object.name) ?? '',
    definition: object,
    path,
    mappings: objectsAt(object.portMappings, [...path, 'portMappings']).map(toMapping),
  }))
}

export function findContainer(definition: JsonObject, name: string): Container | undefined {
  return containersOf(definition).find(container => container.name === name)
}

/** The mapping of this container port. */
export function mappingOf({ mappings }: Container, port: number): PortMapping | undefined {
  return mappings.find(({ containerPort, range }) => containerPort === port || isWithin(port, range))
}

/** What ECS takes an absent mode for differs between Linux and Windows: it stays absent. */
export function networkModeOf({ networkMode }: JsonObject): string | undefined {
  return text(networkMode)
}

function toMapping({ object, path }: Placed): PortMapping {
  const { containerPort, hostPort, containerPortRange } = object
  return {
    path,
    ...(typeof containerPort === 'number' && { containerPort }),
    ...(typeof hostPort === 'number' && { hostPort }),
    ...(typeof containerPortRange === 'string' && { range: containerPortRange }),
  }
}

interface Placed {
  readonly object: JsonObject
  readonly path: Path
}

/** The objects of a list, each with its place. */
function objectsAt(list: JsonObject[string] | undefined, path: Path): Placed[] {
  if (!isList(list)) return []
  return list.flatMap((object, i) => (isObject(object) ? [{ object, path: [...path, i] }] : []))
}

function isWithin(port: number, range = ''): boolean {
  const [from, to] = range.split('-').map(Number)
  return from !== undefined && to !== undefined && port >= from && port <= to
}
