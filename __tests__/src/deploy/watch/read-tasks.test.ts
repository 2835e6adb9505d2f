/** Reads of the tasks of several services: how many calls they cost, and whom an error concerns. */
import { expect, test } from '@jest/globals'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import type { TaskSelection } from '../../../../src/core/watch/watch-event.js'
import { readTasksTogether, type TasksRequest } from '../../../../src/deploy/watch/read-tasks.js'
import type { Ecs } from '../../../../src/ports.js'
import { aTracked } from '../../../support/rollout-builders.js'
import { aStubEcs } from '../../../support/stub-ecs.js'
import { aTask } from '../../../support/task-builders.js'

function requestOf(service: string, which: TaskSelection = 'stopped', skip: readonly string[] = []) {
  const request: TasksRequest = {
    target: { cluster: 'prod', service },
    tracked: aTracked(),
    effect: { kind: 'read-tasks', which, list: undefined, skip: new Set(skip) },
  }
  return request
}

async function read(requests: readonly TasksRequest[], ecs: Partial<Ecs> = {}) {
  const calls: string[] = []
  const reads: Pick<Ecs, 'listTasks' | 'describeTasks'> = {
    listTasks: async ({ service }) => [`${service}/1`, `${service}/2`],
    describeTasks: async (_, arns) => arns.map(arn => aTask({ arn })),
    ...ecs,
  }
  const counted: Partial<Ecs> = {
    listTasks(target, which) {
      calls.push(`list ${target.service}`)
      return reads.listTasks(target, which)
    },
    describeTasks(target, arns) {
      calls.push(`describe ${arns.join(' ')}`)
      return reads.describeTasks(target, arns)
    },
  }
  const clock = { now: () => 0, sleep: async () => {}, random: () => 0 }
  const ports = { ecs: aStubEcs(counted), clock, canceled: new AbortController().signal }
  const events = await readTasksTogether(ports, requests)
  return {
    calls,
    tasks: events.map(event => {
      if (event.kind !== 'tasks-read') throw new TypeError(event.kind)
      return event.tasks.kind === 'failed' ? event.tasks.error.code : event.tasks.value.map(({ arn }) => arn)
    }),
  }
}

test('the tasks of all services are described by one call', async () => {
  const { calls, tasks } = await read([requestOf('web'), requestOf('api')])
  expect(calls).toStrictEqual(['list web', 'list api', 'describe web/1 web/2 api/1 api/2'])
  expect(tasks).toStrictEqual([
    ['web/1', 'web/2'],
    ['api/1', 'api/2'],
  ])
})

test('a task that needs no read is not described', async () => {
  const requests = [requestOf('web', 'stopped', ['web/1']), requestOf('api', 'stopped', ['api/1', 'api/2'])]
  const { calls, tasks } = await read(requests)
  expect(calls.at(-1)).toBe('describe web/2')
  expect(tasks).toStrictEqual([['web/2'], []])
})

test('a list that fails concerns its service only', async () => {
  const { calls, tasks } = await read([requestOf('web'), requestOf('api')], {
    async listTasks({ service }) {
      if (service === 'web') throw unavailable()
      return [`${service}/1`]
    },
  })
  expect(calls).toStrictEqual(['list web', 'list api', 'describe api/1'])
  expect(tasks).toStrictEqual(['InternalError', ['api/1']])
})

test('running tasks are read again at once, stopped ones with the next poll', async () => {
  let lost = 2
  const { calls, tasks } = await read([requestOf('web'), requestOf('api', 'running')], {
    async describeTasks(_, arns) {
      if (lost-- > 0) throw unavailable()
      return arns.map(arn => aTask({ arn }))
    },
  })
  expect(calls.filter(call => call.startsWith('describe')).toSorted()).toStrictEqual([
    'describe api/1 api/2',
    'describe api/1 api/2',
    'describe web/1 web/2',
  ])
  expect(tasks).toStrictEqual(['InternalError', ['api/1', 'api/2']])
})

function unavailable(): ApiError {
  return new ApiError({
    kind: 'unavailable',
    operation: 'ecs:DescribeTasks',
    code: 'InternalError',
    message: 'We were unable to process your request.',
  })
}
