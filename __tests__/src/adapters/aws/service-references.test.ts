/** What a service refers to in its task definition, as ECS shows it in the PRIMARY deployment. */
import { expect, test } from '@jest/globals'
import { withStubServer } from '../../../support/stub-server.js'

const arn = 'arn:aws:ecs:eu-west-1:123456789012'
const roleArn = 'arn:aws:iam::123456789012:role/ecsInfrastructure'
const counts = { desiredCount: 2, runningCount: 2, pendingCount: 0 }

function deployment(status: string, members: object): object {
  return {
    id: `ecs-svc/${status}`,
    status,
    taskDefinition: `${arn}:task-definition/web:7`,
    ...counts,
    ...members,
  }
}

function service(deployments: readonly object[], members: object = {}): object {
  return {
    serviceArn: `${arn}:service/prod/web`,
    serviceName: 'web',
    clusterArn: `${arn}:cluster/prod`,
    status: 'ACTIVE',
    ...counts,
    deploymentConfiguration: {},
    loadBalancers: [],
    deployments,
    ...members,
  }
}

const none = { portNames: [], registries: [], volumes: [] }
const connect = (portName: string, enabled = true) => ({
  serviceConnectConfiguration: { enabled, services: [{ portName }] },
})

test.each([
  {
    name: 'ports, registries and volumes',
    answer: service(
      [
        deployment('PRIMARY', {
          ...connect('grpc'),
          vpcLatticeConfigurations: [{ roleArn: 'r', targetGroupArn: 't', portName: 'http' }],
          volumeConfigurations: [
            { name: 'data', managedEBSVolume: { roleArn, sizeInGiB: 10 } },
            // Of S3 Files.
            { name: 'shared' },
          ],
        }),
      ],
      {
        serviceRegistries: [
          { registryArn: 'srv-1', containerName: 'app', containerPort: 5001 },
          { registryArn: 'srv-2', containerName: 'app' },
          { registryArn: 'srv-3', port: 53 },
        ],
      },
    ),
    expected: {
      portNames: [
        { name: 'grpc', usedBy: 'Service Connect' },
        { name: 'http', usedBy: 'VPC Lattice' },
      ],
      registries: [
        { container: 'app', port: 5001 },
        { container: 'app', port: undefined },
      ],
      volumes: [{ name: 'data', managedEBSVolume: { roleArn, sizeInGiB: 10 } }],
    },
  },
  {
    name: 'Service Connect that is off',
    answer: service([deployment('PRIMARY', connect('http', false))]),
    expected: none,
  },
  {
    name: 'an older deployment',
    answer: service([deployment('PRIMARY', {}), deployment('ACTIVE', connect('http'))]),
    expected: none,
  },
  {
    name: 'a network',
    answer: service([], {
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
    }),
    expected: { hasNetwork: true },
  },
  { name: 'no deployment', answer: service([]), expected: none },
])('$name', async ({ answer, expected }) => {
  await withStubServer([{ body: { services: [answer], failures: [] } }], async ({ ecs }) => {
    const target = { cluster: 'prod', service: 'web' }
    expect(await ecs.describeService(target, 'once')).toMatchObject(expected)
  })
})
