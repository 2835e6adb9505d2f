import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { nextLook } from '../../../../src/core/watch/pace.js'

test.each([
  { looks: 0, wait: 3_000 },
  { looks: 1, wait: 3_900 },
  { looks: 2, wait: 5_070 },
  { looks: 3, wait: 6_300 },
  { looks: 10_000, wait: 6_300 },
])('on average the wait after look $looks is $wait ms', ({ looks, wait }) => {
  expect(nextLook(looks, 0.5)).toBe(wait)
})

test('every wait lies within 15% of 3 to 6.3 seconds and is a whole number of milliseconds', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (looks, random) => {
        const wait = nextLook(looks, random)
        return Number.isInteger(wait) && wait >= 2_550 && wait <= 7_245
      },
    ),
  )
})

test('a hundred deployments at once stay below the 20 calls a second of their bucket', () => {
  expect(100 / (nextLook(100, 0.5) / 1_000)).toBeLessThan(20)
})
