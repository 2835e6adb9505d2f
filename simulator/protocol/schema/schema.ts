/**
 * Reads the schemas that an AWS SDK client carries for its own serializer into shapes that can be walked.
 * Knows smithy's compact encoding (@smithy/types, schema/static-schemas.d.ts); knows no service.
 */

/** A schema as the SDK exports it (`UpdateServiceRequest$`), or a reference to one inside another. */
export type Schema = unknown

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

const LIST = 0b0100_0000
const MAP = 0b1000_0000

export function shapeOf(schema: Schema): Shape {
  if (typeof schema === 'function') return shapeOf(schema())
  if (typeof schema === 'number') return simpleShape(schema)
  if (!Array.isArray(schema)) throw new TypeError(`not a schema: ${String(schema)}`)
  // A member with traits is a pair [schema, traits]; a schema has its namespace, a string, in second place.
  if (typeof schema[1] !== 'string') return shapeOf(schema[0])
  switch (schema[0]) {
    case 0:
      return shapeOf(schema[4])
    case 1:
      return { kind: 'list', of: schema[4] }
    case 2:
      return { kind: 'map', of: schema[5] }
    case 3:
    case 4:
    case -3:
      return structure(schema)
    default:
      throw new TypeError(`not a schema of data: ${schema[2]}`)
  }
}

function structure(schema: readonly unknown[]): Structure {
  const names = schema[4] as readonly string[]
  const schemas = schema[5] as readonly Schema[]
  const requiredCount = typeof schema[6] === 'number' ? schema[6] : 0
  return {
    kind: 'structure',
    name: String(schema[2]),
    members: new Map(names.map((name, index) => [name, schemas[index]])),
    required: names.slice(0, requiredCount),
  }
}

function simpleShape(code: number): Shape {
  if (code & LIST) return { kind: 'list', of: code & ~LIST }
  if (code & MAP) return { kind: 'map', of: code & ~MAP }
  switch (code) {
    case 0:
      return { kind: 'string' }
    case 1:
    case 17:
    case 19:
      return { kind: 'number' }
    case 2:
      return { kind: 'boolean' }
    case 4:
    case 5:
    case 6:
    case 7:
      return { kind: 'timestamp' }
    case 15:
      return { kind: 'document' }
    case 21:
      return { kind: 'blob' }
    default:
      throw new TypeError(`unknown schema code ${code}`)
  }
}
