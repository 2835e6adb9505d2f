import { expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { breakerOn, deploy, type ResponseJson, Stage } from '../support/stage.js'

const blueGreen = scenarios['blue-green'] as Scenario
const healthy = scenarios.healthy as Scenario
const lambda = 'arn:aws:lambda:eu-west-1:123456789012:function:smoke-test'

function withHooks(...lifecycleHooks: object[]): object {
  return { deploymentConfiguration: { ...breakerOn, lifecycleHooks } }
}

function pauseAt(stage: string, timeoutConfiguration: object = { timeoutInMinutes: 30 }): object {
  return { targetType: 'PAUSE', lifecycleStages: [stage], timeoutConfiguration }
}

function waitForPause(stage: Stage, arn: string): ResponseJson {
  const paused = () =>
    stage
      .serviceDeployment(arn)
      .lifecycleHookDetails?.find((hook: ResponseJson) => hook.status === 'AWAITING_ACTION')
  stage.passUntil(() => paused() !== undefined, 300)
  return paused()
}

test('blue/green goes through its stages with both revisions at full scale, and moves all traffic at once', () => {
  const stage = Stage.of(blueGreen)
  const { arn } = deploy(stage, blueGreen)
  const stages: string[] = []
  stage.passUntil(() => {
    const { lifecycleStage, targetServiceRevision, sourceServiceRevisions, status } =
      stage.serviceDeployment(arn)
    const weights = [targetServiceRevision, ...sourceServiceRevisions].map(
      (revision: ResponseJson) => revision.requestedProductionTrafficWeight,
    )
    const line = `${lifecycleStage} ${weights.join('/')}`
    if (lifecycleStage !== undefined && stages.at(-1) !== line) stages.push(line)
    if (lifecycleStage === 'BAKE_TIME') expect(stage.service().runningCount).toBe(4)
    return status === 'SUCCESSFUL'
  })

  expect(stages).toStrictEqual([
    'SCALE_UP 0/100',
    'TEST_TRAFFIC_SHIFT 0/100',
    'PRODUCTION_TRAFFIC_SHIFT 100/0',
    'BAKE_TIME 100/0',
    'CLEAN_UP 100/0',
  ])
})

test('the two target groups take turns', () => {
  const stage = Stage.of(blueGreen)
  const groups = () =>
    stage
      .messages()
      .filter(message => message.includes('registered 2 targets') && !message.includes('deregistered'))
      .map(message => message.match(/targetgroup\/([a-z-]+)\//)?.[1])
  const before = groups()[0]
  const { arn } = deploy(stage, blueGreen)
  stage.passUntil(() => stage.serviceDeployment(arn).status === 'SUCCESSFUL')

  expect(new Set([before, groups()[0]])).toStrictEqual(new Set(['web-prod', 'web-prod-green']))
})

test('a canary gets its share first and the rest after the bake', () => {
  const stage = Stage.of(blueGreen)
  const { arn } = deploy(stage, blueGreen, {
    deploymentConfiguration: {
      ...breakerOn,
      strategy: 'CANARY',
      canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 3 },
    },
  })
  const weight = () => stage.serviceDeployment(arn).targetServiceRevision.requestedProductionTrafficWeight
  stage.passUntil(() => weight() === 10)
  expect(stage.service().deployments).toMatchObject([
    { status: 'PRIMARY', rolloutState: 'IN_PROGRESS', runningCount: 2 },
    { status: 'ACTIVE', rolloutState: 'COMPLETED', runningCount: 2 },
  ])
  const baked = stage.passUntil(() => weight() === 100)

  expect(baked).toBeGreaterThanOrEqual(180)
  expect(baked).toBeLessThanOrEqual(200)
})

test('continuing a pause lets the deployment go on', () => {
  const stage = Stage.of(blueGreen)
  const { arn } = deploy(stage, blueGreen, withHooks(pauseAt('POST_SCALE_UP')))
  const hook = waitForPause(stage, arn)
  expect(hook).toMatchObject({ targetType: 'PAUSE', timeoutAction: 'ROLLBACK' })
  expect(hook.hookId).toMatch(/^ecs-pause-.{43}$/)
  expect(hook.expiresAt - stage.clock.now() / 1000).toBeGreaterThan(1700)
  expect(stage.serviceDeployment(arn)).toMatchObject({
    status: 'IN_PROGRESS',
    lifecycleStage: 'POST_SCALE_UP',
  })

  stage.call('ContinueServiceDeployment', { serviceDeploymentArn: arn, hookId: hook.hookId })
  stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)
  expect(stage.serviceDeployment(arn)).toMatchObject({
    status: 'SUCCESSFUL',
    lifecycleHookDetails: [{ hookId: hook.hookId, status: 'SUCCEEDED' }],
  })
})

test('continuing a pause with ROLLBACK rolls back', () => {
  const stage = Stage.of(blueGreen)
  const { arn } = deploy(stage, blueGreen, withHooks(pauseAt('PRE_PRODUCTION_TRAFFIC_SHIFT')))
  const { hookId } = waitForPause(stage, arn)
  expect(stage.serviceDeployment(arn).lifecycleStage).toBe('POST_TEST_TRAFFIC_SHIFT')
  stage.call('ContinueServiceDeployment', { serviceDeploymentArn: arn, hookId, action: 'ROLLBACK' })
  stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)

  expect(stage.serviceDeployment(arn).status).toBe('ROLLBACK_SUCCESSFUL')
})

test.each([
  { action: 'ROLLBACK', status: 'ROLLBACK_SUCCESSFUL' },
  { action: 'CONTINUE', status: 'SUCCESSFUL' },
])('a pause that nobody continues ends with its timeout action $action', ({ action, status }) => {
  const stage = Stage.of(blueGreen)
  const hook = pauseAt('POST_TEST_TRAFFIC_SHIFT', { timeoutInMinutes: 2, action })
  const { arn } = deploy(stage, blueGreen, withHooks(hook))
  stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)

  expect(stage.serviceDeployment(arn)).toMatchObject({
    status,
    lifecycleHookDetails: [{ status: 'TIMED_OUT' }],
  })
})

test('a rolling deployment with a pause before it scales up starts no task until someone continues it', () => {
  const stage = Stage.of(healthy)
  const { id, arn } = deploy(stage, healthy, withHooks(pauseAt('PRE_SCALE_UP')))
  const { hookId } = waitForPause(stage, arn)
  stage.pass(120)
  expect(stage.service().deployments[0]).toMatchObject({
    id,
    desiredCount: 0,
    pendingCount: 0,
    runningCount: 0,
  })
  stage.call('ContinueServiceDeployment', { serviceDeploymentArn: arn, hookId })
  stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)

  expect(stage.serviceDeployment(arn).status).toBe('SUCCESSFUL')
})

test.each([
  { name: 'SUCCEEDED', hookStatus: 'SUCCEEDED', status: 'SUCCESSFUL', reason: undefined },
  {
    name: 'FAILED',
    hookStatus: 'FAILED',
    status: 'ROLLBACK_SUCCESSFUL',
    reason: `Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed. Lifecycle hook target ${lambda} returned FAILED status.`,
  },
  {
    name: 'nothing',
    hookStatus: null,
    status: 'ROLLBACK_SUCCESSFUL',
    reason: `Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed. ECS was unable to parse the response from ${lambda} due to: HookStatus must not be null.`,
  },
] as const)('a function that answers $name', ({ hookStatus, status, reason }) => {
  const stage = Stage.of(blueGreen)
  stage.world.lambdas.add(lambda, { hookStatus, seconds: 20 })
  const { arn } = deploy(
    stage,
    blueGreen,
    withHooks({ hookTargetArn: lambda, lifecycleStages: ['PRE_SCALE_UP'] }),
  )
  stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)

  expect(stage.serviceDeployment(arn).status).toBe(status)
  expect(stage.serviceDeployment(arn).statusReason).toBe(reason)
})

test.each([
  {
    name: 'a hook id of no known form',
    hookId: 'nope',
    message: 'Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}',
  },
  {
    name: 'a hook that does not wait',
    hookId: 'ecs-pause-nope',
    message:
      'Provided hookId is either completed, unavailable, or not associated with the given Resource ARN',
  },
])('ContinueServiceDeployment refuses $name', ({ hookId, message }) => {
  const stage = Stage.of(blueGreen)
  const { arn } = deploy(stage, blueGreen)

  expect(() => stage.call('ContinueServiceDeployment', { serviceDeploymentArn: arn, hookId })).toThrow(
    message,
  )
  stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)
  expect(() => stage.call('ContinueServiceDeployment', { serviceDeploymentArn: arn, hookId })).toThrow(
    'Continuing a service deployment is not allowed for service deployment in terminal states.',
  )
})

test.each([
  {
    name: 'traffic shifting without an alternate target group',
    change: { strategy: 'BLUE_GREEN' },
    message:
      'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy',
  },
  {
    name: 'a pause in the middle of a shift',
    change: { lifecycleHooks: [pauseAt('PRODUCTION_TRAFFIC_SHIFT')] },
    message: 'Invalid lifecycle stage provided for Pause Hook',
  },
])('UpdateService refuses $name', ({ change, message }) => {
  const update = { cluster: 'prod', service: 'web', deploymentConfiguration: change }

  expect(() => Stage.of(healthy).call('UpdateService', update)).toThrow(
    expect.objectContaining({ name: 'InvalidParameterException', message }),
  )
})
