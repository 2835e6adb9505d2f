/** Names in a picture that Mermaid must not read as its own words. */
import { expect, test } from '@jest/globals'
import type { TimelineEntry, TimelineEvent } from '../../../../src/core/watch/timeline-event.js'
import { diagram } from '../../../../src/report/summary/diagram.js'
import { read } from '../../../support/diagram.js'
import { aRollout, serving } from '../../../support/rollout-builders.js'
import { revisionArn } from '../../../support/service-builders.js'
import { anOutcomeWithText, untrustedText } from '../../../support/untrusted-text.js'

const succeeded = { kind: 'succeeded', running: 2 } as const

const entry = (at: number, event: TimelineEvent): TimelineEntry => ({ at: at * 1_000, text: '', event })

test('names from elsewhere say nothing to Mermaid', async () => {
  const [service] = anOutcomeWithText(untrustedText).services
  if (service?.kind !== 'ended') throw new Error('it ended')
  const alarmed = { ...service.rollout, timeline: [entry(60, { kind: 'alarm', names: [untrustedText] })] }
  const rows = await read(diagram(alarmed, service.result))
  const tasks = ['task 3e7a1395', 'task 5e1c383c', 'task 6a127288']
  expect(Object.keys(rows)).toStrictEqual(['rollout', ...tasks, 'alarm', 'end'])
  expect(Object.values(rows).flat().join('')).not.toMatch(/[<>|`#;]/)
})

test.each([
  'accTitle', 'axisFormat %S', 'click here', 'dateFormat X', 'excludes weekends', 'gantt', 'includes x',
  'inclusiveEndDates', 'section 5', 'tickInterval 1day', 'title x', 'todayMarker on', 'topAxis', 'weekday monday',
  'weekend friday', '2026-11-22', 'GANTT-prod',
])('an alarm that is called as Mermaid calls something: %s', async name => {
  const timeline = [entry(60, { kind: 'alarm', names: [name] })]
  const { rollout, alarm, end } = await read(diagram(aRollout({ timeline: timeline }), succeeded))
  expect([rollout, alarm, end]).toStrictEqual([
    ['00:00:00-00:03:24 '],
    [`00:01:00 ${name.replace('%', '')} !`],
    ['00:03:24 completed'],
  ])
}) // biome-ignore format: one list

test('a revision that is called as Mermaid calls something', async () => {
  const result = { kind: 'rolled-back', serving: revisionArn('gantt:7') } as const
  expect((await read(diagram(aRollout({ serving: serving('gantt:7') }), result))).end).toStrictEqual([
    '00:03:24 gantt:7 serves',
  ])
})
