/** What a success needs beyond ECS's word, and what happens while the tasks cannot be read. */
import { expect, test } from '@jest/globals'
import type { Task } from '../../../../../src/core/ecs/task.js'
import { ApiError } from '../../../../../src/core/errors/api-error.js'
import type { WatchEvent } from '../../../../../src/core/watch/watch-event.js'
import type { WatchState } from '../../../../../src/core/watch/watch-state.js'
import { aDeployment, aService } from '../../../../support/service-builders.js'
import { aStoppedTask, aTask } from '../../../../support/task-builders.js'
import { after, aPoll, aWatch } from '../../../../support/watch-builders.js'

const throttled = new ApiError({
  kind: 'throttled',
  operation: 'ecs:ListTasks',
  code: 'ThrottlingException',
  message: 'Rate exceeded',
})
const now = 1_000_000
const completed = aService({
  deployments: [aDeployment({ rolloutState: 'COMPLETED', runningCount: 2 })],
})
const up = [aTask({ startedAt: now - 60_000 })]

function tasksRead(
  which: 'running' | 'stopped',
  tasks: readonly Task[] | undefined,
  { at, listedAt = at }: { readonly at: number; readonly listedAt?: number },
): WatchEvent {
  const list = { at: listedAt, arns: [] }
  return {
    kind: 'tasks-read',
    which,
    at,
    requestedAt: at,
    list: tasks ? list : undefined,
    tasks: tasks ? { kind: 'answered', value: tasks } : { kind: 'failed', error: throttled },
  }
}

interface Read {
  /** undefined: throttled */
  readonly running?: readonly Task[]
  readonly stopped?: readonly Task[]
  /** how long ago the list of stopped tasks was made */
  readonly listedAgo?: number
}

function confirm({ running, stopped = [], listedAgo = 0 }: Read, state: WatchState = aWatch(), at = now) {
  return after(state, [
    aPoll(at, completed),
    tasksRead('running', running, { at }),
    ...(running ? [tasksRead('stopped', stopped, { at, listedAt: at - listedAgo })] : []),
  ])
}

const failedJustNow = aStoppedTask({ stopCode: 'EssentialContainerExited', stoppedAt: now - 10_000 })

test.each([
  { name: 'a task is up', read: { running: up }, ended: true, soon: false },
  {
    name: 'the stopped tasks were read moments ago',
    read: { running: up, listedAgo: 30_000 },
    ended: true,
    soon: false,
  },
  {
    name: 'the stopped tasks were read too long ago',
    read: { running: up, listedAgo: 30_001 },
    ended: false,
    soon: true,
  },
  { name: 'the running tasks are not shown', read: {}, ended: false, soon: true },
  { name: 'no task is up', read: { running: [] }, ended: false, soon: false },
  {
    name: 'a task failed moments ago',
    read: { running: up, stopped: [failedJustNow] },
    ended: false,
    soon: false,
  },
])('$name: it is a success: $ended', ({ read, ended, soon }) => {
  const { state } = confirm(read)
  expect([state.end?.result.kind, state.confirmation.needsEvidence]).toStrictEqual([
    ended ? 'succeeded' : undefined,
    soon,
  ])
})

test('with a known recent failure, the running tasks are not requested', () => {
  const { state } = confirm({ running: up, stopped: [failedJustNow] })
  const { requested } = after(state, [aPoll(now + 5_000, completed)])
  expect(requested).toStrictEqual([['poll']])
})

test('running tasks that were read wait a minute for the stopped ones', () => {
  const kept = after(aWatch(), [
    aPoll(now, completed),
    tasksRead('running', up, { at: now }),
    tasksRead('stopped', undefined, { at: now }),
  ])
  const requested = (at: number) => after(kept.state, [aPoll(at, completed)]).requested
  expect(requested(now + 60_000)).toStrictEqual([['read stopped tasks']])
  expect(requested(now + 60_001)).toStrictEqual([['read running tasks']])
})

test('the next poll comes soon three times; after ten ECS is believed, with a warning', () => {
  let state = aWatch()
  const ended: boolean[] = []
  const soon: boolean[] = []
  for (let poll = 0; poll < 10; poll++) {
    const at = now + poll * 6_000
    state = confirm({}, state, at).state
    // Without evidence the poll goes on to read the stopped tasks.
    state = after(state, [tasksRead('stopped', undefined, { at })]).state
    ended.push(state.end !== undefined)
    soon.push(state.confirmation.needsEvidence)
  }
  expect(ended).toStrictEqual([...Array.from({ length: 9 }, () => false), true])
  expect(soon).toStrictEqual([true, true, true, ...Array.from({ length: 7 }, () => false)])
  expect(state.confirmation.notices.map(({ text }) => text)).toStrictEqual([
    'The running tasks could not be read (ThrottlingException), so the success is based on the counts of ECS.',
  ])
})
