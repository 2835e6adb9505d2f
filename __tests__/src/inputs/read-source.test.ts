import { describe, expect, test } from '@jest/globals'
import type { TaskDefinitionSource } from '../../../src/core/options/task-definition-source.js'
import { readInputs } from '../../../src/inputs/read-inputs.js'

type Raw = Readonly<Record<string, string>>
const read = (raw: Raw) => readInputs(name => ({ service: 'web', ...raw })[name] ?? '')

const arn = 'arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/web:7'
const registered = (name: string, input: string): TaskDefinitionSource => ({
  kind: 'registered',
  name,
  input,
})

describe('one source', () => {
  test.each<{ name: string; raw: Raw; source: TaskDefinitionSource }>([
    { name: 'the live definition', raw: {}, source: { kind: 'live' } },
    { name: 'a file', raw: { 'task-definition': ' td.yml ' }, source: { kind: 'file', path: 'td.yml' } },
    { name: 'an ARN', raw: { 'task-definition-arn': arn }, source: registered(arn, 'task-definition-arn') },
    {
      name: 'a family',
      raw: { 'task-definition-family': 'web' },
      source: registered('web', 'task-definition-family'),
    },
    {
      name: 'a family and a revision',
      raw: { 'task-definition-family': 'web', 'task-definition-revision': '7' },
      source: registered('web:7', 'task-definition-revision'),
    },
    {
      name: 'a family without a service',
      raw: { service: '', 'task-definition-family': 'web' },
      source: registered('web', 'task-definition-family'),
    },
  ])('$name', ({ raw, source }) => {
    const { inputs, problems } = read(raw)
    expect([inputs.source, problems]).toStrictEqual([source, []])
  })
})

describe('a problem', () => {
  test.each<{ raw: Raw; says: string[] }>([
    {
      raw: { 'task-definition': 'td.yml', 'task-definition-arn': arn },
      says: ['task-definition-arn is given, and so is task-definition: give one of them'],
    },
    {
      raw: { 'task-definition': 'td.yml', 'task-definition-arn': arn, 'task-definition-family': 'web' },
      says: [
        'task-definition-arn is given, and so is task-definition: give one of them',
        'task-definition-family is given, and so is task-definition: give one of them',
      ],
    },
    {
      raw: { 'task-definition-arn': arn, 'task-definition-family': 'web' },
      says: ['task-definition-family is given, and so is task-definition-arn: give one of them'],
    },
    {
      raw: { 'task-definition-revision': '7' },
      says: ['task-definition-revision is given without task-definition-family: name the family'],
    },
    ...['0', '-1', '7.5', 'latest', '07', 'web:7'].map(value => ({
      raw: { 'task-definition-family': 'web', 'task-definition-revision': value },
      says: [`task-definition-revision "${value}" is not the number of a revision`],
    })),
    ...['web:7', 'my web', 'w/b'].map(value => ({
      raw: { 'task-definition-family': value },
      says: [`task-definition-family "${value}" is not a family: letters, digits, - and _`],
    })),
    ...[
      'web:7',
      'arn:aws:ecs:eu-west-1:123456789012:task-definition/web',
      'arn:aws:ecs:eu-west-1:123456789012:service/prod/web',
    ].map(value => ({
      raw: { 'task-definition-arn': value },
      says: [
        `task-definition-arn ${JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value)} is not the ARN of a task definition with its revision`,
      ],
    })),
    {
      raw: { 'skip-unchanged': 'true', 'force-new-deployment': 'true' },
      says: ['skip-unchanged contradicts force-new-deployment: give one of them'],
    },
  ])('$says', ({ raw, says }) => {
    expect(read(raw).problems.map(({ subject, text }) => `${subject} ${text}`)).toStrictEqual(says)
  })
})

test.each([
  {
    name: 'skip-unchanged without a service',
    raw: { service: '', 'task-definition': 'td.yml', 'skip-unchanged': 'true' },
    unused: ['skip-unchanged'],
  },
  {
    name: 'allow-unknown-keys without a file',
    raw: { 'allow-unknown-keys': 'true' },
    unused: ['allow-unknown-keys'],
  },
  {
    name: 'but not with one',
    raw: { 'task-definition': 'td.yml', 'allow-unknown-keys': 'true' },
    unused: [],
  },
])('no effect: $name', ({ raw, unused }) => {
  expect(read(raw).unused.map(({ input }) => input)).toStrictEqual(unused)
})
