import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type PollHistory, pauseBefore, slowPause } from '../../../../src/core/watch/pace.js'

const usual: PollHistory = { throttled: 0, lasted: 0, repeats: 0 }

/** Far from the deadline. */
function pauseOf(pause: number, random: number, history: PollHistory = usual): number {
  const unlimited = Number.POSITIVE_INFINITY
  return pauseBefore({ usual: pause, history, atMost: unlimited, deadline: unlimited }, { random, now: 0 })
}

test.each([
  { name: 'one throttled poll doubles it', before: { ...usual, throttled: 1 }, wait: 12_600 },
  { name: 'many make it four times as long', before: { ...usual, throttled: 9 }, wait: 25_200 },
  { name: 'the time of the last poll is part of it', before: { ...usual, lasted: 2_000 }, wait: 4_300 },
  { name: 'half of it always remains', before: { ...usual, lasted: 60_000 }, wait: 3_150 },
  { name: 'requests sent again are made up for', before: { ...usual, repeats: 2 }, wait: 11_300 },
])('$name', ({ before, wait }) => {
  expect(pauseOf(6_300, 0.5, before)).toBe(wait)
})

test('every pause lies within 15% of the usual one and is a whole number of milliseconds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000, max: 10_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (pause, random) => {
        const waited = pauseOf(pause, random)
        return Number.isInteger(waited) && Math.abs(waited - pause) <= pause * 0.15 + 1
      },
    ),
  )
})

test('a hundred deployments at once stay below the 20 calls a second of their bucket', () => {
  expect(100 / (pauseOf(slowPause, 0.5) / 1_000)).toBeLessThan(20)
})

test.each([0, 0.1, 0.3, 0.5, 0.7, 0.9, 1])(
  'where a share of %f of all reads fails at once, a poll costs at most 0.2 calls of a bucket a second',
  rate => {
    // Three requests for a read at most, of two reads in a poll.
    const requests = 1 + rate + rate ** 2
    const pause = pauseOf(slowPause, 0.5, { ...usual, repeats: 2 * (requests - 1) })
    expect(requests / (pause / 1_000)).toBeLessThanOrEqual(0.2)
  },
)
