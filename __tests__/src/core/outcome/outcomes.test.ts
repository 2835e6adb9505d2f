import { expect, test } from '@jest/globals'
import { combine, type OutcomeName, outcomes } from '../../../../src/core/outcome/outcomes.js'

test.each<{ name: string; services: readonly OutcomeName[]; run: OutcomeName | undefined }>([
  { name: 'no service has no outcome', services: [], run: undefined },
  { name: 'one service names the run', services: ['idle'], run: 'idle' },
  { name: 'a deployment says more than none', services: ['no-change', 'succeeded'], run: 'succeeded' },
  { name: 'an unverified success outweighs a verified one', services: ['succeeded', 'idle'], run: 'idle' },
  { name: 'a failure outweighs a rollback', services: ['failed', 'succeeded', 'rolled-back'], run: 'failed' },
  { name: 'not knowing outweighs a rollback', services: ['rolled-back', 'unknown'], run: 'unknown' },
])('$name', ({ services, run }) => {
  expect(combine(services)).toBe(run)
})

test('every red outcome outweighs every green one, and no two weigh the same', () => {
  const rows = Object.values(outcomes)
  const green = rows.filter(row => row.green).map(({ severity }) => severity)
  const red = rows.filter(row => !row.green).map(({ severity }) => severity)
  expect(Math.max(...green)).toBeLessThan(Math.min(...red))
  expect(new Set([...green, ...red]).size).toBe(rows.length)
})
