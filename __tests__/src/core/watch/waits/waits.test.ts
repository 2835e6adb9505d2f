/** Events in ECS's words: service-event-messages-list. */
import { expect, test } from '@jest/globals'
import { noWaitTimes } from '../../../../../src/core/watch/slices/wait-times.js'
import { waitFor } from '../../../../../src/core/watch/waits/waits.js'
import { aSnapshot, aTracked } from '../../../../support/rollout-builders.js'
import {
  aDeployment,
  aLoadBalancer,
  anEvent,
  aService,
  thePrevious,
} from '../../../../support/service-builders.js'

const waiting = (message: string, pendingCount = 0) =>
  waitFor({
    tracked: aTracked(),
    last: aSnapshot({
      service: aService({
        deployments: [aDeployment({ runningCount: 0, pendingCount }), thePrevious({ runningCount: 2 })],
      }),
      serviceDeployment: undefined,
    }),
    events: message === '' ? [] : [anEvent(`(service web) ${message}`)],
    tasks: [],
    checkedContainers: [],
    targets: [],
    minutes: 30,
    times: noWaitTimes,
  })

test.each([
  {
    name: 'a role that ECS may not assume',
    message:
      "failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.).",
    failureClass: 'permissions',
    text: /cannot start a task: ECS was unable to assume the role/,
    next: /role ecsTaskExecutionRole exists/,
  },
  {
    name: 'protected tasks, as the guide words it',
    message:
      'was unable to reach steady state because task set (1) was unable to scale in. Reason: The number of protected tasks are more than the desired count of tasks',
    failureClass: 'placement',
    text: /tasks of web:7 are under scale-in protection/,
    next: /UpdateTaskProtection/,
  },
  {
    name: 'throttling',
    message: 'operations are being throttled. Will try again later.',
    failureClass: 'placement',
    text: /AWS throttles/,
    next: /fewer services/,
  },
])('$name', ({ message, failureClass, text, next }) => {
  const wait = waiting(message)
  expect(wait?.failureClass).toBe(failureClass)
  expect(wait?.text).toMatch(text)
  expect(wait?.next).toMatch(next)
})

test('tasks that still start are counted, and where nothing is known, what was seen is said', () => {
  expect(waiting('', 2)?.text).toBe('2 of 2 tasks are still starting, 0 run')
  expect(waiting('is odd.')?.text).toBe(
    'ECS has not started 2 of 2 tasks of web:8; web:8 0 running of 2 · web:7 2 running; the last event is "is odd"',
  )
})

test.each([
  {
    name: 'its last tasks drain',
    messages: ['has begun draining connections on 2 tasks.', 'has started 2 tasks: (task 1) (task 2).'],
    object: /^2 tasks of web:8 to stop: the load balancer drains their connections/,
    text: /^web:7 is the current revision again, 2 of 2 running, and 2 tasks of web:8 are still stopping/,
  },
  {
    name: 'the tasks that came back are not healthy yet',
    messages: ['has started 2 tasks: (task 1) (task 2).', 'has begun draining connections on 2 tasks.'],
    object: /^web:7 to serve again \(2 of 2 running\)$/,
    text: /^web:7 is the current revision again, 2 of 2 running$/,
  },
])('a deployment that is rolled back: $name', ({ messages, object, text }) => {
  const failed = aDeployment({ status: 'ACTIVE', runningCount: 2 })
  const deployments = [thePrevious({ status: 'PRIMARY', runningCount: 2 }), failed]
  const wait = waitFor({
    tracked: aTracked(),
    last: aSnapshot({
      service: aService({ deployments, loadBalancers: [aLoadBalancer()] }),
      serviceDeployment: undefined,
    }),
    events: messages.map((message, nth) => anEvent(`(service web) ${message}`, { at: 60_000 - nth })),
    tasks: [],
    checkedContainers: [],
    targets: [],
    minutes: 30,
    times: noWaitTimes,
  })
  expect(wait?.object).toMatch(object)
  expect(wait?.text).toMatch(text)
})
