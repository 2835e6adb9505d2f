/** JSON as the AWS CLI takes and prints it, and paths into it: `services[0].events[].message`. */

export type Json = string | number | boolean | null | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [member: string]: Json
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** All values at the path: `[]` stands for every item, `[0]` and `[-1]` for one. What is not there is left out. */
export function valuesAt(json: Json | undefined, path: string): readonly Json[] {
  const parts = path.match(/[^.[\]]+|\[-?\d*\]/g) ?? []
  let values: readonly Json[] = json === undefined ? [] : [json]
  for (const part of parts) values = values.flatMap(value => step(value, part))
  return values
}

/** The first of them. */
export function valueAt(json: Json | undefined, path: string): Json | undefined {
  return valuesAt(json, path)[0]
}

function step(value: Json, part: string): readonly Json[] {
  if (!part.startsWith('[')) {
    const member = isObject(value) ? value[part] : undefined
    return member === undefined ? [] : [member]
  }
  if (!isList(value)) return []
  if (part === '[]') return value
  const item = value.at(Number(part.slice(1, -1)))
  return item === undefined ? [] : [item]
}
