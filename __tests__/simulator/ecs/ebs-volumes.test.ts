/** Amazon EBS volumes of services and tasks, as the API pages of the two have them. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { imageOf, taskDefinition } from '../../../simulator/scenarios/web-service.js'
import { Stage } from '../support/stage.js'

const roleArn = 'arn:aws:iam::123456789012:role/ecsInfrastructureRole'
const web = { cluster: 'prod', service: 'web' }
const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } }

let stage: Stage

/** web:8 leaves a volume to the launch. */
beforeEach(() => {
  stage = Stage.of(scenarios.healthy as Scenario)
  const mountPoints = [{ sourceVolume: 'data', containerPath: '/data' }]
  const volumes = [{ name: 'data', configuredAtLaunch: true }]
  stage.call('RegisterTaskDefinition', { ...taskDefinition(imageOf('1f3c9e0'), { mountPoints }), volumes })
})

const ofService = (members: object, more: readonly object[] = []) =>
  stage.call('UpdateService', {
    ...web,
    taskDefinition: 'web:8',
    volumeConfigurations: [{ name: 'data', managedEBSVolume: { roleArn, ...members } }, ...more],
  })
const ofTask = (members: object, more: readonly object[] = []) =>
  stage.call('RunTask', {
    cluster: 'prod',
    taskDefinition: 'web:8',
    launchType: 'FARGATE',
    networkConfiguration,
    volumeConfigurations: [{ name: 'data', managedEBSVolume: { roleArn, ...members } }, ...more],
  })

describe.each([
  { who: 'UpdateService', send: ofService },
  { who: 'RunTask', send: ofTask },
])('$who', ({ send }) => {
  test.each([
    { members: { sizeInGiB: 20 } },
    { members: { snapshotId: 'snap-0123456789abcdef0', filesystemType: 'xfs' } },
    { members: { sizeInGiB: 20, throughput: 250 } },
    { members: { sizeInGiB: 20, volumeType: 'io2', iops: 3000 } },
  ])('takes $members', ({ members }) => {
    expect(() => send(members)).not.toThrow()
  })

  test.each([
    { members: {}, says: 'must have a sizeInGiB or a snapshotId' },
    {
      members: { sizeInGiB: 20, volumeType: 'gp2', throughput: 250 },
      says: 'throughput is only supported for gp3',
    },
    { members: { sizeInGiB: 20, volumeType: 'io1' }, says: 'iops is required for io1' },
    { members: { sizeInGiB: 20, volumeType: 'st1', iops: 500 }, says: 'iops is not supported for st1' },
  ])('refuses $members', ({ members, says }) => {
    expect(() => send(members)).toThrow(says)
  })

  test('refuses a second volume', () => {
    expect(() => send({ sizeInGiB: 20 }, [{ name: 'data' }])).toThrow('Only one volume')
  })
})

const deploymentsOf = (answer: object) =>
  (answer as { service: { deployments: readonly { volumeConfigurations?: unknown }[] } }).service.deployments

test('a service keeps its volume, and a difference or an empty list starts a deployment', () => {
  ofService({ sizeInGiB: 20 })
  stage.world.advanceTo(stage.world.now + 30 * 60_000)
  const same = deploymentsOf(stage.call('UpdateService', { ...web, desiredCount: 3 }))
  expect(same).toHaveLength(1)
  expect(same[0]?.volumeConfigurations).toStrictEqual([
    { name: 'data', managedEBSVolume: { roleArn, sizeInGiB: 20 } },
  ])
  expect(deploymentsOf(ofService({ sizeInGiB: 20 }))).toHaveLength(1)
  expect(deploymentsOf(ofService({ sizeInGiB: 30 }))).toHaveLength(2)
  const without = { ...web, taskDefinition: 'web:7', volumeConfigurations: [] }
  expect(deploymentsOf(stage.call('UpdateService', without))[0]?.volumeConfigurations).toStrictEqual([])
})
