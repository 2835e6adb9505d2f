/** Before JSON is written: it would escape what surrounds a secret. */
import type { Json, JsonObject } from '../text/json.js'
import { isList, isObject } from '../text/json.js'
import { redact } from './redact.js'

/** Each string, also those that are keys. */
export function redactJson(json: Json): Json {
  if (typeof json === 'string') return redact(json, [])
  if (isList(json)) return json.map(redactJson)
  return isObject(json) ? redactMembers(json) : json
}

export function redactMembers(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [redact(key, []), redactJson(value)]),
  )
}
