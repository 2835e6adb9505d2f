import { isIdentifier } from './identifier.js'

/** JSON as a value: what a task definition is while it travels through this action. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** From the root of a document to one value: member names and list indexes. */
export type Path = readonly (string | number)[]

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** The objects in a list; other items are left out. */
export function objectsIn(value: Json | undefined): JsonObject[] {
  return isList(value) ? value.filter(isObject) : []
}

/** The string in a member, if it is one. */
export function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** `containerDefinitions[0].image`; `…` stands for keys that are not plain identifiers. */
export function showPath(path: Path): string {
  return path
    .map((step, i) => {
      if (typeof step === 'number') return `[${step}]`
      return `${i === 0 ? '' : '.'}${isIdentifier(step) ? step : '…'}`
    })
    .join('')
}
