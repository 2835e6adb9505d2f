/** action.yml says what the code does: the same inputs, defaults and outputs. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { planned } from '../../src/core/outcome/outcome.js'
import { inputTable } from '../../src/inputs/input-table.js'
import { readInputs } from '../../src/inputs/read-inputs.js'
import { outputs } from '../../src/report/outputs/outputs.js'
import { complete } from '../support/rollout-builders.js'

const action = parse(readFileSync('action.yml', 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

test('the table of inputs has the names and defaults of action.yml, in its order', () => {
  // A default that is an expression stands for something that only the runner has.
  const documented = Object.entries(action.inputs).map(
    ([name, { default: value = '' }]) => [name, value.replace(/^\$\{\{.*\}\}$/, '')] as const,
  )
  const read = Object.entries(inputTable).map(([name, row]) => [name, row.default] as const)
  expect(read).toStrictEqual(documented)
})

test('an input left out means what its default in action.yml says', () => {
  const given: Readonly<Record<string, string>> = { service: 'web' }
  const bare = readInputs(name => given[name] ?? '')
  // A default that is an expression stands for something that only the runner has.
  const defaults = (name: string) => action.inputs[name]?.default?.replace(/^\$\{\{.*\}\}$/, '') ?? ''
  const filled = readInputs(name => given[name] ?? defaults(name))
  expect(filled).toStrictEqual(bare)
})

test('the code sets exactly the outputs of action.yml', () => {
  const set = outputs(complete(planned([], undefined)))
  expect(Object.keys(set).sort()).toStrictEqual(Object.keys(action.outputs).sort())
})
