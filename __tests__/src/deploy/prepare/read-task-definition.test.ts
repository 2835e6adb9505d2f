import { describe, expect, test } from '@jest/globals'
import { taskDefinitionShape } from '../../../../src/adapters/aws/task-definition-shape.js'
import { parse } from '../../../../src/adapters/workspace/document.js'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import { showPosition } from '../../../../src/core/errors/problem.js'
import { noSource, readFile, readRegistered } from '../../../../src/deploy/prepare/read-task-definition.js'
import type { Workspace } from '../../../../src/ports.js'

/** A workspace with one file. */
const holding = (text: string): Workspace => ({
  readDocument: async path => parse(path, text),
  writeTemporary: async () => '',
})
const source = (text: string) =>
  readFile({ workspace: holding(text), ecs: { taskDefinitionShape } }, 'td.json')
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
  'td.json: read-only members of a described task definition are left out: taskDefinitionArn, revision, status, registeredAt.'

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
      name: 'with tags beside it',
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
      name: 'with an empty list of tags beside it',
      file: { taskDefinition: web, tags: [] },
      definition: web,
      says: [],
    },
  ])('$name', async ({ file, definition, says }) => {
    expect(await source(json(file))).toStrictEqual({
      ...noSource,
      base: { definition, origin: 'td.json', positionOf: expect.any(Function) },
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
      says: ['td.json:1:1 the task definition is a list, ECS wants an object'],
    },
    {
      name: 'an unknown key, at its place',
      text: json({ ...web, containerDefinitons: [] }),
      says: [
        'td.json:9:3 unknown key containerDefinitons; did you mean containerDefinitions, which is there already?',
      ],
    },
    {
      name: 'an unknown key inside of an envelope, at its place in the file',
      text: json({ taskDefinition: { famly: 'web' }, tags: [{ key: 'a', val: 'b' }] }),
      says: [
        'td.json:3:5 unknown key famly; did you mean family?',
        'td.json:8:7 unknown key tags[0].val; did you mean value?',
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

describe('unknown keys that are let through', () => {
  const text = json({
    ...web,
    containerDefinitions: [{ name: 'app', image: 'web:1', portMapping: [{ x: null }], newKey: 1 }],
  })
  test('go along as they are, and each is told with its place', async () => {
    const { base, problems, notices } = await readFile(
      { workspace: holding(text), ecs: { taskDefinitionShape } },
      'td.json',
      'keep',
    )
    expect([base?.definition, problems]).toStrictEqual([JSON.parse(text), []])
    expect(notices.map(({ level, text }) => `${level} ${text}`)).toStrictEqual([
      'notice td.json:7:7 unknown key containerDefinitions[0].portMapping; did you mean portMappings?; it is sent as it is.',
      'notice td.json:12:7 unknown key containerDefinitions[0].newKey; it is sent as it is.',
    ])
  })
})

describe('a registered definition', () => {
  const wish = { kind: 'registered', name: 'web', input: 'task-definition-family' } as const
  const arn = described.taskDefinitionArn
  const tags = [
    { key: 'team', value: 'shop' },
    { key: 'aws:x', value: 'y' },
  ]

  test('comes with its tags and without what only ECS writes', async () => {
    const asked: string[] = []
    const describeTaskDefinition = async (name: string) => {
      asked.push(name)
      return { arn, definition: { ...described, unheardOf: [''] }, tags }
    }
    expect(await readRegistered({ describeTaskDefinition }, wish)).toStrictEqual({
      ...noSource,
      base: {
        definition: { ...web, unheardOf: [''], tags: [{ key: 'team', value: 'shop' }] },
        origin: 'web:7',
        positionOf: undefined,
      },
    })
    expect(asked).toStrictEqual(['web'])
  })

  test.each([
    {
      name: 'that is not there',
      error: new ApiError({
        kind: 'rejected',
        operation: 'ecs:DescribeTaskDefinition',
        code: 'ClientException',
        message: 'Unable to describe task definition.',
      }),
      problem: {
        subject: 'task-definition-family',
        text: '"web" was not found (Unable to describe task definition.): check the name, the account and the region',
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
    expect(await readRegistered({ describeTaskDefinition }, wish)).toStrictEqual({
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
      says: 'td.json:2:3 family "shop/web" is no name of a family: ECS takes letters, digits, hyphens and underscores',
    },
    {
      name: 'in an envelope',
      text: '{"taskDefinition":\n  {"family": "my web"}}',
      says: 'td.json:2:4 family "my web" is no name of a family: ECS takes letters, digits, hyphens and underscores',
    },
    {
      name: 'too long',
      text: `{"family": "${'w'.repeat(256)}"}`,
      says: `td.json:1:2 family "${'w'.repeat(57)}…" has 256 characters, ECS takes 255`,
    },
    { name: 'with all that it may have', text: '{"family": "-Web_2"}', says: undefined },
  ])('$name', async ({ text, says }) => {
    const { problems } = await source(text)
    const told = problems.map(({ text, position }) => `${position ? showPosition(position) : '-'} ${text}`)
    expect(told).toStrictEqual(says === undefined ? [] : [says])
  })
})
