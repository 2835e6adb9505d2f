import { expect, test } from '@jest/globals'
import { startDelay } from '../../../simulator/ecs/rules/start-delay.js'

test.each([
  { failures: 0, minutes: 0 },
  { failures: 1, minutes: 0 },
  { failures: 2, minutes: 4 },
  { failures: 3, minutes: 8 },
  { failures: 4, minutes: 16 },
  { failures: 5, minutes: 27 },
  { failures: 500, minutes: 27 },
])('after $failures failed starts in a row the next waits $minutes minutes', ({ failures, minutes }) => {
  expect(startDelay(failures)).toBe(minutes * 60_000)
})
