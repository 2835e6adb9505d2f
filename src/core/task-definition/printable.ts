/** Every member, but only safe values. */
import type { Json, JsonObject, Path } from '../text/json.js'
import { isList, isObject } from '../text/json.js'
import { isVisible } from './visible-members.js'

/** Lists that show only the names of their items. */
const names: Readonly<Record<string, string>> = {
  environment: 'name',
  secrets: 'name',
  secretOptions: 'name',
  tags: 'key',
}

const hidden = '***'

export function printable(definition: JsonObject): JsonObject {
  return members(definition, [])
}

function members(object: JsonObject, path: Path): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([member, value]) => [member, show(value, [...path, member])]),
  )
}

function show(value: Json, path: Path): Json {
  if (isList(value)) return value.map((item, i) => show(item, [...path, i]))
  if (isObject(value)) return members(value, path)
  return value === null || isVisible(path) || isName(path) ? value : hidden
}

function isName(path: Path): boolean {
  const [list, position, member] = path.slice(-3)
  return typeof position === 'number' && typeof list === 'string' && member === names[list]
}
