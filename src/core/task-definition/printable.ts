/** Every member, but only safe values. */
import { redact } from '../redaction/redact.js'
import type { Json, JsonObject, Path } from '../text/json.js'
import { isList, isObject } from '../text/json.js'
import { showName } from '../text/name.js'
import { isNameAt, showStep } from './hidden-names.js'
import { isVisible } from './visible-members.js'

const hidden = '***'

export function printable(definition: JsonObject): JsonObject {
  return members(definition, [])
}

function members(object: JsonObject, path: Path): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([member, value]) => [
      redact(showStep(member, lastName(path)), []),
      show(value, [...path, member]),
    ]),
  )
}

function show(value: Json, path: Path): Json {
  if (isList(value)) return value.map((item, i) => show(item, [...path, i]))
  if (isObject(value)) return members(value, path)
  if (value !== null && !isVisible(path) && !isNameAt(path)) return hidden
  if (typeof value === 'string' && isNameAt(path)) return redact(showName(value), [])
  return typeof value === 'string' ? redact(value, []) : value
}

function lastName(path: Path): string | undefined {
  const last = path.at(-1)
  return typeof last === 'string' ? last : undefined
}
