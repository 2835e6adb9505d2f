/** Empty values of a file, as docs/moving-over.md says what becomes of them. */
import { expect, test } from '@jest/globals'
import { app, json, rendered } from '../../support/rendered.js'

test.each([
  {
    name: '"" in a list or a map',
    members: { command: ['sh', ''], entryPoint: [''], dockerLabels: { a: '' } },
    around: { tags: [{ key: 'stage', value: '' }] },
  },
  {
    name: 'an empty list',
    members: { portMappings: [], environment: [], entryPoint: [] },
    around: { volumes: [], requiresCompatibilities: [], placementConstraints: [] },
  },
  {
    name: 'an empty object that needs no member',
    members: { linuxParameters: { capabilities: {} }, mountPoints: [{}] },
    around: { volumes: [{ name: 'data', host: {} }], runtimePlatform: {} },
  },
  { name: 'a variable with the value ""', members: { environment: [{ name: 'A', value: '' }] }, around: {} },
  { name: 'a variable without a value', members: { environment: [{ name: 'A' }] }, around: {} },
  {
    name: 'a property of the proxy with the value ""',
    members: {},
    around: {
      proxyConfiguration: {
        containerName: 'envoy',
        properties: [{ name: 'EgressIgnoredPorts', value: '' }],
      },
    },
  },
])('$name is sent unchanged', async ({ members, around }) => {
  const definition = app(members, around)
  expect(await rendered({ name: '', file: json(definition) })).toStrictEqual(definition)
})

test.each([
  { name: 'no tags', members: {}, around: { tags: [] } },
  { name: 'no accelerators', members: {}, around: { inferenceAccelerators: [] } },
  { name: 'roles', members: {}, around: { taskRoleArn: '', executionRoleArn: '' } },
  { name: 'one of a few words', members: {}, around: { ipcMode: '', pidMode: '', networkMode: '' } },
  {
    name: 'a text of the container',
    members: { user: '', hostname: '', workingDirectory: '', versionConsistency: '' },
    around: {},
  },
  {
    name: 'an object of empty texts',
    members: { repositoryCredentials: { credentialsParameter: '' } },
    around: {},
  },
  {
    name: 'an object of empty objects and nulls',
    members: { logConfiguration: { logDriver: '', options: null }, healthCheck: {} },
    around: { proxyConfiguration: {}, ephemeralStorage: {} },
  },
])('$name: left out where it is empty', async ({ members, around }) => {
  expect(await rendered({ name: '', file: json(app(members, around)) })).toStrictEqual(app({}))
})

test('what is left out in a list of objects does not move what follows', async () => {
  const ports = [{ name: '', containerPort: 80 }, { containerPort: 81 }]
  const volumes = [{ name: 'data', host: { sourcePath: '' } }]
  expect(await rendered({ name: '', file: json(app({ portMappings: ports }, { volumes })) })).toStrictEqual(
    app({ portMappings: [{ containerPort: 80 }, { containerPort: 81 }] }, { volumes: [{ name: 'data' }] }),
  )
})

test.each([
  { name: 'the family', members: {}, around: { family: '' }, says: /^td\.yml:2:3 family is empty, but ECS/ },
  {
    name: 'the name of a container',
    members: { name: '' },
    around: {},
    says: /^td\.yml:5:7 containerDefinitions\[0\]\.name is empty, but ECS/,
  },
  {
    name: 'the volume of a mount point',
    members: { mountPoints: [{ sourceVolume: '', containerPath: '/data' }] },
    around: {},
    says: /^td\.yml:9:11 containerDefinitions\[0\]\.mountPoints\[0\]\.sourceVolume is empty/,
  },
  {
    name: 'the key of a tag',
    members: {},
    around: { tags: [{ key: '', value: 'x' }] },
    says: /^td\.yml:11:7 tags\[0\]\.key is empty/,
  },
  {
    name: 'a log driver that has options',
    members: { logConfiguration: { logDriver: '', options: { mode: 'blocking' } } },
    around: {},
    says: /^td\.yml:8:9 containerDefinitions\[0\]\.logConfiguration\.logDriver "" is not one of/,
  },
])('$name is refused with its place where it is empty', async ({ members, around, says }) => {
  const problems = await rendered({ name: '', file: json(app(members, around)) })
  expect(problems).toStrictEqual([expect.stringMatching(says)])
})

test('a member that is null is dropped, the value of a variable as well', async () => {
  const file = json(app({ command: null, environment: [{ name: 'A', value: null }] }, { ipcMode: null }))
  expect(await rendered({ name: '', file })).toStrictEqual(app({ environment: [{ name: 'A' }] }))
})

test.each([
  {
    name: 'null in a list',
    members: { command: ['sh', null] },
    says: 'command[1] is empty, but ECS expects a string',
  },
  { name: 'null as a label', members: { dockerLabels: { a: null } }, says: 'dockerLabels.a is empty' },
  {
    name: 'null as an option',
    members: { logConfiguration: { logDriver: 'awslogs', options: { mode: null } } },
    says: 'logConfiguration.options.mode is empty',
  },
  { name: '"" for a number', members: { cpu: '' }, says: 'cpu is the string "", but ECS expects a number' },
  {
    name: '"" for a switch',
    members: { essential: '' },
    says: 'essential is the string "", but ECS expects true or false',
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
