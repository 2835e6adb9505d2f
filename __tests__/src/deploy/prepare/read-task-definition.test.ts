import { describe, expect, test } from '@jest/globals'
import { taskDefinitionShape } from '../../../../src/adapters/aws/task-definition-shape.js'
import { parse } from '../../../../src/adapters/workspace/document.js'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import { showPosition } from '../../../../src/core/errors/problem.js'
import type { ImagePolicy } from '../../../../src/core/options/image-policy.js'
import type { JsonObject } from '../../../../src/core/text/json.js'
import { noSource, readFile, readRegistered } from '../../../../src/deploy/prepare/read-task-definition.js'
import type { Workspace } from '../../../../src/ports.js'

/** A workspace with one file. */
const holding = (text: string): Workspace => ({
  readDocument: async (path, replacements) => parse(path, text, replacements),
  writeTemporary: async () => '',
})
const source = (text: string) =>
  readFile({ workspace: holding(text), ecs: { taskDefinitionShape } }, 'td.json', {
    input: 'task-definition',
    unknownKeys: 'refuse',
    placeholders: [],
  })
const json = (value: object) => JSON.stringify(value, null, 2)

const web = { family: 'web', containerDefinitions: [{ name: 'app', image: 'web:1' }] }
const described = {
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7',
  ...web,
  revision: 7,
  status: 'ACTIVE',
  registeredAt: '2026-11-21T20:00:00Z',
}
const left =
  'td.json: read-only members of a described task definition are ignored: taskDefinitionArn, revision, status and registeredAt.'

describe('a definition', () => {
  test.each([
    { name: 'as it is', file: web, definition: web, says: [] },
    { name: 'as describe-task-definition prints it, inside', file: described, definition: web, says: [left] },
    {
      name: 'as describe-task-definition prints it, outside',
      file: { taskDefinition: described },
      definition: web,
      says: [left],
    },
    {
      name: 'with tags next to it',
      file: {
        taskDefinition: web,
        tags: [
          { key: 'team', value: 'shop' },
          { key: 'aws:x', value: 'y' },
        ],
      },
      definition: { ...web, tags: [{ key: 'team', value: 'shop' }] },
      says: [],
    },
    {
      name: 'with an empty list of tags next to it',
      file: { taskDefinition: web, tags: [] },
      definition: web,
      says: [],
    },
  ])('$name', async ({ file, definition, says }) => {
    expect(await source(json(file))).toStrictEqual({
      ...noSource,
      searched: { file: 'td.json', absent: [] },
      base: {
        kind: 'file',
        definition,
        origin: 'td.json',
        positionOf: expect.any(Function),
        asIs: undefined,
      },
      notices: says.map(text => ({ level: 'notice', text })),
    })
  })
})

describe('a file with problems', () => {
  test.each([
    { name: 'empty', text: '', says: ['- "td.json" is empty'] },
    {
      name: 'broken',
      text: '{\n"family"',
      says: ['td.json:1:1 cannot be read: the object that begins here is not closed: its } is missing'],
    },
    {
      name: 'no object',
      text: '[]',
      says: ['td.json:1:1 the task definition is a list, but ECS expects an object'],
    },
    ...[
      { name: 'a file of Kubernetes', value: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: {} } },
      { name: 'a file of Docker Compose', value: { services: { web: {} }, volumes: {} } },
      { name: 'a template of CloudFormation', value: { Resources: {}, Parameters: {} } },
    ].map(({ name, value }) => ({
      name,
      text: json(value),
      says: [
        'td.json:2:3 this is not a task definition: it has neither family nor containerDefinitions; check the path',
      ],
    })),
    {
      name: 'an unknown key, at its place',
      text: json({ ...web, containerDefinitons: [] }),
      says: [
        'td.json:9:3 unknown key containerDefinitons; did you mean containerDefinitions, which is already present? (allow-unknown-keys: true sends it as it is)',
      ],
    },
    {
      name: 'an unknown key inside of an envelope, at its place in the file',
      text: json({ taskDefinition: { famly: 'web' }, tags: [{ key: 'a', val: 'b' }] }),
      says: [
        'td.json:3:5 unknown key famly; did you mean family? (allow-unknown-keys: true sends it as it is)',
        'td.json:8:7 unknown key tags[0].val; did you mean value? (allow-unknown-keys: true sends it as it is)',
      ],
    },
  ])('$name', async ({ text, says }) => {
    const { base, problems, notices } = await source(text)
    expect([base, notices]).toStrictEqual([undefined, []])
    expect(
      problems.map(
        ({ subject, text, position }) => `${subject} ${position ? showPosition(position) : '-'} ${text}`,
      ),
    ).toStrictEqual(says.map(line => `task-definition ${line}`))
  })
})

describe('unknown keys that are allowed', () => {
  const text = json({
    ...web,
    containerDefinitions: [{ name: 'app', image: 'web:1', portMapping: [{ x: null }], newKey: 1 }],
  })
  test('are kept as they are, and a notice names the place of each', async () => {
    const { base, problems, notices } = await readFile(
      { workspace: holding(text), ecs: { taskDefinitionShape } },
      'td.json',
      { input: 'task-definition', unknownKeys: 'keep', placeholders: [] },
    )
    expect([base?.definition, problems]).toStrictEqual([JSON.parse(text), []])
    expect(notices.map(({ level, text }) => `${level} ${text}`)).toStrictEqual([
      'notice td.json:7:7 unknown key containerDefinitions[0].portMapping; did you mean portMappings?; it is sent unchanged.',
      'notice td.json:12:7 unknown key containerDefinitions[0].newKey; it is sent unchanged.',
    ])
  })
})

describe('a registered definition', () => {
  const base = { kind: 'registered', name: 'web', input: 'task-definition-family', asIs: false } as const
  const arn = described.taskDefinitionArn
  const tags = [
    { key: 'team', value: 'shop' },
    { key: 'aws:x', value: 'y' },
  ]

  test('comes with its tags and without the members that only ECS writes', async () => {
    const asked: string[] = []
    const describeTaskDefinition = async (name: string) => {
      asked.push(name)
      return { arn, definition: { ...described, unheardOf: [''] }, tags }
    }
    expect(await readRegistered({ describeTaskDefinition }, base, 'immutable')).toStrictEqual({
      ...noSource,
      base: {
        kind: 'revision',
        definition: { ...web, unheardOf: [''], tags: [{ key: 'team', value: 'shop' }] },
        origin: 'web:7',
        positionOf: undefined,
        asIs: undefined,
      },
    })
    expect(asked).toStrictEqual(['web'])
  })

  test.each<{ name: string; definition: JsonObject; policy: ImagePolicy; asIs: boolean }>([
    { name: 'as it is', definition: {}, policy: 'immutable', asIs: true },
    {
      name: 'as it is, pinned already',
      definition: { containerDefinitions: [{ name: 'app', image: `web@sha256:${'a'.repeat(64)}` }] },
      policy: 'digest',
      asIs: true,
    },
    { name: 'to be pinned', definition: {}, policy: 'digest', asIs: false },
  ])('$name', async ({ definition, policy, asIs }) => {
    const describeTaskDefinition = async () => ({
      arn,
      definition: { ...described, status: 'ACTIVE', ...definition },
      tags,
    })
    const source = await readRegistered({ describeTaskDefinition }, { ...base, asIs: true }, policy)
    expect(source.base?.asIs).toStrictEqual(asIs ? { arn, reason: 'source' } : undefined)
  })

  test.each(['INACTIVE', 'DELETE_IN_PROGRESS'])('that is %s cannot be deployed as it is', async status => {
    const describeTaskDefinition = async () => ({ arn, definition: { ...described, status }, tags })
    const { base: found, problems } = await readRegistered(
      { describeTaskDefinition },
      { ...base, asIs: true },
      'immutable',
    )
    expect(found).toBeUndefined()
    expect(problems).toMatchObject([
      { subject: 'task-definition-family', text: expect.stringContaining(`"web:7" is ${status}`) },
    ])
    const copy = await readRegistered({ describeTaskDefinition }, base, 'immutable')
    expect(copy.problems).toStrictEqual([])
  })

  test.each([
    {
      name: 'that does not exist',
      error: new ApiError({
        kind: 'rejected',
        operation: 'ecs:DescribeTaskDefinition',
        code: 'ClientException',
        message: 'Unable to describe task definition.',
      }),
      problem: {
        subject: 'task-definition-family',
        text: '"web" was not found (Unable to describe task definition.): check the family, the account and the region',
      },
    },
    {
      name: 'that may not be read',
      error: new ApiError({
        kind: 'denied',
        operation: 'ecs:DescribeTaskDefinition',
        code: 'AccessDeniedException',
        message: 'no',
      }),
      problem: { subject: 'permissions', text: 'the role may not call ecs:DescribeTaskDefinition: allow it' },
    },
  ])('$name is a problem', async ({ error, problem }) => {
    const describeTaskDefinition = async () => Promise.reject(error)
    expect(await readRegistered({ describeTaskDefinition }, base, 'immutable')).toStrictEqual({
      ...noSource,
      problems: [problem],
      error: error.kind === 'rejected' ? undefined : error,
    })
  })
})

describe('a family that ECS cannot take', () => {
  test.each([
    {
      name: 'with a slash',
      text: '{\n  "family": "shop/web"\n}',
      says: 'td.json:2:3 family "shop/web" is not a valid family name: only letters, digits, hyphens and underscores are allowed',
    },
    {
      name: 'in an envelope',
      text: '{"taskDefinition":\n  {"family": "my web"}}',
      says: 'td.json:2:4 family "my web" is not a valid family name: only letters, digits, hyphens and underscores are allowed',
    },
    {
      name: 'too long',
      text: `{"family": "${'w'.repeat(256)}"}`,
      says: `td.json:1:2 family "${'w'.repeat(57)}…" has 256 characters, but ECS accepts at most 255`,
    },
    { name: 'with all that it may have', text: '{"family": "-Web_2"}', says: undefined },
  ])('$name', async ({ text, says }) => {
    const { problems } = await source(text)
    const told = problems.map(({ text, position }) => `${position ? showPosition(position) : '-'} ${text}`)
    expect(told).toStrictEqual(says === undefined ? [] : [says])
  })
})
