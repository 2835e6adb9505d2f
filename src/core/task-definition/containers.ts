/** The containers of a task definition and their lists, each item with its path. Items that are no objects are left out. */
import type { JsonObject, Path } from '../text/json.js'
import { isList, isObject, showPath, text } from '../text/json.js'

export interface Placed {
  readonly value: JsonObject
  readonly path: Path
}

export interface Container extends Placed {
  /** for messages, also if it has none */
  readonly name: string
}

export function containersOf(definition: JsonObject): Container[] {
  return listedIn({ value: definition, path: [] }, 'containerDefinitions').map(({ value, path }) => ({
    name: text(value.name) || showPath(path),
    value,
    path,
  }))
}

/** The objects in a list member: `environment`, `portMappings`. */
export function listedIn({ value, path }: Placed, member: string): Placed[] {
  const list = value[member]
  if (!isList(list)) return []
  return list.flatMap((item, i) => (isObject(item) ? [{ value: item, path: [...path, member, i] }] : []))
}

/** An object member; an empty object if there is none. */
export function memberOf({ value, path }: Placed, member: string): Placed {
  const inner = value[member]
  return { value: isObject(inner) ? inner : {}, path: [...path, member] }
}

/** The secrets of the container itself, and of its log driver. */
export function secretsIn(container: Container): { readonly own: Placed[]; readonly logging: Placed[] } {
  return {
    own: listedIn(container, 'secrets'),
    logging: listedIn(memberOf(container, 'logConfiguration'), 'secretOptions'),
  }
}

/** Whether ECS checks the definition against the rules of Fargate. */
export function isForFargate({ requiresCompatibilities }: JsonObject): boolean {
  return isList(requiresCompatibilities) && requiresCompatibilities.includes('FARGATE')
}
