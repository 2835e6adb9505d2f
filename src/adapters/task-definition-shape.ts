/** The SDK's schema of RegisterTaskDefinition as a shape to check task definitions against. */
import { RegisterTaskDefinitionRequest$ } from '@aws-sdk/client-ecs'
import type { Shape } from '../core/task-definition/shape.js'
import { allowedValues } from './task-definition-enums.js'

/**
 * A schema of the SDK: a tuple for structures (3), lists (1) and maps (2), a number for simple kinds, a function for
 * a schema that is resolved late, and `[schema, traits]` for a member with traits.
 */
type Schema = number | readonly unknown[] | (() => Schema)

const any: Shape = { kind: 'any' }

function toShape(schema: Schema): Shape {
  if (typeof schema === 'function') return toShape(schema())
  if (typeof schema === 'number') return simple(schema)
  const [kind] = schema
  switch (kind) {
    case 3: {
      const [, , structure, , names, schemas] = schema as [3, string, string, unknown, string[], Schema[]]
      return {
        kind: 'structure',
        members: once(() =>
          Object.fromEntries(
            names.map((name, i) => [
              name,
              allowing(toShape(schemas[i] ?? 15), allowedValues(structure, name)),
            ]),
          ),
        ),
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

/** A string, or a list of strings, that takes only these values. */
function allowing(shape: Shape, allowed: readonly string[] | undefined): Shape {
  if (!allowed) return shape
  return shape.kind === 'list'
    ? { kind: 'list', item: () => ({ kind: 'string', allowed }) }
    : { kind: 'string', allowed }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

export const taskDefinitionShape: Shape = toShape(RegisterTaskDefinitionRequest$ as unknown as Schema)
