import { expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { register } from '../../../simulator/scenarios/web-service.js'
import { deploy, type ResponseJson, Stage } from '../support/stage.js'

const rolledBack = { status: 'ROLLBACK_SUCCESSFUL', classic: ['PRIMARY web:7 COMPLETED 2/2'] }

/** How each scenario ends in both of ECS's views of the deployment that a careful deployer starts in it. */
const expectations = [
  {
    name: 'healthy',
    status: 'SUCCESSFUL',
    classic: ['PRIMARY web:8 COMPLETED 2/2'],
    within: [90, 180],
  },
  { name: 'port-mismatch', ...rolledBack, within: [180, 360] },
  { name: 'plan-port-mismatch', ...rolledBack, within: [180, 360] },
  { name: 'nothing-listening', ...rolledBack, within: [180, 360] },
  { name: 'grace-too-short', ...rolledBack, within: [180, 360] },
  { name: 'container-unhealthy', ...rolledBack, within: [120, 360] },
  { name: 'crash-at-start', ...rolledBack, within: [60, 240] },
  { name: 'program-missing', ...rolledBack, within: [60, 240] },
  { name: 'image-not-pushed', ...rolledBack, within: [240, 720] },
  { name: 'out-of-memory', ...rolledBack, within: [60, 240] },
  { name: 'secret-missing', ...rolledBack, within: [40, 240] },
  { name: 'secret-denied', ...rolledBack, within: [40, 240] },
  {
    name: 'first-deployment',
    status: 'ROLLBACK_FAILED',
    classic: ['PRIMARY web:2 FAILED 1/2'],
    within: [150, 300],
  },
  {
    name: 'desired-one',
    status: 'ROLLBACK_SUCCESSFUL',
    classic: ['PRIMARY web:7 COMPLETED 1/1'],
    within: [300, 600],
  },
  {
    name: 'scaled-to-zero',
    status: 'SUCCESSFUL',
    classic: ['PRIMARY web:8 COMPLETED 0/0'],
    within: [10, 25],
  },
  {
    name: 'superseded',
    status: 'STOPPED',
    classic: ['PRIMARY web:9 COMPLETED 2/2'],
    within: [40, 60],
  },
  {
    name: 'slow-start',
    status: 'SUCCESSFUL',
    classic: ['PRIMARY web:8 COMPLETED 2/2'],
    within: [200, 330],
  },
  {
    name: 'scaled-meanwhile',
    status: 'SUCCESSFUL',
    classic: ['PRIMARY web:8 COMPLETED 4/4'],
    within: [90, 240],
  },
  {
    name: 'early-success',
    status: 'SUCCESSFUL',
    classic: ['PRIMARY web:8 COMPLETED 4/4'],
    within: [50, 120],
  },
  {
    name: 'rollback-off',
    more: { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } } },
    status: 'STOPPED',
    classic: ['PRIMARY web:8 FAILED 1/2', 'ACTIVE web:7 COMPLETED 2/2'],
    within: [180, 300],
  },
  { name: 'alarm-rollback', ...rolledBack, within: [200, 400] },
  {
    name: 'several-services',
    status: 'SUCCESSFUL',
    classic: ['PRIMARY web:8 COMPLETED 2/2'],
    within: [60, 240],
  },
  {
    name: 'monorepo',
    status: 'SUCCESSFUL',
    classic: ['PRIMARY web:9 COMPLETED 2/2'],
    within: [90, 180],
  },
  { name: 'stopped-by-user', ...rolledBack, within: [45, 180] },
  {
    name: 'blue-green',
    status: 'SUCCESSFUL',
    classic: ['PRIMARY web:8 COMPLETED 2/2'],
    within: [180, 330],
  },
  { name: 'canary-crash', ...rolledBack, within: [60, 240] },
  { name: 'pause-hook', ...rolledBack, within: [360, 480] },
  {
    name: 'migration',
    status: 'SUCCESSFUL',
    classic: ['PRIMARY web:8 COMPLETED 2/2'],
    within: [90, 180],
  },
  {
    name: 'verify-fails',
    status: 'SUCCESSFUL',
    classic: ['PRIMARY web:8 COMPLETED 2/2'],
    within: [90, 180],
  },
]

test.each(expectations)('$name ends $status', ({ name, more = {}, status, classic, within }) => {
  const scenario = scenarioOf(name)
  const stage = Stage.of(scenario)
  const { arn } = deploy(stage, scenario, more)

  const seconds = stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)
  stage.pass(600)

  expect(stage.serviceDeployment(arn).status).toBe(status)
  expect(stage.service().deployments.map(summary)).toStrictEqual(classic)
  expect(seconds).toBeGreaterThanOrEqual(within[0] as number)
  expect(seconds).toBeLessThanOrEqual(within[1] as number)
})

test('breaker-off never ends', () => {
  const stage = Stage.of(scenarioOf('breaker-off'))
  const { arn } = deploy(stage, scenarioOf('breaker-off'), {
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: false, rollback: false } },
  })
  stage.pass(2 * 3600)

  expect(stage.serviceDeployment(arn).status).toBe('IN_PROGRESS')
  expect(
    stage.service().deployments.map((deployment: ResponseJson) => deployment.rolloutState),
  ).toStrictEqual(['IN_PROGRESS', 'COMPLETED'])
})

test('flapping crashes again and again while the breaker counts nothing', () => {
  const stage = Stage.of(scenarioOf('flapping'))
  const { id, arn } = deploy(stage, scenarioOf('flapping'))
  stage.pass(300)

  const crashed = stage
    .tasks('STOPPED')
    .filter((task: ResponseJson) => task.startedBy === id && task.stopCode === 'EssentialContainerExited')
  expect(crashed.length).toBeGreaterThan(4)
  expect(crashed[0].containers[0]).toMatchObject({
    exitCode: 137,
    reason: 'OutOfMemoryError: Container killed due to memory usage',
  })
  expect(stage.serviceDeployment(arn)).toMatchObject({
    status: 'IN_PROGRESS',
    deploymentCircuitBreaker: { status: 'MONITORING', failureCount: 0 },
  })
})

test('service-deleted takes the service deployment with it', () => {
  const stage = Stage.of(scenarioOf('service-deleted'))
  const { arn } = deploy(stage, scenarioOf('service-deleted'))
  stage.pass(50)
  expect(stage.service().status).toBe('DRAINING')
  stage.pass(100)

  expect(stage.service()).toMatchObject({ status: 'INACTIVE', runningCount: 0 })
  expect(stage.call('DescribeServiceDeployments', { serviceDeploymentArns: [arn] })).toStrictEqual({
    serviceDeployments: [],
    failures: [{ arn, reason: 'MISSING' }],
  })
})

test('code-deploy refuses the task definition and shows a task set instead of deployments', () => {
  const stage = Stage.of(scenarioOf('code-deploy'))

  expect(() => deploy(stage, scenarioOf('code-deploy'))).toThrow(
    expect.objectContaining({
      name: 'InvalidParameterException',
      message:
        'Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.',
    }),
  )
  expect(stage.service()).toMatchObject({
    deploymentController: { type: 'CODE_DEPLOY' },
    deployments: [],
    taskSets: [{ status: 'PRIMARY', runningCount: 2, stabilityStatus: 'STEADY_STATE' }],
  })
})

test('stale-reads shows the previous healthy service, and lists nothing new', () => {
  const scenario = scenarioOf('stale-reads')
  const stage = Stage.of(scenario)
  const { world } = stage
  const before = stage.service().deployments
  register(world, String(scenario.inputs.image).split(':')[1] ?? '')
  stage.call('UpdateService', { cluster: 'prod', service: 'web', taskDefinition: 'web' })
  const listed = () =>
    stage.call('ListServiceDeployments', { cluster: 'prod', service: 'web' }).serviceDeployments.length
  const known = listed()

  stage.pass(9)
  expect(stage.service().deployments).toStrictEqual(before)
  stage.pass(2)
  expect(stage.service().deployments).toHaveLength(2)
  stage.pass(18)
  expect(listed()).toBe(known)
  stage.pass(2)
  expect(listed()).toBe(known + 1)
})

test('no-capacity starts nothing, reports this repeatedly, and decides nothing', () => {
  const stage = Stage.of(scenarioOf('no-capacity'))
  const { id, arn } = deploy(stage, scenarioOf('no-capacity'))
  stage.pass(300)

  expect(stage.serviceDeployment(arn).status).toBe('IN_PROGRESS')
  expect(stage.tasks('RUNNING').filter((task: ResponseJson) => task.startedBy === id)).toStrictEqual([])
  const placementFailures = stage
    .service()
    .events.filter(({ message }: ResponseJson) =>
      message.includes('was unable to place a task. Reason: Capacity'),
    )
  expect(placementFailures.length).toBeGreaterThan(4)
})

test.each([
  { name: 'migration', exitCode: 0 },
  { name: 'migration-fails', exitCode: 3 },
])('the one-off task of $name exits with code $exitCode', ({ name, exitCode }) => {
  const scenario = scenarioOf(name)
  const stage = Stage.of(scenario)
  register(stage.world, String(scenario.inputs.image).split(':')[1] ?? '')
  const { networkConfiguration, launchType } = stage.service()
  const command = JSON.parse(String(scenario.inputs['run-task-command']))
  const { tasks, failures } = stage.call('RunTask', {
    cluster: 'prod',
    taskDefinition: 'web',
    launchType,
    networkConfiguration,
    overrides: { containerOverrides: [{ name: 'app', command }] },
  })
  stage.pass(300)

  expect(failures).toStrictEqual([])
  const [task] = stage.call('DescribeTasks', { cluster: 'prod', tasks: [tasks[0].taskArn] }).tasks
  expect(task).toMatchObject({ lastStatus: 'STOPPED', containers: [{ name: 'app', exitCode }] })
})

test('paused waits at its hook, and continue starts there: ContinueServiceDeployment ends both', () => {
  for (const name of ['paused', 'continue']) {
    const scenario = scenarioOf(name)
    const stage = Stage.of(scenario)
    const arn = name === 'paused' ? deploy(stage, scenario).arn : stage.service().currentServiceDeployment
    stage.pass(name === 'paused' ? 180 : 0)
    const { lifecycleHookDetails: hooks, status } = stage.serviceDeployment(arn)
    expect([status, hooks.map((hook: ResponseJson) => hook.status)]).toEqual([
      'IN_PROGRESS',
      ['AWAITING_ACTION'],
    ])

    stage.call('ContinueServiceDeployment', { serviceDeploymentArn: arn, hookId: hooks[0].hookId })
    stage.pass(600)
    expect(stage.serviceDeployment(arn).status).toBe('SUCCESSFUL')
  }
})

const reported = [
  ...['breaker-off', 'code-deploy', 'flapping', 'migration-fails', 'no-capacity', 'service-deleted'],
  ...['migration-file', 'managed-volumes', 'as-it-is', 'rollback', 'verified'],
  ...['slow-drain', 'stale-reads', 'paused', 'continue', 'three-services', 'three-services-one-fails'],
  ...['three-services-taken-back', 'express', 'express-errors'],
]

test('every scenario has such an ending', () => {
  const ended = [...expectations.map(({ name }) => name), ...reported]
  // A fault is between ECS and the client: the ending is that of the scenario which it is laid over.
  const undisturbed = Object.values(scenarios).filter(({ faults }) => !faults)
  expect(ended.toSorted()).toStrictEqual(undisturbed.map(({ name }) => name).toSorted())
})

test.each(Object.values(scenarios))('$name starts from a past that looks lived in', scenario => {
  const stage = Stage.of(scenario)
  const service = stage.service()

  expect(service.events.length).toBeGreaterThan(3)
  expect(service.createdAt).toBeLessThan(stage.clock.now() / 1000 - 3600)
  const path = scenario.inputs['task-definition']
  if (path !== undefined) expect(scenario.files[path]).toContain('containerDefinitions')
})

function scenarioOf(name: string): Scenario {
  const scenario = scenarios[name]
  if (scenario === undefined) throw new Error(`no scenario ${name}`)
  return scenario
}

function summary(deployment: ResponseJson): string {
  const revision = deployment.taskDefinition.split('/')[1]
  return `${deployment.status} ${revision} ${deployment.rolloutState} ${deployment.runningCount}/${deployment.desiredCount}`
}
