import { expect, test } from '@jest/globals'
import { initialLog, recordEntry, reportSilence } from '../../../../../src/core/watch/slices/progress-log.js'
import { aTracked } from '../../../../support/rollout-builders.js'
import { noFailFast } from '../../../../support/watch-builders.js'

const log = initialLog({
  tracked: aTracked({ startedAt: 1_000 }),
  options: noFailFast,
  deadline: 0,
  answeredHook: undefined,
  eventsBefore: [],
  targetGroups: [],
  checkedContainers: [],
  secrets: ['hunter2-hunter2'],
})

test('an entry becomes a line with its time since the start, and both are redacted', () => {
  const event = { kind: 'rolling-back', to: 'hunter2-hunter2' } as const
  const { log: after, lines } = recordEntry(log, { at: 66_000, text: 'to hunter2-hunter2', event })
  expect(lines.map(({ line }) => line)).toStrictEqual(['   1:05  to ***'])
  expect(after.timeline).toEqual([{ at: 66_000, text: 'to ***', event: { kind: 'rolling-back', to: '***' } }])
})

test.each([
  { name: 'less than half a minute', since: 29_999, said: false },
  { name: 'half a minute', since: 30_000, said: true },
])('silence of $name after a line is reported: $said', ({ since, said }) => {
  const { log: after } = recordEntry(log, { at: 10_000, text: 'a line' })
  const { lines } = reportSilence(after, { code: 'TimeoutError', answeredAt: 5_000, at: 10_000 + since })
  expect(lines.map(({ line }) => line)).toStrictEqual(
    said ? [expect.stringContaining('no usable response from AWS (TimeoutError)')] : [],
  )
})
