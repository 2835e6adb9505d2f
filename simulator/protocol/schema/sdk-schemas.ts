import type { StaticOperationSchema } from '@smithy/types'
import type { Schema } from './schema.js'

export interface OperationSchema {
  readonly input: Schema
  readonly output: Schema
}

export function operationSchemas(sdk: object): ReadonlyMap<string, OperationSchema> {
  const operations = Object.values<unknown>({ ...sdk }).filter(isOperation)
  return new Map(operations.map(([, , name, , input, output]) => [name, { input, output }]))
}

function isOperation(value: unknown): value is StaticOperationSchema {
  const operation: StaticOperationSchema[0] = 9
  return Array.isArray(value) && value[0] === operation
}
