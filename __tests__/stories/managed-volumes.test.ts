/** Amazon EBS volumes that ECS creates for the tasks of a service and for a one-off task. */
import { describe, expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { softwareWithVersion } from '../../simulator/scenarios/verification.js'
import { call, commit, imageOf, taskDefinition } from '../../simulator/scenarios/web-service.js'
import { playMigration, registerJob } from '../support/migration-stories.js'
import { changesIn } from '../support/play.js'
import { complaints } from '../support/schemas.js'
import { playVerification } from '../support/verification-stories.js'
import {
  acceptedInputs,
  beginning,
  deployed,
  playWeb,
  text,
  update,
  verdict,
  webOf,
} from '../support/web-stories.js'

const roleArn = 'arn:aws:iam::123456789012:role/ecsInfrastructureRole'
const ebs = { roleArn, sizeInGiB: 20, volumeType: 'gp3', filesystemType: 'xfs' }
const mounting = { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }
const volumes = [{ name: 'data', configuredAtLaunch: true }]

function definitionWith(own: readonly object[], image = 'web'): object {
  return { ...taskDefinition(image, mounting), volumes: own }
}

const files = { 'task-definition.json': JSON.stringify(definitionWith(volumes), undefined, 2) }
const inputs = {
  'service-managed-ebs-volume-name': 'data',
  'service-managed-ebs-volume': JSON.stringify(ebs),
}

/** web:8 serves with a volume of its own. */
function withVolume(world: World): void {
  const { taskDefinition: registered } = call(
    world,
    'RegisterTaskDefinition',
    definitionWith(volumes, imageOf('1f3c9e0')),
  ) as { taskDefinition: { taskDefinitionArn: string } }
  const volumeConfigurations = [{ name: 'data', managedEBSVolume: { roleArn, sizeInGiB: 10 } }]
  update(world, { taskDefinition: registered.taskDefinitionArn, volumeConfigurations })
  world.advanceTo(world.now + 20 * 60_000)
}

function configured(world: World): unknown {
  return webOf(world).deployments[0]?.revision.attributes.volumeConfigurations
}

describe('of the service', () => {
  test('it is sent with UpdateService as it is given, and shown in the log', async () => {
    const played = await playWeb({ files, inputs })
    expect(played.outputs.outcome).toBe('succeeded')
    const volumeConfigurations = [{ name: 'data', managedEBSVolume: ebs }]
    expect(deployed(played)).toMatchObject([{ volumeConfigurations }])
    expect(configured(played.world)).toStrictEqual(volumeConfigurations)
    expect(text(played)).toContain(
      '  volume      data: 20 GiB, gp3, xfs, with the role ecsInfrastructureRole',
    )
  })

  test('that of the service is replaced', async () => {
    const played = await playWeb({ also: withVolume, files, inputs })
    expect(played.outputs.outcome).toBe('succeeded')
    expect(configured(played.world)).toStrictEqual([{ name: 'data', managedEBSVolume: ebs }])
  })

  test('without the inputs that of the service stays, and none is sent', async () => {
    const played = await playWeb({ also: withVolume, files })
    expect(played.outputs.outcome).toBe('succeeded')
    expect(deployed(played)[0]).not.toHaveProperty('volumeConfigurations')
    expect(configured(played.world)).toMatchObject([{ name: 'data', managedEBSVolume: { sizeInGiB: 10 } }])
  })

  test('a dry run shows it with the values of its tags hidden, and sends nothing', async () => {
    const tagSpecifications = [{ resourceType: 'volume', tags: [{ key: 'owner', value: 'hunter2-horse' }] }]
    const volume = JSON.stringify({ ...ebs, tagSpecifications })
    const played = await playWeb({
      files,
      inputs: { ...inputs, 'service-managed-ebs-volume': volume, 'dry-run': 'true' },
    })
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['planned', []])
    const plan = JSON.parse(played.outputs.plan ?? '')
    expect(plan.update.volumeConfigurations[0].managedEBSVolume).toMatchObject({
      sizeInGiB: 20,
      tagSpecifications: [{ resourceType: 'volume', tags: [{ key: 'owner', value: '***' }] }],
    })
    expect(complaints('plan', played.outputs.plan)).toStrictEqual([])
    const shown = [text(played), played.summary, JSON.stringify(played.outputs)].join('\n')
    expect(shown).toContain('"sizeInGiB": 20')
    expect(shown).not.toContain('hunter2-horse')
  })

  test.each([
    {
      name: 'a name that the task definition lacks',
      own: volumes,
      given: { 'service-managed-ebs-volume-name': 'date' },
      says: 'the task definition has no volume "date"; did you mean data? (input service-managed-ebs-volume-name)',
    },
    {
      name: 'a volume that is not left to the launch',
      own: [{ name: 'data' }],
      given: {},
      says: 'the volume "data" has no configuredAtLaunch: true in the task definition',
    },
    {
      name: 'no volume for one that is left to the launch',
      own: volumes,
      given: { 'service-managed-ebs-volume-name': '', 'service-managed-ebs-volume': '' },
      says: 'Set service-managed-ebs-volume-name to data and service-managed-ebs-volume to its size and role',
    },
  ])('$name is refused before anything changes', async ({ own, given, says }) => {
    for (const preflight of ['fail', 'off']) {
      const played = await playWeb({
        files: { 'task-definition.json': JSON.stringify(definitionWith(own)) },
        inputs: { ...inputs, ...given, preflight },
      })
      expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
      expect(verdict(played)).toContain(says)
    }
  })

  test('half of it, a wrong role and unknown members are refused at once, before any call', async () => {
    const played = await playWeb({
      files,
      inputs: {
        'service-managed-ebs-volume-name': 'data',
        'run-task': 'true',
        'run-task-managed-ebs-volume': '{"roleArn": "ecsRole", "sizeInGib": "20", "encrypted": "yes"}',
      },
    })
    expect([played.outputs.outcome, played.requests]).toStrictEqual(['refused', []])
    for (const said of [
      'service-managed-ebs-volume is empty, but service-managed-ebs-volume-name is set',
      'sizeInGib of the volume is not known; did you mean sizeInGiB?',
      'encrypted "yes" is not true or false',
      'roleArn "ecsRole" is not the ARN of an IAM role',
      'has neither sizeInGiB nor snapshotId',
      'run-task-managed-ebs-volume-name is empty, but run-task-managed-ebs-volume is set',
    ])
      expect(verdict(played).replace(/ +/g, ' ')).toContain(said)
  })

  test('who may not pass its role is told so, and the service stays', async () => {
    const played = await playWeb({
      files,
      inputs,
      faults: [{ kind: 'access-denied', action: 'iam:PassRole', operations: ['UpdateService'] }],
    })
    expect(played.outputs.outcome).toBe('refused')
    expect(verdict(played)).toContain('iam:PassRole')
    expect(webOf(played.world).deployments).toHaveLength(1)
  })

  test('a volume that ECS cannot create is the reason of the failure', async () => {
    const played = await playWeb({
      files,
      inputs,
      also: world => {
        world.capacity.hostFailure = `ECS was unable to assume the configured ECS Infrastructure Role '${roleArn}'. Please verify that the role being passed has the proper trust relationship with Amazon ECS`
      },
    })
    expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'permissions' })
    expect(verdict(played)).toContain('ECS may not assume the infrastructure role ecsInfrastructureRole')
    expect(configured(played.world)).toBeUndefined()
  })
})

test('skip-unchanged goes by the definition, and says that the volume was not sent', async () => {
  const definition = definitionWith(volumes, imageOf('1f3c9e0'))
  const played = await playWeb({
    also: withVolume,
    files: { 'task-definition.json': JSON.stringify(definition) },
    inputs: { ...inputs, image: imageOf('1f3c9e0'), 'skip-unchanged': 'true' },
  })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['no-change', []])
  expect(text(played)).toContain('Not sent because there is nothing to deploy: ')
  expect(text(played)).toContain('volumeConfigurations')
})

test.each([
  { name: 'with the same volume is joined', sizeInGiB: 20, registered: 0 },
  { name: 'with another volume is not', sizeInGiB: 10, registered: 1 },
])('a deployment in flight $name', async ({ sizeInGiB, registered }) => {
  const also = (world: World) => {
    call(world, 'RegisterTaskDefinition', definitionWith(volumes, imageOf(commit)))
    const volumeConfigurations = [{ name: 'data', managedEBSVolume: { ...ebs, sizeInGiB } }]
    const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } }
    update(world, { taskDefinition: 'web', volumeConfigurations, deploymentConfiguration: breaker })
    world.advanceTo(beginning)
  }
  const history = { until: beginning - 40_000 }
  const played = await playWeb({ history, also, files, inputs: { ...inputs, 'in-flight': 'join' } })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(acceptedInputs(played, 'RegisterTaskDefinition')).toHaveLength(registered)
  if (registered > 0) expect(text(played)).toContain('the volumes would be changed')
})

describe('a rollback after a failed verification', () => {
  const broken = softwareWithVersion(commit, { status: 500 })

  test.each([
    { name: 'takes the volume off a service that had none', also: () => {}, sent: [] },
    {
      name: 'gives the service its volume back',
      also: withVolume,
      sent: [{ name: 'data', managedEBSVolume: { roleArn, sizeInGiB: 10 } }],
    },
  ])('$name', async ({ also, sent }) => {
    const played = await playVerification({
      also,
      files,
      software: broken,
      inputs: { ...inputs, 'on-verify-failure': 'rollback' },
    })
    expect(played.outputs.outcome).toBe('rolled-back')
    expect(deployed(played)[1]?.volumeConfigurations).toStrictEqual(sent)
    expect(configured(played.world)).toStrictEqual(sent)
  })
})

describe('of a one-off task', () => {
  const own = { ...ebs, terminationPolicy: { deleteOnTermination: false } }
  const ofTask = {
    'run-task-definition': 'migrate',
    'run-task-managed-ebs-volume-name': 'data',
    'run-task-managed-ebs-volume': JSON.stringify(own),
  }
  const jobWith = (job: readonly object[]) => (world: World) =>
    registerJob(world, { ...definitionWith(job, imageOf(commit)), family: 'migrate' })

  test('it is sent with RunTask as it is given', async () => {
    const played = await playMigration({ also: jobWith(volumes), inputs: ofTask })
    expect(played.outputs.outcome).toBe('succeeded')
    expect(acceptedInputs(played, 'RunTask')).toMatchObject([
      { volumeConfigurations: [{ name: 'data', managedEBSVolume: own }] },
    ])
    expect(deployed(played)[0]).not.toHaveProperty('volumeConfigurations')
    expect(text(played)).toMatch(/ {2}task .* · volume data: 20 GiB, gp3, xfs, with the role/)
  })

  test.each([
    {
      name: 'a name that its task definition lacks',
      job: volumes,
      given: { 'run-task-managed-ebs-volume-name': 'date' },
      says: 'run-task-managed-ebs-volume-name  "date" is not a volume of the task definition that the task runs; did you mean data?',
    },
    {
      name: 'a volume that is not left to the launch',
      job: [{ name: 'data' }],
      given: {},
      says: '"data" has no configuredAtLaunch: true in the task definition that the task runs',
    },
    {
      name: 'no volume for one that is left to the launch',
      job: volumes,
      given: { 'run-task-managed-ebs-volume-name': '', 'run-task-managed-ebs-volume': '' },
      says: 'leaves the volume "data" to the launch: set it to data, and run-task-managed-ebs-volume to its size and role',
    },
  ])('$name is refused before anything changes', async ({ job, given, says }) => {
    const played = await playMigration({ also: jobWith(job), inputs: { ...ofTask, ...given } })
    expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['refused', []])
    expect(verdict(played)).toContain(says)
  })
})
