import { expect, test } from '@jest/globals'
import type { TimelineEntry } from '../../../../src/core/watch/timeline-event.js'
import { timelineTable } from '../../../../src/report/summary/timeline.js'

const full = 'was unable to place a task. Reason: Capacity is unavailable'
const again = (at: number, times: number, of = full): TimelineEntry => ({
  at,
  text: `again: was unable to place a task (${times} times)`,
  event: { kind: 'repeated', of, times },
})
const silence: TimelineEntry = { at: 70_000, text: 'waits for 2 tasks to start', event: { kind: 'log-only' } }

test.each<{ name: string; entries: TimelineEntry[]; rows: string[] }>([
  {
    name: 'what happened again is one row, from the first time to the last',
    entries: [
      { at: 17_000, text: full },
      again(67_000, 3),
      { at: 80_000, text: 'has started 1 task' },
      again(117_000, 5),
    ],
    rows: [`| 0:17 to 1:57 | ${full} (5 times) |`, '| 1:20 | has started 1 task |'],
  },
  {
    name: 'each of those that happened again by itself',
    entries: [
      { at: 17_000, text: full },
      { at: 18_000, text: 'is odd' },
      again(67_000, 3),
      again(68_000, 2, 'is odd'),
    ],
    rows: [`| 0:17 to 1:07 | ${full} (3 times) |`, '| 0:18 to 1:08 | is odd (2 times) |'],
  },
  {
    name: 'what only broke the silence is left out',
    entries: [{ at: 20_000, text: 'web:8 0 running of 2' }, silence],
    rows: ['| 0:20 | web:8 0 running of 2 |'],
  },
  {
    name: 'a repetition without a first occurrence stays in place',
    entries: [again(67_000, 3)],
    rows: ['| 1:07 | again: was unable to place a task (3 times) |'],
  },
])('$name', ({ entries, rows }) => {
  expect(timelineTable(entries, 0).split('\n').slice(2)).toStrictEqual(rows)
})
