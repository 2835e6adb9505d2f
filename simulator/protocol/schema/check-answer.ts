import { AwsError } from '../../aws-error.js'
import { conform } from './conform.js'
import type { Schema } from './schema.js'

/** Raises what makes a wrong answer of our own a 500 that says what is wrong. */
export function checkAnswer(operation: string, schema: Schema, answer: object): void {
  // As the client will read it: without what has no value.
  const [wrong] = conform(schema, JSON.parse(JSON.stringify(answer))).findings
  if (!wrong) return
  const message = `The simulator's answer to ${operation} is wrong: ${wrong.message}.`
  throw new AwsError('InternalFailure', message, 500)
}
