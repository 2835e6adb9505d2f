import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { nextLook } from '../../../src/core/pace.js'

test.each([
  { looks: 0, wait: 2_000 },
  { looks: 1, wait: 2_500 },
  { looks: 2, wait: 3_125 },
  { looks: 4, wait: 4_883 },
  { looks: 5, wait: 6_000 },
  { looks: 10_000, wait: 6_000 },
])('on average the wait after look $looks is $wait ms', ({ looks, wait }) => {
  expect(nextLook(looks, 0.5)).toBe(wait)
})

test('every wait lies within 15% of 2 to 6 seconds and is a whole number of milliseconds', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (looks, random) => {
        const wait = nextLook(looks, random)
        return Number.isInteger(wait) && wait >= 1_700 && wait <= 6_900
      },
    ),
  )
})

test('a hundred deployments at once stay below the 20 calls a second of their bucket', () => {
  expect(100 / (nextLook(100, 0.5) / 1_000)).toBeLessThan(20)
})
