/** What the action reads of real answers: those that public captures show, on the wire as ECS sends them. */
import { describe, expect, test } from '@jest/globals'
import { defaultBreaker } from '../../../../src/core/settings/breaker.js'
import { withStubServer } from '../../../support/stub-server.js'

const target = { cluster: 'retail-store-ecs-cluster', service: 'ui' }
const arn = 'arn:aws:ecs:ap-northeast-3:802104112480'
const revision = `${arn}:task-definition/retail-store-ecs-ui:4`

/** Two seconds after UpdateService, in April 2026: no currentServiceDeployment, a breaker of two members. */
const captured = {
  serviceArn: `${arn}:service/retail-store-ecs-cluster/ui`,
  serviceName: 'ui',
  clusterArn: `${arn}:cluster/retail-store-ecs-cluster`,
  status: 'ACTIVE',
  desiredCount: 2,
  runningCount: 2,
  pendingCount: 0,
  taskDefinition: revision,
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: false, rollback: false },
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    strategy: 'ROLLING',
  },
  loadBalancers: [],
  deployments: [
    {
      id: 'ecs-svc/6216346761948112104',
      status: 'PRIMARY',
      taskDefinition: revision,
      desiredCount: 0,
      pendingCount: 0,
      runningCount: 0,
      failedTasks: 0,
      createdAt: 1_777_518_042.816,
      rolloutState: 'IN_PROGRESS',
      rolloutStateReason: 'ECS deployment ecs-svc/6216346761948112104 in progress.',
    },
    {
      id: 'ecs-svc/5678755162203410295',
      status: 'ACTIVE',
      taskDefinition: revision,
      desiredCount: 2,
      pendingCount: 0,
      runningCount: 2,
    },
  ],
  events: [
    {
      id: 'a2b132d4-64b4-43bf-a94e-1ea7bf51a56d',
      createdAt: 1_777_514_866.079,
      message: '(service ui) has reached a steady state.',
    },
  ],
  deploymentController: { type: 'ECS' },
}

const read = {
  arn: `${arn}:service/retail-store-ecs-cluster/ui`,
  name: 'ui',
  clusterArn: `${arn}:cluster/retail-store-ecs-cluster`,
  status: 'ACTIVE',
  controller: 'ECS',
  scheduling: 'REPLICA',
  pauseStages: [],
  hasHooks: false,
  onFargate: false,
  strategy: 'ROLLING',
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  managedBy: 'CUSTOMER',
  hasNetwork: false,
  launch: launchOf(),
  loadBalancers: [],
  portNames: [],
  registries: [],
  volumes: [],
  healthCheckGracePeriodSeconds: 0,
  bakeTimeInMinutes: 0,
  shiftMinutes: 0,
  enableECSManagedTags: false,
  propagateTags: 'NONE',
  alarms: [],
  desiredCount: 2,
  runningCount: 2,
  pendingCount: 0,
  taskDefinition: revision,
  breaker: defaultBreaker,
  deployments: [
    {
      id: 'ecs-svc/6216346761948112104',
      status: 'PRIMARY',
      taskDefinition: revision,
      desiredCount: 0,
      pendingCount: 0,
      runningCount: 0,
      failedTasks: 0,
      rolloutState: 'IN_PROGRESS',
      rolloutStateReason: 'ECS deployment ecs-svc/6216346761948112104 in progress.',
      createdAt: 1_777_518_042_816,
    },
    {
      id: 'ecs-svc/5678755162203410295',
      status: 'ACTIVE',
      taskDefinition: revision,
      desiredCount: 2,
      pendingCount: 0,
      runningCount: 2,
      failedTasks: 0,
    },
  ],
  events: [
    {
      id: 'a2b132d4-64b4-43bf-a94e-1ea7bf51a56d',
      at: 1_777_514_866_079,
      message: '(service ui) has reached a steady state.',
    },
  ],
}

describe('a service', () => {
  const { deploymentController: _, ...old } = captured
  const circuitBreaker = {
    enable: true,
    rollback: true,
    resetOnHealthyTask: false,
    thresholdConfiguration: { type: 'COUNT', value: 5 },
  }
  const settings = { healthCheckGracePeriodSeconds: 30, enableECSManagedTags: true, propagateTags: 'SERVICE' }
  const hook = { hookTargetArn: 'arn:aws:lambda:…:function:smoke', lifecycleStages: ['POST_SCALE_UP'] }
  test.each([
    { name: 'as it is right after an update', service: captured, expected: read },
    { name: 'without a controller is under ECS', service: old, expected: read },
    {
      name: 'with percentages of its own',
      service: { ...captured, deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 150 } },
      expected: { ...read, minimumHealthyPercent: 0, maximumPercent: 150 },
    },
    {
      name: 'with settings of its own',
      service: { ...captured, ...settings, deploymentConfiguration: { bakeTimeInMinutes: 7 } },
      expected: { ...read, ...settings, bakeTimeInMinutes: 7 },
    },
    {
      name: 'with a function as lifecycle hook, which is no pause hook',
      service: { ...captured, deploymentConfiguration: { lifecycleHooks: [hook] } },
      expected: { ...read, hasHooks: true },
    },
    {
      name: 'of Express mode, which has its revision in its deployments only',
      service: { ...captured, taskDefinition: undefined, resourceManagementType: 'ECS' },
      expected: { ...read, taskDefinition: '', managedBy: 'ECS' },
    },
    {
      name: 'on Fargate by its capacity providers',
      service: {
        ...captured,
        launchType: undefined,
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }, { capacityProvider: 'FARGATE' }],
      },
      expected: { ...read, onFargate: true, launch: launchOf('FARGATE_SPOT', 'FARGATE') },
    },
    {
      name: 'on Fargate and on instances',
      service: {
        ...captured,
        launchType: undefined,
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE' }, { capacityProvider: 'on-demand' }],
      },
      expected: { ...read, onFargate: false, launch: launchOf('FARGATE', 'on-demand') },
    },
    {
      name: 'of a DAEMON without percentages',
      service: { ...captured, schedulingStrategy: 'DAEMON', deploymentConfiguration: {} },
      expected: { ...read, scheduling: 'DAEMON', minimumHealthyPercent: 0, maximumPercent: 100 },
    },
    {
      name: 'with a breaker of four members',
      service: { ...captured, deploymentConfiguration: { deploymentCircuitBreaker: circuitBreaker } },
      expected: {
        ...read,
        breaker: {
          enable: true,
          rollback: true,
          resetOnHealthyTask: false,
          threshold: { type: 'COUNT', value: 5 },
        },
      },
    },
  ])('$name', async ({ service, expected }) => {
    await withStubServer([{ body: { services: [service], failures: [] } }], async ({ ecs, requests }) => {
      expect(await ecs.describeService(target, 'once')).toEqual(expected)
      expect(requests).toStrictEqual([
        'DescribeServices {"services":["ui"],"cluster":"retail-store-ecs-cluster"}',
      ])
    })
  })

  test('that is missing', async () => {
    const failures = [{ arn: `${arn}:service/ui`, reason: 'MISSING' }]
    await withStubServer([{ body: { services: [], failures } }], async ({ ecs }) => {
      expect(await ecs.describeService(target, 'once')).toBe('missing')
    })
  })
})

describe('a service deployment', () => {
  const deployment = `${arn}:service-deployment/c/s/J4ZwX3-bQ2aM6ERMvsxuL`
  const revisionOf = (digits: string) => `${arn}:service-revision/c/s/${digits}`
  const why = 'Service deployment rolled back because the circuit breaker threshold was exceeded.'

  test('after a rollback', async () => {
    const body = {
      serviceDeployments: [
        {
          serviceDeploymentArn: deployment,
          createdAt: 1_777_518_042.8,
          finishedAt: 1_777_518_746.1,
          targetServiceRevision: { arn: revisionOf('6216346761948112104'), requestedTaskCount: 0 },
          status: 'ROLLBACK_SUCCESSFUL',
          statusReason: why,
          rollback: {
            reason: why,
            startedAt: 1_777_518_720,
            serviceRevisionArn: revisionOf('5678755162203410295'),
          },
          deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
          alarms: { status: 'DISABLED' },
        },
      ],
      failures: [],
    }
    await withStubServer([{ body }], async ({ ecs }) => {
      expect((await ecs.describeServiceDeployments([deployment]))[0]).toEqual({
        arn: deployment,
        status: 'ROLLBACK_SUCCESSFUL',
        statusReason: why,
        targetRevisionArn: revisionOf('6216346761948112104'),
        createdAt: 1_777_518_042_800,
        finishedAt: 1_777_518_746_100,
        breaker: { status: 'TRIGGERED', failures: 3, threshold: 3 },
        rollback: {
          reason: why,
          revisionArn: revisionOf('5678755162203410295'),
          startedAt: 1_777_518_720_000,
        },
        triggeredAlarms: [],
        hooks: [],
      })
    })
  })

  test.each([
    {
      name: 'alarms count only once they are triggered',
      alarms: { status: 'MONITORING', triggeredAlarmNames: ['a'] },
      triggered: [],
    },
    {
      name: 'an alarm that was triggered has a name',
      alarms: { status: 'TRIGGERED', triggeredAlarmNames: ['web-5xx'] },
      triggered: ['web-5xx'],
    },
    { name: 'or none', alarms: { status: 'TRIGGERED' }, triggered: ['(not named)'] },
  ])('$name', async ({ alarms, triggered }) => {
    const body = { serviceDeployments: [{ serviceDeploymentArn: deployment, status: 'STOPPED', alarms }] }
    await withStubServer([{ body }], async ({ ecs }) => {
      expect((await ecs.describeServiceDeployments([deployment]))[0]).toEqual({
        arn: deployment,
        status: 'STOPPED',
        triggeredAlarms: triggered,
        hooks: [],
      })
    })
  })

  test.each([
    { name: 'is found by the digits of our deployment', id: 'ecs-svc/0192876543210', found: 'ours' },
    { name: 'is not found by digits that only end alike', id: 'ecs-svc/192876543210', found: undefined },
  ])('$name', async ({ id, found }) => {
    const serviceDeployments = [
      { serviceDeploymentArn: 'older', targetServiceRevisionArn: revisionOf('5678755162203410295') },
      { serviceDeploymentArn: 'ours', targetServiceRevisionArn: revisionOf('0192876543210') },
      { serviceDeploymentArn: 'nothing' },
    ].map(listed => ({ ...listed, status: 'IN_PROGRESS' }))
    await withStubServer([{ body: { serviceDeployments } }], async ({ ecs }) => {
      expect((await ecs.findServiceDeployment(target, id))?.arn).toBe(found)
    })
  })
})

function launchOf(...providers: readonly string[]) {
  const capacityProviderStrategy = providers.map(capacityProvider => ({ capacityProvider }))
  return { network: undefined, launchType: undefined, capacityProviderStrategy, platformVersion: undefined }
}
