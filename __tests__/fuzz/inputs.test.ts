/** Any text for any input: read in time, every problem on an input that there is, and a verdict in the end. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { imageOf } from '../../simulator/scenarios/web-service.js'
import { outcomes } from '../../src/core/outcome/outcomes.js'
import { logLine } from '../../src/core/text/log-line.js'
import { readInputs } from '../../src/inputs/read-inputs.js'
import { chance } from '../properties/check-worlds.js'
import { cpuMilliseconds } from '../support/cpu-time.js'
import { deployed, playWeb } from '../support/web-stories.js'
import { endInTime, withinDeadline } from './deadline.js'

const names = Object.keys(parse(readFileSync('action.yml', 'utf8')).inputs)

/** Texts that have been trouble somewhere, and words that some input takes. */
const unusual = fc.constantFrom(
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  'NaN',
  '007',
  '９',
  'true',
  'yes',
  'null',
  '[]',
  '["a"',
  '{}',
  '=',
  '=x',
  'a=b=c',
  'A=1\nA=2',
  'A=1\r\nB=2\r\n',
  '__proto__=x',
  'constructor=x',
  'toString',
  '__proto__',
  '"',
  "'",
  '\\',
  '$(id)',
  '`id`',
  '::error::x',
  '##[command]x',
  '%0A::set-output name=x::y',
  '../../etc/passwd',
  '/dev/null',
  '/dev/zero',
  'task-definition.json',
  'arn:aws:ecs:eu-west-1:123456789012:service/prod/web',
  'arn:::::',
  'a,b,,a',
  'app',
  'web',
  'web:7',
  imageOf('latest'),
  imageOf('1f3c9e0'),
  `${imageOf('x')}@sha256:${'0'.repeat(64)}`,
  '\u0000',
  '\ud800',
  '\u202e\u2066',
  '\u001b[31m',
  '😀',
  'rollback',
  '50%',
  '50% unbounded',
)
const text = fc.oneof(
  { weight: 4, arbitrary: unusual },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.array(unusual, { maxLength: 6 }).map(lines => lines.join('\n')) },
)

test('any texts for all inputs at once', () => {
  const { numRuns, seed } = chance('texts for inputs', 2_000)
  const all = fc.dictionary(fc.constantFrom(...names), text, { noNullPrototype: true })
  fc.assert(
    fc.property(all, randomInputs => {
      const what = JSON.stringify(randomInputs)
      const { problems, unused } = endInTime(what, () => readInputs(name => randomInputs[name] ?? ''))
      for (const { subject, text: messages } of problems) {
        expect(names).toContain(subject)
        expect(messages).not.toMatch(/undefined|\[object /)
      }
      for (const { input } of unused) expect(names).toContain(input)
    }),
    { numRuns, seed },
  )
})

/** What makes a careless pattern take minutes: the same again and again, and no end that fits. */
const repeated = [
  'a',
  '=',
  ',',
  ' ',
  '\n',
  '\\',
  '"',
  '/',
  ':',
  '@',
  '%',
  '1',
  '[',
  'a=',
  'a,',
  'a\n',
  ' a',
  '-_.',
]

test.each(repeated)('a long run of %j for any input takes no time', async unit => {
  const long = unit.repeat(Math.ceil(400_000 / unit.length))
  for (const name of names) {
    for (const value of [long, `${long}!`, `app=${long}!`, `arn:aws:ecs:${long}`]) {
      const read = () => readInputs(requested => (requested === name ? value : ''))
      const spent = await cpuMilliseconds(() => endInTime(name, read))
      expect([name, spent < 3_000]).toStrictEqual([name, true])
    }
  }
})

const lines = (text: string) => Array.from({ length: 10_000 }, (_, i) => `key${i}${text}`).join('\n')

test.each(names)('10,000 lines for %s are read in time, and reported within bounds', async name => {
  for (const value of [lines('=x'), lines(' =x')]) {
    const before = process.cpuUsage()
    const { log, outputs, annotations, summary } = await playWeb({
      inputs: { [name]: value, 'dry-run': 'true' },
    })
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000).toBeLessThan(10_000)
    expect(Object.keys(outcomes)).toContain(outputs.outcome)
    const messages = [...log, summary, ...annotations.map(({ message }) => message)].join('\n')

    // A plan shows each change, in the log and in the summary.
    expect(messages.length).toBeLessThan(40 * value.length)
  }
})

test('some inputs of a deployment are any texts: a verdict, and nothing is changed where one is refused', async () => {
  const { numRuns, seed } = chance('texts in a deployment', 120)
  // Not a file in the place of which anything can stand.
  const few = fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 3, noNullPrototype: true })
  await fc.assert(
    fc.asyncProperty(few, async randomInputs => {
      const inputs = { 'wait-for-minutes': '5', ...randomInputs }
      const played = await withinDeadline(JSON.stringify(inputs), playWeb({ inputs }))
      const outcome = played.outputs.outcome ?? 'none'
      expect(Object.keys(outcomes)).toContain(outcome)
      if (outcome === 'refused') expect(deployed(played)).toStrictEqual([])
      expect(played.log.map(logLine).filter(line => /^\s*::|##\[|[\r\n]/.test(line))).toStrictEqual([])
      const messages = [...played.log, played.summary].join('\n')
      expect(messages).not.toMatch(/\[object |\bundefined\b/)
    }),
    { numRuns, seed },
  )
})
