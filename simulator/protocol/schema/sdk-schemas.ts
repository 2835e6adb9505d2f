/** The operations of a service with their members, from the schemas that its SDK client exports. */
import type { Schema } from './schema.js'

export interface OperationSchema {
  readonly input: Schema
  readonly output: Schema
}

/** Smithy's code for the schema of an operation: [9, namespace, name, traits, input, output]. */
const OPERATION = 9

export function operationSchemas(sdk: object): ReadonlyMap<string, OperationSchema> {
  return new Map(
    Object.values<unknown>(sdk as Record<string, unknown>)
      .filter((schema): schema is readonly unknown[] => Array.isArray(schema) && schema[0] === OPERATION)
      .map(schema => [String(schema[2]), { input: schema[4], output: schema[5] }]),
  )
}
