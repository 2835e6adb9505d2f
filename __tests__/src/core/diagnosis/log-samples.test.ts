import { expect, test } from '@jest/globals'
import type { FailureGroup } from '../../../../src/core/diagnosis/failure-group.js'
import { logsToRead } from '../../../../src/core/diagnosis/log-samples.js'
import { aFailureGroup, aSpan } from '../../../support/rollout-builders.js'

const group = (more: Partial<FailureGroup>) =>
  aFailureGroup({
    failureClass: 'health-check',
    reason: 'Task failed ELB health checks',
    tasks: ['t1', 't2', 't3'],
    ...more,
  })
const definition = {
  containerDefinitions: [
    { name: 'proxy', portMappings: [{ containerPort: 80 }] },
    { name: 'app', portMappings: [{ containerPort: 5001 }] },
    { name: 'agent', essential: false },
  ],
}

const sampled = (overrides: Partial<Parameters<typeof logsToRead>[0]>) =>
  logsToRead({
    tasks: [],
    failures: [],
    alarmTriggered: false,
    definition,
    positionOf: undefined,
    checks: [],
    service: undefined,
    ...overrides,
  }).map(({ task, container }) => `${task} ${container}`)

test.each([
  {
    name: 'the container that ECS names, of the two newest tasks',
    failures: [group({ failureClass: 'container-exit', container: 'agent' })],
    expected: ['t2 agent', 't3 agent'],
  },
  {
    name: 'a health check: the containers with ports',
    failures: [group({ tasks: ['t1'] })],
    expected: ['t1 proxy', 't1 app'],
  },
  {
    name: 'none of a task with containers that never started',
    failures: [group({ failureClass: 'image-pull', container: 'app' })],
    expected: [],
  },
  {
    name: 'thousands of tasks, dozens of reasons: a dozen samples',
    failures: Array.from({ length: 40 }, (_, nth) =>
      group({ reason: `${nth}`, tasks: Array.from({ length: 5_000 }, (_, task) => `g${nth}t${task}`) }),
    ),
    expected: ['g0t4998', 'g0t4999', 'g1t4998', 'g1t4999', 'g2t4998', 'g2t4999'].flatMap(task => [
      `${task} proxy`,
      `${task} app`,
    ]),
  },
])('$name', ({ failures, expected }) => {
  expect(sampled({ failures })).toStrictEqual(expected)
})

test('without ports: the essential containers', () => {
  const plain = { containerDefinitions: [{ name: 'worker' }, { name: 'agent', essential: false }] }
  expect(sampled({ failures: [group({ tasks: ['t'] })], definition: plain })).toStrictEqual(['t worker'])
})

test('after an alarm: the newest tasks that ran, by the containers with ports', () => {
  const ran = ['t1', 't2', 't3'].map((arn, nth) => aSpan({ arn, startedAt: nth + 1 }))
  const tasks = [...ran, aSpan({ arn: 't4' })]
  expect(sampled({ tasks, alarmTriggered: true })).toStrictEqual(['t2 proxy', 't2 app', 't3 proxy', 't3 app'])
})
