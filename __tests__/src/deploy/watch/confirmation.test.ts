/** What a success needs beyond ECS's word, and what happens while the tasks cannot be looked at. */
import { expect, test } from '@jest/globals'
import type { Task } from '../../../../src/core/ecs/task.js'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import type { Verdict } from '../../../../src/core/watch/evaluate.js'
import { createSuccessVerifier } from '../../../../src/deploy/watch/confirmation.js'
import { aStoppedTask, aTask } from '../../../support/task-builders.js'

const success: Verdict = { kind: 'decided', ending: { kind: 'succeeded', running: 2 } }
const refused = new ApiError('throttled', 'ecs:ListTasks', 'ThrottlingException', 'Rate exceeded')
const now = 1_000_000

interface Seen {
  /** absent: refused */
  readonly running?: readonly Task[]
  readonly stopped?: readonly Task[]
  /** how long ago stopped tasks were last read, where another read is refused */
  readonly readAgo?: number
}

function confirming({ running, stopped = [], readAgo = 0 }: Seen) {
  const record = {
    reads: 0,
    refresh: async () => {},
    async running() {
      record.reads++
      if (!running) throw refused
      return running
    },
    seen: () => stopped,
    healthy: () => new Map(),
    stopped: () => stopped,
    others: () => new Set<string>(),
    triedAt: () => now,
    readAt: () => now - readAgo,
    isDenied: () => false,
    notices: () => [],
  }
  const clock = { now: () => now, sleep: async () => {}, random: () => 0 }
  return { confirmation: createSuccessVerifier(record, clock), record }
}

const failedJustNow = aStoppedTask({ stopCode: 'EssentialContainerExited', stoppedAt: now - 10_000 })

test.each([
  { name: 'a task is up', seen: { running: [aTask()] }, kind: 'decided', wanting: false },
  {
    name: 'the stopped tasks were read moments ago',
    seen: { running: [aTask()], readAgo: 30_000 },
    kind: 'decided',
    wanting: false,
  },
  {
    name: 'the stopped tasks were read too long ago',
    seen: { running: [aTask()], readAgo: 30_001 },
    kind: 'watching',
    wanting: true,
  },
  { name: 'the running tasks are not shown', seen: {}, kind: 'watching', wanting: true },
  { name: 'no task is up', seen: { running: [] }, kind: 'watching', wanting: false },
  {
    name: 'a task failed moments ago',
    seen: { running: [aTask()], stopped: [failedJustNow] },
    kind: 'watching',
    wanting: false,
  },
])('$name: $kind', async ({ seen, kind, wanting }) => {
  const { confirmation } = confirming(seen)
  expect((await confirmation.check(success)).kind).toBe(kind)
  expect(confirmation.needsEvidence()).toBe(wanting)
})

test('where a failure moments ago is known, the running tasks are not asked for', async () => {
  const { confirmation, record } = confirming({ running: [aTask()], stopped: [failedJustNow] })
  await confirmation.check(success)
  expect(record.reads).toBe(0)
})

test('the next look comes soon three times; after ten ECS is believed, with a warning', async () => {
  const { confirmation } = confirming({})
  const kinds: string[] = []
  const soon: boolean[] = []
  for (let look = 0; look < 10; look++) {
    kinds.push((await confirmation.check(success)).kind)
    soon.push(confirmation.needsEvidence())
  }
  expect(kinds).toStrictEqual([...Array.from({ length: 9 }, () => 'watching'), 'decided'])
  expect(soon).toStrictEqual([true, true, true, ...Array.from({ length: 7 }, () => false)])
  expect(confirmation.notices().map(({ text }) => text)).toStrictEqual([
    'The running tasks could not be looked at (ThrottlingException): the success is what ECS counts.',
  ])
})
