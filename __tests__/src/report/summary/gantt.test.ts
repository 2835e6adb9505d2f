/** Labels that stand beside one another: Mermaid writes the last one to the left of its mark. */
import { expect, test } from '@jest/globals'
import { gantt } from '../../../../src/report/summary/gantt.js'

/** The labels of one row, in order. */
function labels(row: Parameters<typeof gantt>[0][number]): string[] {
  const [, ...lines] =
    gantt([row], 200_000)
      .split(/ {2}section \w+\n/)[1]
      ?.split('\n')
      .reverse() ?? []
  return lines.reverse().map(text => text.split(' :')[0]?.trim() ?? '')
}

const milestone = (from: number, label: string) => ({ label, short: 'short', style: 'plain' as const, from })
const long = 'a label of twenty-eight signs'

test.each([
  { name: 'room for both', from: 60_000, draws: [long, long] },
  { name: 'room for the first alone', from: 130_000, draws: [long, 'short#160;'] },
  { name: 'room for none', from: 180_000, draws: ['short', 'short#160;'] },
])('$name', ({ from, draws }) => {
  expect(labels({ name: 'row', marks: [milestone(from, long), milestone(198_000, long)] })).toStrictEqual(
    draws,
  )
})

test('a label that would be cut is said in a word', () => {
  expect(labels({ name: 'row', marks: [milestone(10_000, long.repeat(3))] })).toStrictEqual(['short'])
})

test.each([
  { name: 'at the end: to the left of its mark', from: 200_000, draws: 'failed' },
  { name: 'just before it, where Mermaid would write over the mark', from: 197_000, draws: 'failed#160;' },
  { name: 'well before it: to the right', from: 190_000, draws: 'failed' },
])('a short label $name', ({ from, draws }) => {
  expect(labels({ name: 'row', marks: [milestone(from, 'failed')] })).toStrictEqual([draws])
})
