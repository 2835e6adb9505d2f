import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { nextPoll } from '../../../../src/core/watch/pace.js'

const quick = { throttled: 0, lasted: 0, repeats: 0 }

test.each([
  { looks: 0, wait: 8_500 },
  { looks: 1, wait: 8_500 },
  { looks: 2, wait: 6_300 },
  { looks: 10_000, wait: 6_300 },
])('on average the wait after look $looks is $wait ms', ({ looks, wait }) => {
  expect(nextPoll(looks, 0.5)).toBe(wait)
})

test.each([
  { name: 'one throttled look doubles it', before: { ...quick, throttled: 1 }, wait: 12_600 },
  { name: 'many make it four times as long', before: { ...quick, throttled: 9 }, wait: 25_200 },
  { name: 'a look that took long is part of it', before: { ...quick, lasted: 2_000 }, wait: 4_300 },
  { name: 'half of it always remains', before: { ...quick, lasted: 60_000 }, wait: 3_150 },
  { name: 'requests sent again are made up for', before: { ...quick, repeats: 2 }, wait: 11_300 },
])('$name', ({ before, wait }) => {
  expect(nextPoll(50, 0.5, before)).toBe(wait)
})

test('every wait lies within 15% of 6.3 to 8.5 seconds and is a whole number of milliseconds', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (looks, random) => {
        const wait = nextPoll(looks, random)
        return Number.isInteger(wait) && wait >= 5_355 && wait <= 9_775
      },
    ),
  )
})

test('a hundred deployments at once stay below the 20 calls a second of their bucket', () => {
  expect(100 / (nextPoll(100, 0.5) / 1_000)).toBeLessThan(20)
})

test.each([0, 0.1, 0.3, 0.5, 0.7, 0.9, 1])(
  'where a share of %f of all reads fails at once, a bucket is asked 0.2 times a second at most',
  rate => {
    // Three requests for a read at most, of two reads in a look.
    const requests = 1 + rate + rate ** 2
    const pause = nextPoll(50, 0.5, { ...quick, repeats: 2 * (requests - 1) })
    expect(requests / (pause / 1_000)).toBeLessThanOrEqual(0.2)
  },
)
