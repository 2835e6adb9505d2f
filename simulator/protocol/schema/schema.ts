/** Turns the schemas that AWS SDK clients carry for their serializers into shapes. */
import { NormalizedSchema } from '@smithy/core/schema'
import type { $SchemaRef, StaticStructureSchema } from '@smithy/types'

/** As the SDK exports it (`UpdateServiceRequest$`). */
export type Schema = $SchemaRef | NormalizedSchema

export type Shape =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'timestamp' | 'blob' | 'document' }
  | { readonly kind: 'list'; readonly of: Schema }
  | { readonly kind: 'map'; readonly of: Schema }
  | Structure

export interface Structure {
  readonly kind: 'structure'
  readonly name: string
  readonly members: ReadonlyMap<string, Schema>
  readonly required: readonly string[]
}

const shapes = new WeakMap<NormalizedSchema, Shape>()

export function shapeOf(schema: Schema): Shape {
  const normalized = NormalizedSchema.of(schema)
  const known = shapes.get(normalized)
  if (known !== undefined) return known
  const shape = readShape(normalized)
  shapes.set(normalized, shape)
  return shape
}

function readShape(schema: NormalizedSchema): Shape {
  if (schema.isUnitSchema()) return { kind: 'structure', name: 'Unit', members: new Map(), required: [] }
  if (schema.isStructSchema()) return structure(schema)
  if (schema.isListSchema()) return { kind: 'list', of: schema.getValueSchema() }
  if (schema.isMapSchema()) return { kind: 'map', of: schema.getValueSchema() }
  if (schema.isStringSchema()) return { kind: 'string' }
  if (schema.isNumericSchema() || schema.isBigIntegerSchema() || schema.isBigDecimalSchema()) {
    return { kind: 'number' }
  }
  if (schema.isBooleanSchema()) return { kind: 'boolean' }
  if (schema.isTimestampSchema()) return { kind: 'timestamp' }
  if (schema.isBlobSchema()) return { kind: 'blob' }
  if (schema.isDocumentSchema()) return { kind: 'document' }
  throw new TypeError(`not a schema of data: ${schema.getName()}`)
}

/** Required members come first, and the schema has their number. */
function structure(schema: NormalizedSchema): Structure {
  const [, , name, , names, , requiredCount = 0] = schema.getSchema() as StaticStructureSchema
  return {
    kind: 'structure',
    name,
    members: new Map(schema.structIterator()),
    required: names.slice(0, requiredCount),
  }
}
