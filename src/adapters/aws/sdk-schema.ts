import type { NormalizedSchema } from '@smithy/core/schema'
import type { StaticStructureSchema } from '@smithy/types'
import type { Shape } from '../../core/task-definition/shape.js'

/** Enum values, which the schemas lack. */
export type AllowedValues = (structure: string, member: string) => readonly string[] | undefined

/** A union counts as a structure. */
export function toShape(schema: NormalizedSchema, allowed: AllowedValues = () => undefined): Shape {
  if (schema.isStructSchema())
    return {
      kind: 'structure',
      members: once(() => membersOf(schema, allowed)),
      required: requiredIn(schema),
    }
  if (schema.isListSchema())
    return { kind: 'list', item: once(() => toShape(schema.getValueSchema(), allowed)) }
  if (schema.isMapSchema())
    return { kind: 'map', value: once(() => toShape(schema.getValueSchema(), allowed)) }
  if (schema.isStringSchema()) return { kind: 'string', allowed: undefined }
  if (schema.isNumericSchema()) return { kind: 'number' }
  if (schema.isBooleanSchema()) return { kind: 'boolean' }
  return { kind: 'any' }
}

function membersOf(schema: NormalizedSchema, allowed: AllowedValues): Readonly<Record<string, Shape>> {
  const structure = schema.getName() ?? ''
  const members = [...schema.structIterator()].map(
    ([name, member]) => [name, restrict(toShape(member, allowed), allowed(structure, name))] as const,
  )
  return Object.fromEntries(members)
}

/** Required members come first, and the schema has their number. */
function requiredIn(schema: NormalizedSchema): readonly string[] {
  const [, , , , names, , count = 0] = schema.getSchema() as StaticStructureSchema
  return names.slice(0, count)
}

function restrict(shape: Shape, values: readonly string[] | undefined): Shape {
  if (!values) return shape
  const value: Shape = { kind: 'string', allowed: values }
  return shape.kind === 'list' ? { kind: 'list', item: () => value } : value
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
