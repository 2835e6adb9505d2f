import { expect, test } from '@jest/globals'
import type { Task } from '../../../../../src/core/ecs/task.js'
import { ApiError } from '../../../../../src/core/errors/api-error.js'
import {
  noTasks,
  requestRunning,
  requestStopped,
  stoppedTasks,
  type TaskRecords,
  taskNotices,
  tasksRead,
} from '../../../../../src/core/watch/slices/task-records.js'
import type { TaskSelection } from '../../../../../src/core/watch/watch-event.js'
import { ours } from '../../../../support/service-builders.js'
import { aStoppedTask, aTask } from '../../../../support/task-builders.js'

const throttled = new ApiError({
  kind: 'throttled',
  operation: 'ecs:DescribeTasks',
  code: 'ThrottlingException',
  message: 'Rate exceeded',
})
const denied = new ApiError({
  kind: 'denied',
  operation: 'ecs:ListTasks',
  code: 'AccessDeniedException',
  message: 'no',
})
const odd = new ApiError({
  kind: 'rejected',
  operation: 'ecs:ListTasks',
  code: 'InvalidSignatureException',
  message: 'no',
})

interface Read {
  readonly records: TaskRecords
  /** what was listed and described for it */
  readonly requested: readonly string[]
}

/** One read of an ECS that has these tasks; an error comes instead of their description. */
function read(before: TaskRecords, which: TaskSelection, answer: readonly Task[] | ApiError, at = 0): Read {
  const { records, effect } = (which === 'stopped' ? requestStopped : requestRunning)(before, at)
  if (effect?.kind !== 'read-tasks') return { records, requested: [] }
  const arns = answer instanceof ApiError ? ['x'] : answer.map(({ arn }) => arn)
  const list = effect.list ?? { at, arns }
  const wanted = list.arns.filter(arn => !effect.skip.has(arn))
  const tasks =
    answer instanceof ApiError
      ? ({ kind: 'failed', error: answer } as const)
      : ({ kind: 'answered', value: answer.filter(({ arn }) => wanted.includes(arn)) } as const)
  const event = { kind: 'tasks-read', which, at, requestedAt: at, list, tasks } as const
  return {
    records: tasksRead(records, event, { deploymentId: ours }),
    requested: [...(effect.list ? [] : ['list']), `describe ${wanted.join(' ')}`],
  }
}

test('a task that has stopped for good, or is of another deployment, is described once', () => {
  const stopping = aStoppedTask({ arn: 'stopping', lastStatus: 'DEPROVISIONING' })
  const others = [
    aStoppedTask({ arn: 'stopped' }),
    aStoppedTask({ arn: 'theirs', startedBy: 'ecs-svc/1', lastStatus: 'DEPROVISIONING' }),
  ]
  const gone = { ...stopping, lastStatus: 'STOPPED', stoppedReason: 'because' }
  const first = read(noTasks, 'stopped', [...others, stopping])
  const second = read(first.records, 'stopped', [...others, stopping])
  const third = read(second.records, 'stopped', [...others, gone])
  const fourth = read(third.records, 'stopped', [...others, gone])
  expect([first, second, third, fourth].map(({ requested }) => requested[1])).toStrictEqual([
    'describe stopped theirs stopping',
    'describe stopping',
    'describe stopping',
    'describe ',
  ])
  expect(stoppedTasks(fourth.records).map(({ arn, stoppedReason }) => [arn, stoppedReason])).toStrictEqual([
    ['stopped', undefined],
    ['stopping', 'because'],
  ])
  expect([...fourth.records.others]).toStrictEqual(['theirs'])
})

test('a list of running tasks stays for the next poll if its description was throttled', () => {
  const refused = read(noTasks, 'running', throttled)
  expect(refused.records.lastRunning).toStrictEqual({ kind: 'failed', error: throttled })
  const second = read(refused.records, 'running', [
    aTask({ arn: 'x' }),
    aTask({ arn: 'y', startedBy: 'ecs-svc/1' }),
  ])
  expect(second.requested).toStrictEqual(['describe x'])
  expect(second.records.lastRunning).toMatchObject({ kind: 'read', tasks: [{ arn: 'x' }] })
  expect(read(second.records, 'running', []).requested[0]).toBe('list')
})

test('a list of stopped tasks that is too old is not used', () => {
  const refused = read(noTasks, 'stopped', throttled)
  expect(read(refused.records, 'stopped', [], 30_000).requested).toStrictEqual(['describe x'])
  expect(read(refused.records, 'stopped', [], 30_001).requested[0]).toBe('list')
})

test('a read that was refused does not count as one', () => {
  const { records } = read(noTasks, 'stopped', throttled, 5_000)
  expect([records.triedAt, records.readAt]).toStrictEqual([5_000, Number.NEGATIVE_INFINITY])
})

test.each([
  { name: 'denied twice', errors: [denied, denied], blocked: false },
  { name: 'denied three times', errors: [denied, denied, denied], blocked: true },
  { name: 'refused twice without a reason', errors: [odd, odd], blocked: false },
  { name: 'refused three times without a reason', errors: [odd, odd, odd], blocked: true },
  { name: 'throttled for good', errors: Array.from({ length: 20 }, () => throttled), blocked: false },
])('$name: no more reads of tasks: $blocked', ({ errors, blocked }) => {
  const records = errors.reduce((before, error) => read(before, 'stopped', error, 7).records, noTasks)
  expect(taskNotices(records)).toHaveLength(blocked ? 1 : 0)
  const next = read(records, 'stopped', [], 9)
  expect(next.requested.length === 0).toBe(blocked)
  expect(next.records.readAt).toBe(blocked ? 9 : 7)
})

test('a response resets the count of earlier refusals', () => {
  const errors = [odd, odd, [], odd, odd]
  const records = errors.reduce<TaskRecords>(
    (before, answer) => read(before, 'stopped', answer).records,
    noTasks,
  )
  expect(records.blocked).toBeUndefined()
})

test('the first read that finds a task healthy is kept, whatever becomes of it', () => {
  let records: TaskRecords = noTasks
  const firstHealthy = ['UNKNOWN', 'HEALTHY', 'HEALTHY', 'UNHEALTHY'].map((healthStatus, nth) => {
    records = read(records, 'running', [aTask({ arn: 'x', healthStatus })], (nth + 1) * 10_000).records
    return records.healthy.get('x')
  })
  expect(firstHealthy).toStrictEqual([undefined, 20_000, 20_000, 20_000])
})
