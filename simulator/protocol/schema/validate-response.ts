import { AwsError } from '../../aws-error.js'
import type { Schema } from './schema.js'
import { validate } from './validate.js'

export function validateResponse(operation: string, schema: Schema, response: object): void {
  // As the client will read it.
  const [wrong] = validate(schema, JSON.parse(JSON.stringify(response))).mismatches
  if (!wrong) return
  const message = `The simulator's answer to ${operation} is wrong: ${wrong.message}.`
  throw new AwsError('InternalFailure', message, 500)
}
