/** Tasks before the deployment, in worlds by chance: a migration runs once at most, and a service needs its success. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { oneOffTasks, playMigration } from '../support/migration-stories.js'
import { changesIn, type Played } from '../support/play.js'
import { webOf } from '../support/web-stories.js'
import { chance } from './check-worlds.js'

const operations = fc.constantFrom('RunTask', 'DescribeTasks', 'StopTask', 'UpdateService', 'GetLogEvents')
const when = fc.constantFrom('before-effect', 'after-effect')
const range = { skip: fc.nat({ max: 3 }), times: fc.integer({ min: 1, max: 4 }) }

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant('server-error'), operations: operations.map(one => [one]), when, ...range }),
  fc.record({
    kind: fc.constant('connection-reset'),
    operations: operations.map(one => [one]),
    when,
    ...range,
  }),
  fc.record({ kind: fc.constant('access-denied'), operations: operations.map(one => [one]), ...range }),
  fc.record({ kind: fc.constant('truncated-response'), operations: operations.map(one => [one]), ...range }),
) as fc.Arbitrary<Fault>

const world = fc.record({
  exitCode: fc.constantFrom(0, 0, 0, 1, 137, 143),
  exitsAfterSeconds: fc.constantFrom(0.5, 20, 200, 4_000),
  faults: fc.array(fault, { maxLength: 3 }),
  isPlaced: fc.constantFrom(true, true, true, false),
  cancelAfter: fc.option(fc.integer({ min: 0, max: 400_000 }), { nil: undefined }),
  onCancel: fc.constantFrom('leave', 'stop'),
  newTaskLagMs: fc.constantFrom(0, 15_000),
  seed: fc.integer({ min: 1, max: 10_000 }),
})

function violations(played: Played, isPlaced: boolean): string[] {
  const tasks = oneOffTasks(played.world)
  const changes = changesIn(played.requests)
  const isUpdated = changes.includes('UpdateService')
  const sent = played.requests.filter(({ operation }) => operation === 'RunTask')
  const refusal = sent.findIndex(({ status }) => status === 400 || status === 403)
  const [task] = tasks
  const hasSucceeded =
    task?.lastStatus === 'STOPPED' && task.containers.every(({ exitCode }) => exitCode === 0)
  const all: Readonly<Record<string, boolean>> = {
    'the task runs once at most': tasks.length <= 1,
    'all requests are the same': new Set(sent.map(({ input }) => JSON.stringify(input))).size <= 1,
    'none follows a refusal': refusal < 0 || refusal === sent.length - 1,
    'none follows an answer that placed nothing':
      isPlaced || sent.filter(({ status, faults }) => status === 200 && faults.length === 0).length <= 1,
    'no service is updated without its success': !isUpdated || hasSucceeded,
    'without an update, the service is as it was': isUpdated || webOf(played.world).deployments.length === 1,
    'only what this run started is stopped': !changes.includes('StopTask') || tasks.length === 1,
    'a green run updated the service': !played.passed || isUpdated,
  }
  return Object.keys(all).filter(name => !all[name])
}

test('a migration never runs twice, never after a refusal, and no service is updated without its success', async () => {
  const { numRuns, seed } = chance('one-off tasks', 150)
  await fc.assert(
    fc.asyncProperty(
      world,
      async ({ cancelAfter, exitCode, exitsAfterSeconds, isPlaced, onCancel, ...more }) => {
        const played = await playMigration({
          seed: more.seed,
          faults: more.faults,
          idleFaults: 'allowed',
          settings: { newTaskLagMs: more.newTaskLagMs },
          migration: { exitCode, exitsAfterSeconds, startSeconds: Math.min(5, exitsAfterSeconds) },
          also: one => {
            one.capacity.placementFailures = isPlaced ? [] : [{ reason: 'RESOURCE:ENI' }]
          },
          inputs: { 'run-task-on-cancel': onCancel, 'wait-for-minutes': '30' },
          ...(cancelAfter === undefined ? {} : { cancelAfter }),
        })
        const broken = violations(played, isPlaced)
        if (broken.length > 0) throw new Error([...broken, ...played.log].join('\n'))
      },
    ),
    { numRuns, seed },
  )
  expect(numRuns).toBeGreaterThan(0)
})
