import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'

const page = readFileSync('docs/simulator.md', 'utf8')
const rows = [...page.matchAll(/^\| `([a-z-]+)` \| .+ \| `([a-z-]+)` \|$/gm)].map(([, name, outcome]) => ({
  name,
  outcome,
}))

test('the documentation lists every scenario with its outcome, in their order', () => {
  expect(rows).toStrictEqual(Object.values(scenarios).map(({ name, outcome }) => ({ name, outcome })))
})
