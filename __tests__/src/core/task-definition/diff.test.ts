import { describe, expect, test } from '@jest/globals'
import { diff } from '../../../../src/core/task-definition/diff.js'
import type { JsonObject } from '../../../../src/core/text/json.js'

const app = (members: JsonObject, around: JsonObject = {}): JsonObject => ({
  family: 'web',
  containerDefinitions: [{ name: 'app', image: 'web:1', ...members }],
  ...around,
})

describe('a change', () => {
  test.each([
    {
      name: 'an image, shown',
      before: app({}),
      after: app({ image: 'web:2' }),
      changes: [{ sign: '~', path: 'app.image', from: 'web:1', to: 'web:2' }],
    },
    {
      name: 'a size of the task',
      before: app({}, { cpu: '256' }),
      after: app({}, { cpu: '512' }),
      changes: [{ sign: '~', path: 'cpu', from: '256', to: '512' }],
    },
    {
      name: 'a list of plain values that hides nothing',
      before: app({}),
      after: app({ links: ['db', 'cache'] }, { requiresCompatibilities: ['FARGATE'] }),
      changes: [
        { sign: '+', path: 'app.links', to: 'db, cache' },
        { sign: '+', path: 'requiresCompatibilities', to: 'FARGATE' },
      ],
    },
    {
      name: 'a command, hidden',
      before: app({}),
      after: app({ command: ['serve', 'hunter2'] }),
      changes: [{ sign: '+', path: 'app.command', hidden: true }],
    },
    {
      name: 'an environment value, hidden',
      before: app({ environment: [{ name: 'A', value: 'hunter2' }] }),
      after: app({ environment: [{ name: 'A', value: 'hunter3' }] }),
      changes: [{ sign: '~', path: 'app.environment.A', hidden: true }],
    },
    {
      name: 'an environment value that becomes empty',
      before: app({ environment: [{ name: 'A', value: 'hunter2' }] }),
      after: app({ environment: [{ name: 'A', value: '' }] }),
      changes: [{ sign: '~', path: 'app.environment.A', hidden: true }],
    },
    {
      name: 'a variable that is new among others',
      before: app({ environment: [{ name: 'A', value: '1' }] }),
      after: app({
        environment: [
          { name: 'A', value: '1' },
          { name: 'B', value: '2' },
        ],
      }),
      changes: [{ sign: '+', path: 'app.environment.B', hidden: true }],
    },
    {
      name: 'the first variables of a container, each by its name',
      before: app({ environment: [] }),
      after: app({
        environment: [
          { name: 'A', value: '1' },
          { name: 'B', value: '2' },
        ],
      }),
      changes: [
        { sign: '+', path: 'app.environment.A', hidden: true },
        { sign: '+', path: 'app.environment.B', hidden: true },
      ],
    },
    {
      name: 'the last variable goes',
      before: app({ environment: [{ name: 'A', value: '1' }] }),
      after: app({}),
      changes: [{ sign: '-', path: 'app.environment.A', hidden: true }],
    },
    {
      name: 'a secret that moves',
      before: app({ secrets: [{ name: 'DB', valueFrom: 'arn:aws:ssm:eu-west-1:1:parameter/a' }] }),
      after: app({ secrets: [{ name: 'DB', valueFrom: 'arn:aws:ssm:eu-west-1:1:parameter/b' }] }),
      changes: [{ sign: '~', path: 'app.secrets.DB', hidden: true }],
    },
    {
      name: 'a command',
      before: app({ command: ['serve', '--token', 'hunter2'] }),
      after: app({ command: ['serve', '--token', 'hunter3'] }),
      changes: [{ sign: '~', path: 'app.command.2', hidden: true }],
    },
    {
      name: 'the port of the incident',
      before: app({ portMappings: [{ containerPort: 5001, protocol: 'tcp' }] }),
      after: app({ portMappings: [{ containerPort: 5201 }] }),
      changes: [
        { sign: '-', path: 'app.portMappings.5001/tcp' },
        { sign: '+', path: 'app.portMappings.5201/tcp' },
      ],
    },
    {
      name: 'a container more',
      before: app({}),
      after: {
        family: 'web',
        containerDefinitions: [
          { name: 'app', image: 'web:1' },
          { name: 'envoy', image: 'envoy:1' },
        ],
      },
      changes: [{ sign: '+', path: 'envoy' }],
    },
    {
      name: 'essential is no longer a default',
      before: app({ essential: true }),
      after: app({ essential: false }),
      changes: [{ sign: '+', path: 'app.essential', to: 'false' }],
    },
    {
      name: 'a volume, by its name',
      before: { volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1' } }] },
      after: { volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-2' } }] },
      changes: [
        { sign: '~', path: 'volumes.data.efsVolumeConfiguration.fileSystemId', from: 'fs-1', to: 'fs-2' },
      ],
    },
    {
      name: 'the order of name servers',
      before: app({ dnsServers: ['1.1.1.1', '8.8.8.8'] }),
      after: app({ dnsServers: ['8.8.8.8', '1.1.1.1'] }),
      changes: [
        { sign: '~', path: 'app.dnsServers.0', hidden: true },
        { sign: '~', path: 'app.dnsServers.1', hidden: true },
      ],
    },
    {
      name: 'a variable with a name that every object has',
      before: app({ environment: [{ name: 'A', value: '1' }] }),
      after: app({
        environment: [
          { name: 'A', value: '1' },
          { name: 'constructor', value: '' },
        ],
      }),
      changes: [{ sign: '+', path: 'app.environment.constructor', hidden: true }],
    },
    {
      name: 'a variable after a duplicate one',
      before: app({
        environment: [
          { name: 'A', value: '1' },
          { name: 'A', value: '2' },
          { name: 'A (2)', value: '3' },
        ],
      }),
      after: app({
        environment: [
          { name: 'A', value: '1' },
          { name: 'A', value: '9' },
          { name: 'A (2)', value: '3' },
        ],
      }),
      changes: [{ sign: '~', path: 'app.environment.A (3)', hidden: true }],
    },
    {
      name: 'a tag',
      before: app({}, { tags: [{ key: 'stage', value: 'test' }] }),
      after: app({}, { tags: [{ key: 'stage', value: 'prod' }] }),
      changes: [{ sign: '~', path: 'tags.stage', hidden: true }],
    },
    {
      name: 'the family',
      before: app({}),
      after: { ...app({}), family: 'shop' },
      changes: [{ sign: '~', path: 'family', from: 'web', to: 'shop' }],
    },
    {
      name: 'an unknown member: named, not shown',
      before: app({ unheardOf: 'a' }),
      after: app({ unheardOf: 'b' }),
      changes: [{ sign: '~', path: 'app.unheardOf', hidden: true }],
    },
  ])('$name', ({ before, after, changes }) => {
    expect(diff(before, after)).toEqual(changes)
  })
})
