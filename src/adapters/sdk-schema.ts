/** The schemas that an SDK client carries for its own serialiser, as shapes. Knows no service. */
import type { Shape } from '../core/task-definition/shape.js'

/**
 * A schema of the SDK: a tuple for structures (3), lists (1) and maps (2), a number for simple kinds, a function for
 * a schema that is resolved late, and `[schema, traits]` for a member with traits.
 */
export type Schema = number | readonly unknown[] | (() => Schema)

const any: Shape = { kind: 'any' }

export function toShape(schema: Schema): Shape {
  if (typeof schema === 'function') return toShape(schema())
  if (typeof schema === 'number') return simple(schema)
  const [kind] = schema
  switch (kind) {
    case 3: {
      const [, , , , names, schemas] = schema as [3, string, string, unknown, string[], Schema[]]
      return {
        kind: 'structure',
        members: once(() => Object.fromEntries(names.map((name, i) => [name, toShape(schemas[i] ?? 15)]))),
      }
    }
    case 1: {
      const [, , , , item] = schema as [1, string, string, unknown, Schema]
      return { kind: 'list', item: once(() => toShape(item)) }
    }
    case 2: {
      const [, , , , , value] = schema as [2, string, string, unknown, Schema, Schema]
      return { kind: 'map', value: once(() => toShape(value)) }
    }
    default:
      return typeof kind === 'number' && schema.length > 2 ? any : toShape((kind ?? 15) as Schema)
  }
}

/** Numbers as the SDK encodes them: a kind in the low bits, 64 added for a list and 128 for a map of that kind. */
function simple(schema: number): Shape {
  if (schema >= 128) return { kind: 'map', value: () => simple(schema - 128) }
  if (schema >= 64) return { kind: 'list', item: () => simple(schema - 64) }
  switch (schema) {
    case 0:
      return { kind: 'string' }
    case 1:
      return { kind: 'number' }
    case 2:
      return { kind: 'boolean' }
    default:
      return any
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
