import { expect, test } from '@jest/globals'
import { breakerThreshold } from '../../../simulator/ecs/rules/breaker-threshold.js'

test.each([
  { name: 'one task: never under 3', desired: 1, type: 'BOUNDED_PERCENT', value: 50, threshold: 3 },
  { name: 'none wanted: still 3', desired: 0, type: 'BOUNDED_PERCENT', value: 50, threshold: 3 },
  { name: 'rounded up', desired: 25, type: 'BOUNDED_PERCENT', value: 50, threshold: 13 },
  { name: 'just at the maximum', desired: 400, type: 'BOUNDED_PERCENT', value: 50, threshold: 200 },
  { name: 'never over 200', desired: 800, type: 'BOUNDED_PERCENT', value: 50, threshold: 200 },
  { name: 'unbounded goes over 200', desired: 800, type: 'UNBOUNDED_PERCENT', value: 50, threshold: 400 },
  { name: 'unbounded goes under 3', desired: 1, type: 'UNBOUNDED_PERCENT', value: 50, threshold: 1 },
  { name: 'a count is a count with few tasks', desired: 1, type: 'COUNT', value: 5, threshold: 5 },
  { name: 'a count is a count with many tasks', desired: 800, type: 'COUNT', value: 5, threshold: 5 },
] as const)('$type/$value with $desired wanted: $name', ({ desired, type, value, threshold }) => {
  expect(breakerThreshold({ type, value }, desired)).toBe(threshold)
})
