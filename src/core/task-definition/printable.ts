/** A whole task definition as people may see it: every member, and only the values that redact.ts allows. */
import type { Json, JsonObject } from '../text/json.js'
import { isList, isObject } from '../text/json.js'
import { isVisible } from './redact.js'

/** Lists whose items have names that may be seen although nothing else of them may. */
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

type Steps = readonly (string | number)[]

function members(object: JsonObject, path: Steps): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([member, value]) => [member, show(value, [...path, member])]),
  )
}

function show(value: Json, path: Steps): Json {
  if (isList(value)) return value.map((item, i) => show(item, [...path, i]))
  if (isObject(value)) return members(value, path)
  return value === null || isVisible(path) || isName(path) ? value : hidden
}

function isName(path: Steps): boolean {
  const [list, position, member] = path.slice(-3)
  return typeof position === 'number' && typeof list === 'string' && member === names[list]
}
