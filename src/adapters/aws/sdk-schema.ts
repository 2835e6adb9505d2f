/** The schemas that an SDK client carries for its own serialiser, as shapes. Knows no service. */
import type { Shape } from '../../core/task-definition/shape.js'

/**
 * A schema of the SDK: a tuple for structures (3), lists (1) and maps (2), a number for simple kinds, a function for
 * a schema that is resolved late, and `[schema, traits]` for a member with traits.
 */
export type Schema = number | readonly unknown[] | (() => Schema)

const any: Shape = { kind: 'any' }

/** The values that a member of a structure takes: the schemas themselves know none. */
export type AllowedValues = (structure: string, member: string) => readonly string[] | undefined

export function toShape(schema: Schema, allowed: AllowedValues = () => undefined): Shape {
  if (typeof schema === 'function') return toShape(schema(), allowed)
  if (typeof schema === 'number') return simple(schema)
  const [kind] = schema
  switch (kind) {
    case 3: {
      const [, , structure, , names, schemas] = schema as [3, string, string, unknown, string[], Schema[]]
      const member = (name: string, i: number) =>
        allowing(toShape(schemas[i] ?? 15, allowed), allowed(structure, name))
      return {
        kind: 'structure',
        members: once(() => Object.fromEntries(names.map((name, i) => [name, member(name, i)]))),
      }
    }
    case 1: {
      const [, , , , item] = schema as [1, string, string, unknown, Schema]
      return { kind: 'list', item: once(() => toShape(item, allowed)) }
    }
    case 2: {
      const [, , , , , value] = schema as [2, string, string, unknown, Schema, Schema]
      return { kind: 'map', value: once(() => toShape(value, allowed)) }
    }
    default:
      return typeof kind === 'number' && schema.length > 2 ? any : toShape((kind ?? 15) as Schema, allowed)
  }
}

/** Numbers as the SDK encodes them: a kind in the low bits, 64 added for a list and 128 for a map of that kind. */
function simple(schema: number): Shape {
  if (schema >= 128) return { kind: 'map', value: () => simple(schema - 128) }
  if (schema >= 64) return { kind: 'list', item: () => simple(schema - 64) }
  switch (schema) {
    case 0:
      return { kind: 'string', allowed: undefined }
    case 1:
      return { kind: 'number' }
    case 2:
      return { kind: 'boolean' }
    default:
      return any
  }
}

/** A string, or a list of strings, that takes only these values. */
function allowing(shape: Shape, values: readonly string[] | undefined): Shape {
  if (!values) return shape
  return shape.kind === 'list'
    ? { kind: 'list', item: () => ({ kind: 'string', allowed: values }) }
    : { kind: 'string', allowed: values }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
