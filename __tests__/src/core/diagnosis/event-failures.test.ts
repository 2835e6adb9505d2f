import { expect, test } from '@jest/globals'
import { eventFailures } from '../../../../src/core/diagnosis/event-failures.js'
import { aFailureGroup } from '../../../support/rollout-builders.js'

const cluster = 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod'
const arn = (task: string) => `arn:aws:ecs:eu-west-1:123456789012:task/prod/${task}`
const group =
  '(target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/6d0ecf831eec9f09)'
const ours = 'ecs-svc/6216346761948112104'
const theirs = 'ecs-svc/1281894607538416024'
const started = (...tasks: string[]) =>
  `(service web) has started ${tasks.length} tasks: ${tasks.map(task => `(task ${task})`).join(' ')}.`
const unhealthy = (task: string, reason: string) =>
  `(service web) (task ${task}) (port 5001) is unhealthy in ${group} due to (reason ${reason}).`

/** Takes the messages oldest first; ECS answers the newest first. */
function failuresOf(...messages: readonly string[]) {
  const events = messages.map((message, nth) => ({ id: `e${nth}`, message, at: nth * 1_000 }))
  return eventFailures(events.reverse(), {
    clusterArn: cluster,
    deploymentId: ours,
    otherTasks: new Set([arn('d4')]),
    hadOtherTasks: false,
  })
}

const codes = 'Health checks failed with these codes: [404]'
const reason = `is unhealthy in (target-group web), port 5001: ${codes}`

test.each<{
  readonly name: string
  readonly messages: readonly string[]
  readonly expected: readonly { readonly reason: string; readonly tasks: readonly string[] }[]
}>([
  { name: 'nothing happened', messages: [], expected: [] },
  {
    name: 'the load balancer finds two tasks unhealthy',
    messages: [started('a1', 'b2'), unhealthy('b2', codes), unhealthy('a1', codes)],
    expected: [{ reason, tasks: [arn('b2'), arn('a1')] }],
  },
  {
    name: 'the same task is found unhealthy again and again',
    messages: [started('a1'), unhealthy('a1', codes), unhealthy('a1', codes)],
    expected: [{ reason, tasks: [arn('a1')] }],
  },
  {
    name: 'several reasons: the most frequent first',
    messages: [
      started('a1', 'b2', 'c3'),
      '(service web) (task a1) failed container health checks.',
      unhealthy('b2', codes),
      unhealthy('c3', codes),
    ],
    expected: [
      { reason, tasks: [arn('b2'), arn('c3')] },
      { reason: 'failed container health checks', tasks: [arn('a1')] },
    ],
  },
  {
    name: 'a task that ran before the deployment',
    messages: [started('a1'), unhealthy('0ld', codes)],
    expected: [],
  },
  {
    name: 'a task that is known to be of another deployment',
    messages: [started('a1', 'd4'), unhealthy('d4', codes), unhealthy('a1', codes)],
    expected: [{ reason, tasks: [arn('a1')] }],
  },
  {
    name: 'a task that was started after the rollback had begun',
    messages: [
      started('a1'),
      unhealthy('a1', codes),
      `(service web) rolling back to deployment ${theirs}.`,
      started('b2'),
      unhealthy('b2', codes),
    ],
    expected: [{ reason, tasks: [arn('a1')] }],
  },
  {
    name: 'events that name the deployment of a task',
    messages: [
      `(service web) (deployment ${theirs}) has started 1 tasks: (task a1).`,
      `(service web, taskSet ${theirs}) has started 1 tasks: (task b2).`,
      `(service web, taskSet ${ours}) has started 1 tasks: (task c3).`,
      unhealthy('a1', codes),
      unhealthy('b2', codes),
      unhealthy('c3', codes),
    ],
    expected: [{ reason, tasks: [arn('c3')] }],
  },
  {
    name: 'events about other things',
    messages: [
      started('a1'),
      '(service web) registered 1 targets in (target-group web)',
      '(service web) was unable to place a task because no container instance met all of its requirements.',
      '(service web) has stopped 1 running tasks: (task a1).',
      `(service web) (instance i-0abc) (port 32770) is unhealthy in ${group} due to (reason ${codes}).`,
    ],
    expected: [],
  },
])('$name', ({ messages, expected }) => {
  expect(failuresOf(...messages)).toStrictEqual(
    expected.map(failure => aFailureGroup({ failureClass: 'health-check', ...failure })),
  )
})

test('if another deployment had tasks, the failures are known only for the service', () => {
  const events = [unhealthy('a1', codes), started('a1')].map(message => ({ id: message, message, at: 0 }))
  const [failure] = eventFailures(events, {
    clusterArn: cluster,
    deploymentId: ours,
    otherTasks: new Set(),
    hadOtherTasks: true,
  })
  expect(failure).toMatchObject({ tasks: [arn('a1')], of: 'service' })
})
