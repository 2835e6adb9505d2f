/** The published schemas of the outputs, ready to validate with. */
import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false })

const compiled: Readonly<Record<'result' | 'plan', ValidateFunction>> = {
  result: compile('docs/schema/result.json'),
  plan: compile('docs/schema/plan.json'),
}

function compile(path: string): ValidateFunction {
  return ajv.compile(JSON.parse(readFileSync(path, 'utf8')))
}

/** What the schema finds wrong with an output, one line each. An output that is not set is not valid. */
export function complaints(name: 'result' | 'plan', output: string | undefined): string[] {
  const validate = compiled[name]
  validate(output ? JSON.parse(output) : undefined)
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}
