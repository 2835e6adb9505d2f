import { describe, expect, test } from '@jest/globals'
import { readInputs } from '../../../src/inputs/read-inputs.js'

type Raw = Readonly<Record<string, string>>
const read = (raw: Raw) => readInputs(name => raw[name] ?? '')

describe('inputs without effect', () => {
  test.each<{ name: string; raw: Raw; unused: string[] }>([
    { name: 'nothing, in a deployment', raw: { service: 'web', 'wait-for-minutes': '5' }, unused: [] },
    {
      name: 'the time to wait, in a plan',
      raw: { service: 'web', 'dry-run': 'true', 'wait-for-minutes': '5' },
      unused: ['wait-for-minutes'],
    },
    {
      name: 'the time to wait, where nothing waits',
      raw: { service: 'web', 'wait-for-service-stability': 'false', 'wait-for-minutes': '5' },
      unused: ['wait-for-minutes'],
    },
    {
      name: 'but not the default that action.yml fills in',
      raw: { service: 'web', 'dry-run': 'true', 'wait-for-minutes': '30' },
      unused: [],
    },
    {
      name: 'everything about a rollout, without a service',
      raw: {
        'task-definition': 'td.yml',
        'circuit-breaker-threshold': '3',
        'circuit-breaker-reset-on-healthy-task': 'true',
        'wait-for-minutes': '5',
      },
      unused: ['circuit-breaker-threshold', 'circuit-breaker-reset-on-healthy-task', 'wait-for-minutes'],
    },
  ])('$name', ({ raw, unused }) => {
    expect(read(raw).unused.map(({ input }) => input)).toStrictEqual(unused)
  })
})

test.each<{ name: string; raw: Raw; reason: string }>([
  {
    name: 'a comment on a deployment',
    raw: { service: 'web', 'pr-comment': 'true' },
    reason: 'without dry-run there is no plan to comment on',
  },
  {
    name: 'the time to wait, in a plan',
    raw: { service: 'web', 'dry-run': 'true', 'wait-for-minutes': '5' },
    reason: 'a dry run watches nothing',
  },
  {
    name: 'the time to wait, where nothing waits',
    raw: { service: 'web', 'wait-for-service-stability': 'false', 'wait-for-minutes': '5' },
    reason: 'the deployment is not watched',
  },
  {
    name: 'a verification, in a plan of what nothing waits for',
    raw: {
      service: 'web',
      'dry-run': 'true',
      'wait-for-service-stability': 'false',
      'verify-url': 'https://web.example.com/',
    },
    reason: 'the deployment is not watched',
  },
  {
    name: 'alarms without a service',
    raw: { 'task-definition': 'td.yml', alarms: 'web-5xx' },
    reason: 'there is no service to deploy to',
  },
  {
    name: 'an address without an environment',
    raw: { service: 'web', 'environment-url': 'https://x.example' },
    reason: 'environment is empty',
  },
])('why $name has no effect', ({ raw, reason }) => {
  expect(read(raw).unused.map(unused => unused.reason)).toStrictEqual([reason])
})
