/** Fills the references of a step's input: `<cluster>` is what the settings or an earlier step call so. */
import { isList, isObject, type Json, type JsonObject } from './json.js'

export type Values = Readonly<Record<string, Json>>

/** Throws a RangeError for a name that nothing has. */
export function resolveInput(input: JsonObject, values: Values): JsonObject {
  return Object.fromEntries(Object.entries(input).map(([member, value]) => [member, resolve(value, values)]))
}

/** The names in an input. */
export function referencesIn(input: Json): readonly string[] {
  return [...JSON.stringify(input).matchAll(/<(\w+)>/g)].map(([, name = '']) => name)
}

function resolve(value: Json, values: Values): Json {
  if (isList(value)) return value.map(item => resolve(item, values))
  if (isObject(value)) return resolveInput(value, values)
  if (typeof value !== 'string') return value
  const [, whole] = /^<(\w+)>$/.exec(value) ?? []
  if (whole !== undefined) return referenced(whole, values)
  return value.replace(/<(\w+)>/g, (_, name: string) => String(referenced(name, values)))
}

function referenced(name: string, values: Values): Json {
  const value = values[name]
  if (value === undefined) throw new RangeError(`nothing is known as <${name}> at this step`)
  return value
}
