/** Empty values of a file, as docs/moving-over.md says what becomes of them. */
import { expect, test } from '@jest/globals'
import { app, json, rendered } from '../../support/rendered.js'

test.each([
  {
    name: '"" as a text',
    members: { command: ['sh', ''], dockerLabels: { a: '' } },
    around: { taskRoleArn: '' },
  },
  { name: 'an empty list', members: { portMappings: [] }, around: { volumes: [] } },
  { name: 'an empty object', members: { healthCheck: {}, mountPoints: [{}] }, around: {} },
  { name: 'a variable with the value ""', members: { environment: [{ name: 'A', value: '' }] }, around: {} },
  { name: 'a variable without a value', members: { environment: [{ name: 'A' }] }, around: {} },
])('$name is sent as it is', async ({ members, around }) => {
  const definition = app(members, around)
  expect(await rendered({ name: '', file: json(definition) })).toStrictEqual(definition)
})

test('a member that is null is dropped, the value of a variable as well', async () => {
  const file = json(app({ command: null, environment: [{ name: 'A', value: null }] }, { ipcMode: null }))
  expect(await rendered({ name: '', file })).toStrictEqual(app({ environment: [{ name: 'A' }] }))
})

test.each([
  {
    name: 'null in a list',
    members: { command: ['sh', null] },
    says: 'command[1] is empty, ECS wants a string',
  },
  { name: 'null as a label', members: { dockerLabels: { a: null } }, says: 'dockerLabels.a is empty' },
  {
    name: 'null as an option',
    members: { logConfiguration: { logDriver: 'awslogs', options: { mode: null } } },
    says: 'logConfiguration.options.mode is empty',
  },
  { name: '"" for a number', members: { cpu: '' }, says: 'cpu is the string "", ECS wants a number' },
  {
    name: '"" for a switch',
    members: { essential: '' },
    says: 'essential is the string "", ECS wants true or false',
  },
  {
    name: '"" for one of a few words',
    members: { linuxParameters: { devices: [{ hostPath: '/dev/a', permissions: [''] }] } },
    says: 'permissions[0] is not one of',
  },
])('$name is refused with its place', async ({ members, says }) => {
  const problems = await rendered({ name: '', file: json(app(members)) })
  expect(problems).toStrictEqual([expect.stringMatching(/^td\.yml:\d+:\d+ containerDefinitions\[0\]\./)])
  expect(String(problems)).toContain(says)
})
