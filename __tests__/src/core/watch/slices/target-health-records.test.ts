/** When target health is read, how often, and what is kept of it. */
import { expect, test } from '@jest/globals'
import { ApiError } from '../../../../../src/core/errors/api-error.js'
import {
  allTargetHealthDue,
  initialTargetHealth,
  nextTargetHealth,
  othersAreLeaving,
  type TargetHealthRecords,
  targetHealthDue,
  targetHealthRead,
} from '../../../../../src/core/watch/slices/target-health-records.js'
import { aTracked } from '../../../../support/rollout-builders.js'
import { anEvent, aService, aTarget, before, ours } from '../../../../support/service-builders.js'

/** Reads all groups that are due, and names them. */
function read(records: TargetHealthRecords): { records: TargetHealthRecords; groups: string[] } {
  const groups: string[] = []
  let current = records
  for (;;) {
    const { records: next, effect } = nextTargetHealth(current)
    current = next
    if (effect?.kind !== 'read-target-health') return { records: current, groups }
    groups.push(effect.group)
    const targets = { kind: 'answered', value: [aTarget()] } as const
    const event = { kind: 'target-health-read', at: 0, group: effect.group, targets } as const
    current = targetHealthRead(current, event, { secrets: [] })
  }
}

test.each([
  { name: 'no task has failed', known: 0, failed: 0, othersLeave: true, due: false },
  { name: 'the first task has failed', known: 0, failed: 1, othersLeave: false, due: true },
  { name: 'more have failed', known: 1, failed: 2, othersLeave: false, due: false },
  { name: 'more have failed while other tasks leave', known: 1, failed: 2, othersLeave: true, due: true },
  { name: 'other tasks leave, without a new failure', known: 1, failed: 1, othersLeave: true, due: false },
])('$name: due: $due', ({ known, failed, othersLeave, due }) => {
  const records = { ...initialTargetHealth(['g']), knownFailures: known }
  expect(read(targetHealthDue(records, { failed, othersLeave })).groups).toStrictEqual(due ? ['g'] : [])
})

test.each([
  { groups: ['a'], reads: [['a'], ['a'], ['a']] },
  { groups: ['a', 'a'], reads: [['a'], ['a'], ['a']] },
  { groups: ['a', 'b'], reads: [['a', 'b'], [], ['a', 'b']] },
])(
  '$groups cause at most three calls before the end, and one for each group at the end',
  ({ groups, reads }) => {
    const first = read(targetHealthDue(initialTargetHealth(groups), { failed: 1, othersLeave: false }))
    const second = read(targetHealthDue(first.records, { failed: 2, othersLeave: true }))
    const last = read(allTargetHealthDue(second.records))
    expect([first.groups, second.groups, last.groups]).toStrictEqual(reads)
    expect(last.records.snapshots).toHaveLength(reads.flat().length)
  },
)

test('after an error no more reads follow', () => {
  const error = new ApiError({
    kind: 'denied',
    operation: 'elasticloadbalancing:DescribeTargetHealth',
    code: 'AccessDenied',
    message: 'no',
  })
  const due = allTargetHealthDue(initialTargetHealth(['a', 'b']))
  const failed = targetHealthRead(
    nextTargetHealth(due).records,
    { kind: 'target-health-read', at: 0, group: 'a', targets: { kind: 'failed', error } },
    { secrets: [] },
  )
  expect(read(failed).groups).toStrictEqual([])
  expect(failed.notices.map(({ text }) => text)).toStrictEqual([
    expect.stringContaining('allow elasticloadbalancing:DescribeTargetHealth'),
  ])
})

test('texts of the load balancer are redacted', () => {
  const targets = [aTarget({ reason: 'hunter2-hunter2', description: 'by hunter2-hunter2' })]
  const { snapshots } = targetHealthRead(
    initialTargetHealth(['a']),
    { kind: 'target-health-read', at: 0, group: 'a', targets: { kind: 'answered', value: targets } },
    { secrets: ['hunter2-hunter2'] },
  )
  expect(snapshots[0]?.targets).toMatchObject([{ reason: '***', description: 'by ***' }])
})

const draining = (id: string) => `(service web, taskSet ${id}) has begun draining connections on 2 tasks.`

test.each([
  { name: 'of an earlier deployment', message: draining(before), leave: true },
  { name: 'of our deployment', message: draining(ours), leave: false },
  { name: 'that start', message: '(service web) has started 2 tasks.', leave: false },
])('tasks $name: others leave: $leave', ({ message, leave }) => {
  const event = anEvent(message)
  const service = aService({ events: [event] })
  expect(othersAreLeaving({ tracked: aTracked(), eventsBefore: [] }, service)).toBe(leave)
  expect(othersAreLeaving({ tracked: aTracked(), eventsBefore: [event.id] }, service)).toBe(false)
})
