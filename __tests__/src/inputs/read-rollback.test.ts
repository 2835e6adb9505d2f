import { expect, test } from '@jest/globals'
import type { RollbackTarget } from '../../../src/core/options/task-definition-source.js'
import { readInputs } from '../../../src/inputs/read-inputs.js'

type Raw = Readonly<Record<string, string>>
const read = (raw: Raw) => readInputs(name => ({ service: 'web', ...raw })[name] ?? '')
const problemsOf = (raw: Raw) => read(raw).problems.map(({ subject, text }) => `${subject} ${text}`)

const arn = 'arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/web:7'

test.each<{ value: string; to: RollbackTarget }>([
  { value: ' previous ', to: { kind: 'previous' } },
  { value: '41', to: { kind: 'number', number: '41' } },
  { value: 'web:41', to: { kind: 'named', name: 'web:41' } },
  { value: arn, to: { kind: 'named', name: arn } },
])('$value', ({ value, to }) => {
  const { inputs, problems } = read({ rollback: value })
  expect([inputs.source, problems]).toStrictEqual([{ kind: 'rollback', to }, []])
})

test.each(['web', '0', '-1', 'Previous', 'true', 'web:latest', 'arn:aws:ecs:eu-west-1:1:service/web'])(
  '%s is no revision',
  value => {
    expect(problemsOf({ rollback: value })).toStrictEqual([
      `rollback ${JSON.stringify(value)} is neither previous nor a revision: write previous, a number (41), family:revision (web:41) or an ARN`,
    ])
  },
)

const other = 'is set, and so is rollback: use only one of them'
const change =
  'is set, and so is rollback, which deploys a revision as it is: remove it, or name the revision with task-definition-arn instead of rollback'

test('all that contradicts it', () => {
  const raw = {
    rollback: 'previous',
    'task-definition': 'td.json',
    'task-definition-arn': 'web:7',
    'container-name': 'app',
    image: 'web:1',
    'environment-variables': 'A=b',
    'task-role-arn': 'arn:aws:iam::123456789012:role/web',
    tags: 'a=b',
  }
  expect(problemsOf(raw)).toStrictEqual([
    `task-definition ${other}`,
    `task-definition-arn ${other}`,
    `container-name ${change}`,
    `image ${change}`,
    `environment-variables ${change}`,
    `task-role-arn ${change}`,
    `tags ${change}`,
  ])
})

test('a service is needed', () => {
  expect(problemsOf({ rollback: 'previous', service: '', cluster: 'prod' })).toStrictEqual([
    'service is empty, but rollback is set: set the service that goes back',
  ])
})

test('settings of the deployment do not contradict it', () => {
  const raw = {
    rollback: 'previous',
    'skip-unchanged': 'true',
    'in-flight': 'wait',
    'desired-count': '3',
    'run-task': 'true',
  }
  expect(problemsOf(raw)).toStrictEqual([])
})

test('an empty one is an absent one, and what happens instead is said first', () => {
  const { inputs, notices } = read({ rollback: '' })
  expect(inputs.source).toStrictEqual({ kind: 'live' })
  expect(notices).toMatchObject([
    {
      level: 'warning',
      isFirst: true,
      text: expect.stringContaining('image, task-definition-arn or rollback should have a value'),
    },
  ])
})
