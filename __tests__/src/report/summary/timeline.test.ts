import { expect, test } from '@jest/globals'
import type { Happening } from '../../../../src/core/watch/timeline-event.js'
import { timeline } from '../../../../src/report/summary/timeline.js'

const full = 'was unable to place a task. Reason: Capacity is unavailable'
const again = (at: number, times: number, of = full): Happening => ({
  at,
  text: `again: was unable to place a task (${times} times)`,
  news: { kind: 'again', of, times },
})
const silence: Happening = { at: 70_000, text: 'no change for 0:50', news: { kind: 'no-change' } }

test.each<{ name: string; happenings: Happening[]; rows: string[] }>([
  {
    name: 'what happened again is one row, from the first time to the last',
    happenings: [
      { at: 17_000, text: full },
      again(67_000, 3),
      { at: 80_000, text: 'has started 1 task' },
      again(117_000, 5),
    ],
    rows: [`| 0:17 to 1:57 | ${full} (5 times) |`, '| 1:20 | has started 1 task |'],
  },
  {
    name: 'each of those that happened again by itself',
    happenings: [
      { at: 17_000, text: full },
      { at: 18_000, text: 'is odd' },
      again(67_000, 3),
      again(68_000, 2, 'is odd'),
    ],
    rows: [`| 0:17 to 1:07 | ${full} (3 times) |`, '| 0:18 to 1:08 | is odd (2 times) |'],
  },
  {
    name: 'what only broke the silence is left out',
    happenings: [{ at: 20_000, text: 'web:8 0 running of 2' }, silence],
    rows: ['| 0:20 | web:8 0 running of 2 |'],
  },
  {
    name: 'what happened again without a first time stands where it is',
    happenings: [again(67_000, 3)],
    rows: ['| 1:07 | again: was unable to place a task (3 times) |'],
  },
])('$name', ({ happenings, rows }) => {
  expect(timeline(happenings, 0).split('\n').slice(2)).toStrictEqual(rows)
})
