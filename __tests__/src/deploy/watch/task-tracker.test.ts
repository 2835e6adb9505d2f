import { expect, test } from '@jest/globals'
import type { Task } from '../../../../src/core/ecs/task.js'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import { trackTasks } from '../../../../src/deploy/watch/task-tracker.js'
import type { Ecs } from '../../../../src/ports.js'
import { aQuietEcs } from '../../../support/quiet-ecs.js'
import { aTracked } from '../../../support/rollout-builders.js'
import { aStoppedTask, aTask } from '../../../support/task-builders.js'

const never = new AbortController().signal
const refused = new ApiError('throttled', 'ecs:DescribeTasks', 'ThrottlingException', 'Rate exceeded')

/** A record of these tasks that says what was asked; the clock moves only by hand. */
function recording(tasks: () => readonly Task[], overrides: Partial<Ecs> = {}) {
  const asked: string[] = []
  const time = { now: 0 }
  const ecs = aQuietEcs({
    async listTasks(_, which) {
      asked.push(which === 'stopped' ? 'list stopped' : 'list ours')
      return tasks().map(({ arn }) => arn)
    },
    async describeTasks(_, arns) {
      asked.push(`describe ${arns.join(' ')}`)
      return tasks().filter(({ arn }) => arns.includes(arn))
    },
    ...overrides,
  })
  const clock = { now: () => time.now, sleep: async () => {}, random: () => 0 }
  const record = trackTasks(ecs, clock, { cluster: 'prod', service: 'web' }, aTracked(), never)
  return { record, asked, time }
}

test('a task that has stopped for good, or is not ours, is described once', async () => {
  const stopping = aStoppedTask({ arn: 'stopping', lastStatus: 'DEPROVISIONING' })
  const tasks = [
    aStoppedTask({ arn: 'stopped' }),
    stopping,
    aStoppedTask({ arn: 'theirs', startedBy: 'ecs-svc/1', lastStatus: 'DEPROVISIONING' }),
  ]
  const { record, asked } = recording(() => tasks)
  await record.refresh('now')
  await record.refresh('now')
  tasks[1] = { ...stopping, lastStatus: 'STOPPED', stoppedReason: 'because' }
  await record.refresh('now')
  await record.refresh('now')
  const described = asked.filter(request => request.startsWith('describe'))
  expect(described).toStrictEqual([
    'describe stopped stopping theirs',
    'describe stopping',
    'describe stopping',
  ])
  expect(record.stopped().map(({ arn, stoppedReason }) => [arn, stoppedReason])).toStrictEqual([
    ['stopped', undefined],
    ['stopping', 'because'],
  ])
})

test('a list of running tasks whose description was refused is kept for the next time', async () => {
  let isRefused = true
  const running = aTask({ arn: 'running' })
  const { record, asked } = recording(() => [running], {
    async describeTasks() {
      if (isRefused) throw refused
      return [running, aTask({ arn: 'theirs', startedBy: 'ecs-svc/1' })]
    },
  })
  await expect(record.running()).rejects.toBe(refused)
  isRefused = false
  expect(await record.running()).toStrictEqual([running])
  expect(asked).toStrictEqual(['list ours'])
  await record.running()
  expect(asked).toStrictEqual(['list ours', 'list ours'])
})

test('a read that was refused does not count as one', async () => {
  const { record, time } = recording(() => [aStoppedTask()], {
    async describeTasks() {
      throw refused
    },
  })
  time.now = 5_000
  await record.refresh('now')
  expect([record.triedAt(), record.readAt()]).toStrictEqual([5_000, Number.NEGATIVE_INFINITY])
})

test('the first look that finds a task healthy is kept, whatever becomes of it', async () => {
  let healthStatus = 'UNKNOWN'
  const { record, time } = recording(() => [aTask({ arn: 'running', healthStatus })])
  const seen: unknown[] = []
  for (const status of ['UNKNOWN', 'HEALTHY', 'HEALTHY', 'UNHEALTHY']) {
    time.now += 10_000
    healthStatus = status
    await record.running()
    seen.push(record.healthy().get('running'))
  }
  expect(seen).toStrictEqual([undefined, 20_000, 20_000, 20_000])
})
