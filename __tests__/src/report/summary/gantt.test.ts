/** Which labels of a row are written. */
import { expect, test } from '@jest/globals'
import { gantt, type Mark } from '../../../../src/report/summary/gantt.js'
import { read } from '../../../support/diagram.js'

const bar = (label: string, from: number, to: number): Mark => ({ label, style: 'active', from, to })
const milestone = (label: string, from: number): Mark => ({ label, style: 'plain', from, to: undefined })

/** Of a chart of 42 seconds, in which a letter needs one. */
test.each<{ name: string; marks: Mark[]; labels: string[] }>([
  { name: 'a bar with room', marks: [bar('running', 10_000, 17_000)], labels: ['running'] },
  { name: 'a bar without room', marks: [bar('running', 10_000, 16_000)], labels: [''] },
  {
    name: 'a bar with room for its short label only',
    marks: [{ ...bar('healthy by 1:44', 10_000, 17_000), shortLabel: 'healthy' }],
    labels: ['healthy'],
  },
  {
    name: 'no milestone that would be written on red',
    marks: [{ ...bar('runs', 10_000, 41_000), style: 'crit' }, milestone('failed', 41_000)],
    labels: ['runs !', ''],
  },
  {
    name: 'a colon counts as Mermaid measures it',
    marks: [bar('by 1:44', 10_000, 23_000)],
    labels: [''],
  },
  {
    name: 'the last milestone, wherever it is',
    marks: [milestone('completed', 41_000)],
    labels: ['completed'],
  },
  {
    name: 'milestones, each with room to its right',
    marks: [milestone('1 of 3', 10_000), milestone('2 of 3', 19_000)],
    labels: ['1 of 3', '2 of 3'],
  },
  {
    name: 'milestones of which the last is written to its left',
    marks: [milestone('1 of 3', 23_000), milestone('2 of 3', 40_000)],
    labels: ['', '2 of 3'],
  },
  {
    name: 'a bar with an end that the label of a milestone may cover',
    marks: [bar('running', 28_000, 40_000), milestone('failed', 40_000)],
    labels: ['', 'failed'],
  },
])('$name', async ({ marks, labels }) => {
  const { row = [] } = await read(gantt([{ name: 'row', marks }], 42_000))
  expect(row.map(text => text.replace(/^\S+ ?/, ''))).toStrictEqual(labels)
})
