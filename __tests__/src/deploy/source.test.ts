import { describe, expect, test } from '@jest/globals'
import { parse } from '../../../src/adapters/document.js'
import { taskDefinitionShape } from '../../../src/adapters/task-definition-shape.js'
import { showPosition } from '../../../src/core/problem.js'
import { readFile } from '../../../src/deploy/source.js'
import type { Workspace } from '../../../src/ports.js'

/** A workspace with one file. */
const holding = (text: string): Workspace => ({
  readDocument: async path => parse(path, text),
  writeTemporary: async () => '',
})
const source = (text: string) => readFile(holding(text), { taskDefinitionShape }, 'td.json')
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
      base: { definition, origin: 'td.json' },
      problems: [],
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
      says: ['td.json:2:9 "td.json" cannot be read: Flow map must end with a }'],
    },
    {
      name: 'no object',
      text: '[]',
      says: ['td.json:1:1 the task definition is a list, ECS wants an object'],
    },
    {
      name: 'an unknown key, at its place',
      text: json({ ...web, containerDefinitons: [] }),
      says: ['td.json:9:3 unknown key containerDefinitons'],
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
      problems.map(({ subject, text, at }) => `${subject} ${at ? showPosition(at) : '-'} ${text}`),
    ).toStrictEqual(says.map(line => `task-definition ${line}`))
  })
})
