import { describe, expect, test } from '@jest/globals'
import type { TaskDefinitionSource } from '../../../src/core/options/task-definition-source.js'
import { readInputs } from '../../../src/inputs/read-inputs.js'

type Raw = Readonly<Record<string, string>>
const read = (raw: Raw) => readInputs(name => ({ service: 'web', ...raw })[name] ?? '')

const arn = 'arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/web:7'
const registered = (name: string, input: string, asIs = true): TaskDefinitionSource => ({
  kind: 'registered',
  name,
  input,
  asIs,
})

describe('one source', () => {
  test.each<{ name: string; raw: Raw; source: TaskDefinitionSource }>([
    { name: 'the live definition', raw: {}, source: { kind: 'live' } },
    { name: 'a file', raw: { 'task-definition': ' td.yml ' }, source: { kind: 'file', path: 'td.yml' } },
    { name: 'an ARN', raw: { 'task-definition-arn': arn }, source: registered(arn, 'task-definition-arn') },
    {
      name: 'a family and its revision in one',
      raw: { 'task-definition-arn': ' web:41 ' },
      source: registered('web:41', 'task-definition-arn'),
    },
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
      source: registered('web', 'task-definition-family', false),
    },
    {
      name: 'a revision, and an image for it',
      raw: { 'task-definition-arn': 'web:41', images: 'app=web:1' },
      source: registered('web:41', 'task-definition-arn', false),
    },
    {
      name: 'a revision, and a tag for it',
      raw: { 'task-definition-arn': 'web:41', tags: 'a=b' },
      source: registered('web:41', 'task-definition-arn', false),
    },
    {
      name: 'a revision whose image stays',
      raw: { 'task-definition-arn': 'web:41', 'container-name': 'app', image: 'keep' },
      source: registered('web:41', 'task-definition-arn'),
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
      says: ['task-definition-arn is set, and so is task-definition: use only one of them'],
    },
    {
      raw: { 'task-definition': 'td.yml', 'task-definition-arn': arn, 'task-definition-family': 'web' },
      says: [
        'task-definition-arn is set, and so is task-definition: use only one of them',
        'task-definition-family is set, and so is task-definition: use only one of them',
      ],
    },
    {
      raw: { 'task-definition-arn': arn, 'task-definition-family': 'web' },
      says: ['task-definition-family is set, and so is task-definition-arn: use only one of them'],
    },
    {
      raw: { 'task-definition-revision': '7' },
      says: ['task-definition-revision is set without task-definition-family: set the family, too'],
    },
    ...['0', '-1', '7.5', 'latest', '07', 'web:7'].map(value => ({
      raw: { 'task-definition-family': 'web', 'task-definition-revision': value },
      says: [
        `task-definition-revision "${value}" is not the number of a revision: write a number such as 7, or remove the input to use the latest ACTIVE revision`,
      ],
    })),
    {
      raw: { 'task-definition-family': 'web:7' },
      says: [
        'task-definition-family "web:7" has a revision: write task-definition-arn: web:7, or task-definition-family: web and task-definition-revision: 7',
      ],
    },
    ...['web', 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web'].map(value => ({
      raw: { 'task-definition-arn': value },
      says: [
        `task-definition-arn ${JSON.stringify(value)} has no revision: write web:7 with the number that you want, or set task-definition-family: web instead, which means its latest ACTIVE revision`,
      ],
    })),
    ...['my web', 'w/b', 'web:latest', 'web:07'].map(value => ({
      raw: { 'task-definition-family': value },
      says: [`task-definition-family "${value}" is not a family: letters, digits, - and _`],
    })),
    ...[
      'web:latest',
      'web:0',
      'web:7:8',
      'prod/web:7',
      'arn:aws:ecs:eu-west-1:123456789012:service/prod/web',
    ].map(value => ({
      raw: { 'task-definition-arn': value },
      says: [
        `task-definition-arn ${JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value)} is not a revision of a task definition: write family:revision (web:7) or its ARN`,
      ],
    })),
    {
      raw: { 'skip-unchanged': 'true', 'force-new-deployment': 'true' },
      says: ['skip-unchanged contradicts force-new-deployment: use only one of them'],
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
