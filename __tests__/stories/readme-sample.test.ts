/** What README shows of a failure is what the incident prints. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { play, type Story } from '../support/play.js'

const [, sample = ''] =
  /## When a deployment fails\n[\s\S]*?```text\n([\s\S]*?)\n```/.exec(readFileSync('README.md', 'utf8')) ?? []

/** Without what differs from one run to the next: when, how late it was seen, and which tasks. */
function shape(line: string): string {
  return line
    .replace(/^ +\d+:\d\d/, '  0:00')
    .replace(/ended at \d+:\d\d; /, '')
    .replace(/\b[0-9a-f]{8}\b/g, 'task')
}

test('every line of the sample, in its order', async () => {
  const { log } = await play(scenarios['port-mismatch'] as Story)
  const printed = log.map(shape)
  const lines = sample.split('\n').filter(line => line.trim() !== '...')
  expect(lines.length).toBeGreaterThan(5)
  const places = lines.map(line => printed.indexOf(shape(line)))
  expect(lines.filter((_, i) => (places[i] ?? -1) < 0)).toEqual([])
  expect(places).toEqual([...places].sort((a, b) => a - b))
})
