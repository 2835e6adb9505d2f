/** Two ways to write a task definition that mean the same to ECS. */
import { describe, expect, test } from '@jest/globals'
import { diff } from '../../../../src/core/task-definition/diff.js'
import type { JsonObject } from '../../../../src/core/text/json.js'

const app = (members: JsonObject, around: JsonObject = {}): JsonObject => ({
  family: 'web',
  containerDefinitions: [{ name: 'app', image: 'web:1', ...members }],
  ...around,
})

/** As ECS answers it, with what it filled in. */
const live: JsonObject = {
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7',
  revision: 7,
  status: 'ACTIVE',
  family: 'web',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  containerDefinitions: [
    {
      name: 'app',
      image: 'web:1',
      cpu: 0,
      essential: true,
      environment: [],
      mountPoints: [],
      volumesFrom: [],
      systemControls: [],
      portMappings: [{ containerPort: 5001, hostPort: 5001, protocol: 'tcp' }],
    },
  ],
  volumes: [],
  placementConstraints: [],
  cpu: '256',
  memory: '512',
}

describe('no change', () => {
  test.each([
    {
      name: 'members that ECS fills in do not count',
      before: live,
      after: {
        family: 'web',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        containerDefinitions: [{ name: 'app', image: 'web:1', portMappings: [{ containerPort: 5001 }] }],
        cpu: '256',
        memory: '512',
      },
    },
    {
      name: 'environment in another order',
      before: app({
        environment: [
          { name: 'A', value: '1' },
          { name: 'B', value: '2' },
        ],
      }),
      after: app({
        environment: [
          { name: 'B', value: '2' },
          { name: 'A', value: '1' },
        ],
      }),
    },
    {
      name: 'containers in another order',
      before: { containerDefinitions: [{ name: 'a' }, { name: 'b' }] },
      after: { containerDefinitions: [{ name: 'b' }, { name: 'a' }] },
    },
    {
      name: 'a list that means a set, in another order',
      before: { requiresCompatibilities: ['EC2', 'FARGATE'] },
      after: { requiresCompatibilities: ['FARGATE', 'EC2'] },
    },
    { name: 'members in another order', before: { cpu: '1', memory: '2' }, after: { memory: '2', cpu: '1' } },
    {
      name: 'null and empty are absent',
      before: app({ command: null }),
      after: app({ dependsOn: [], dockerLabels: {} }),
    },
    {
      name: 'a bridge port on any host port is the default',
      before: app({ portMappings: [{ containerPort: 80, hostPort: 0, protocol: 'tcp' }] }),
      after: app({ portMappings: [{ containerPort: 80 }] }),
    },
    {
      name: 'a host port that equals the port, on the network of the host',
      before: app(
        { portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }] },
        { networkMode: 'host' },
      ),
      after: app({ portMappings: [{ containerPort: 80 }] }, { networkMode: 'host' }),
    },
    {
      name: 'the network mode that is the default',
      before: app({}, { networkMode: 'bridge' }),
      after: app({}),
    },
    {
      name: 'sizes in units',
      before: app({}, { cpu: '512', memory: '2048' }),
      after: app({}, { cpu: '.5 vCPU', memory: '2GB' }),
    },
    {
      name: 'a health check with the times that ECS fills in',
      before: app({ healthCheck: { command: ['CMD', 'x'], interval: 30, timeout: 5, retries: 3 } }),
      after: app({ healthCheck: { command: ['CMD', 'x'] } }),
    },
    {
      name: 'the root of a file system',
      before: {
        volumes: [{ name: 'd', host: {}, efsVolumeConfiguration: { fileSystemId: 'f', rootDirectory: '/' } }],
      },
      after: { volumes: [{ name: 'd', efsVolumeConfiguration: { fileSystemId: 'f' } }] },
    },
    {
      name: 'capabilities in another order',
      before: app({ linuxParameters: { capabilities: { add: ['A', 'B'] } } }),
      after: app({ linuxParameters: { capabilities: { add: ['B', 'A'] } } }),
    },
    {
      name: 'tags in another order, and where a revision comes from',
      before: app(
        {},
        {
          tags: [
            { key: 'a', value: '1' },
            { key: 'b', value: '' },
            { key: 'ecs-safe-deploy:commit', value: 'x' },
          ],
        },
      ),
      after: app(
        {},
        {
          tags: [
            { key: 'ecs-safe-deploy:commit', value: 'y' },
            { key: 'b', value: '' },
            { key: 'a', value: '1' },
          ],
        },
      ),
    },
  ])('$name', ({ before, after }) => {
    expect([diff(before, after), diff(after, before)]).toStrictEqual([[], []])
  })
})
