/** action.yml says what the code does: the same inputs, defaults and outputs. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { planned } from '../../src/core/outcome/outcome.js'
import type { InputRow } from '../../src/inputs/input-row.js'
import { inputTable } from '../../src/inputs/input-table.js'
import { readInputs } from '../../src/inputs/read-inputs.js'
import { outputs } from '../../src/report/outputs/outputs.js'
import { complete } from '../support/rollout-builders.js'

const action = parse(readFileSync('action.yml', 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>
}

const plan = JSON.parse(readFileSync('docs/schema/plan.json', 'utf8')) as {
  readonly properties: {
    readonly update: Schema & { readonly properties: { readonly deploymentConfiguration: Schema } }
  }
}

test('the table of inputs has the names and defaults of action.yml, in its order', () => {
  // A default that is an expression stands for something that only the runner has.
  const documented = Object.entries(action.inputs).map(
    ([name, { default: value = '' }]) => [name, value.replace(/^\$\{\{.*\}\}$/, '')] as const,
  )
  const read = Object.entries(inputTable).map(([name, row]) => [name, row.default] as const)
  expect(read).toStrictEqual(documented)
})

test('a missing input has the default of action.yml', () => {
  const given: Readonly<Record<string, string>> = { service: 'web' }
  const bare = readInputs(name => given[name] ?? '')
  // A default that is an expression stands for something that only the runner has.
  const defaults = (name: string) => action.inputs[name]?.default?.replace(/^\$\{\{.*\}\}$/, '') ?? ''
  const filled = readInputs(name => given[name] ?? defaults(name))
  expect(filled).toStrictEqual(bare)
})

test('docs/schema/plan.json has each setting that an input sets', () => {
  const table: Readonly<Record<string, InputRow<unknown>>> = inputTable
  const settings = Object.values(table).flatMap(({ setting }) => setting ?? [])
  const { properties } = plan.properties.update
  const documented = [
    ...Object.keys(properties),
    ...Object.keys(properties.deploymentConfiguration.properties),
  ]
  expect(settings.length).toBeGreaterThanOrEqual(6)
  expect(settings.filter(name => !documented.includes(name))).toStrictEqual([])
})

test('the code sets exactly the outputs of action.yml', () => {
  const set = outputs(complete(planned([], undefined)), {})
  expect(Object.keys(set).sort()).toStrictEqual(Object.keys(action.outputs).sort())
})
