/** Containers and their lists, with paths. Items that are not objects are left out. */
import type { JsonObject, Path } from '../text/json.js'
import { isList, isObject, showPath, text } from '../text/json.js'

export interface Placed {
  readonly value: JsonObject
  readonly path: Path
}

export interface Container extends Placed {
  /** never empty, for messages */
  readonly name: string
}

export function containersOf(definition: JsonObject): Container[] {
  return listedIn({ value: definition, path: [] }, 'containerDefinitions').map(({ value, path }) => ({
    name: text(value.name) || showPath(path),
    value,
    path,
  }))
}

/** `member`: `environment`, `portMappings` */
export function listedIn({ value, path }: Placed, member: string): Placed[] {
  const list = value[member]
  if (!isList(list)) return []
  return list.flatMap((item, i) => (isObject(item) ? [{ value: item, path: [...path, member, i] }] : []))
}

export function memberOf({ value, path }: Placed, member: string): Placed {
  const inner = value[member]
  return { value: isObject(inner) ? inner : {}, path: [...path, member] }
}

export function secretsIn(container: Container): { readonly own: Placed[]; readonly logging: Placed[] } {
  return {
    own: listedIn(container, 'secrets'),
    logging: listedIn(memberOf(container, 'logConfiguration'), 'secretOptions'),
  }
}

/** Whether ECS applies Fargate's rules. */
export function isForFargate({ requiresCompatibilities }: JsonObject): boolean {
  return isList(requiresCompatibilities) && requiresCompatibilities.includes('FARGATE')
}

/** ECS derives the health of a task from its essential containers (API_Task). */
export function checksHealth(definition: JsonObject): boolean {
  return containersOf(definition).some(
    ({ value }) => value.essential !== false && isObject(value.healthCheck),
  )
}
