import { inWorld } from './in-world.js'
import { migratingSoftware } from './migration.js'
import type { Scenario } from './scenario.js'
import { inputs, pushed, taskDefinition, webWorld } from './web-service.js'

const roleArn = 'arn:aws:iam::123456789012:role/ecsInfrastructureRole'
const volume = { roleArn, sizeInGiB: 20, volumeType: 'gp3', filesystemType: 'xfs' }
const mountPoints = [{ sourceVolume: 'data', containerPath: '/data' }]
const definition = {
  ...taskDefinition('web', { mountPoints }),
  volumes: [{ name: 'data', configuredAtLaunch: true }],
}

export const managedVolumes: Scenario = {
  name: 'managed-volumes',
  title: 'ECS creates an Amazon EBS volume for each task, of the migration and of the service.',
  outcome: 'succeeded',
  ...inWorld(webWorld({ desiredCount: 2 }, pushed(migratingSoftware()))),
  files: { 'task-definition.json': `${JSON.stringify(definition, undefined, 2)}\n` },
  inputs: {
    ...inputs,
    'service-managed-ebs-volume-name': 'data',
    'service-managed-ebs-volume': JSON.stringify(volume),
    'run-task': 'true',
    'run-task-command': 'bin/migrate --to latest',
    'run-task-managed-ebs-volume-name': 'data',
    'run-task-managed-ebs-volume': JSON.stringify({ ...volume, sizeInGiB: 50 }),
  },
  expect: {
    revision: '8',
    'run-task-exit-code': '0',
    'serving-task-definition-arn': /task-definition\/web:8$/,
  },
}
