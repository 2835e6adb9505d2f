import { expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { deploy, type ResponseJson, Stage } from '../support/stage.js'

const crash = scenarios['crash-at-start'] as Scenario
const first = scenarios['first-deployment'] as Scenario
const mismatch = scenarios['port-mismatch'] as Scenario

function breaker(members: object): object {
  return {
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true, ...members } },
  }
}

test('breaker off: ECS retries indefinitely and the deployment stays IN_PROGRESS', () => {
  const stage = Stage.of(crash)
  const { id, arn } = deploy(stage, crash, breaker({ enable: false, rollback: false }))
  stage.pass(3600)

  const [primary, old] = stage.service().deployments
  expect(primary).toMatchObject({ id, status: 'PRIMARY', rolloutState: 'IN_PROGRESS' })
  expect(primary.failedTasks).toBeGreaterThan(50)
  expect(old).toMatchObject({ status: 'ACTIVE', rolloutState: 'COMPLETED', runningCount: 2 })
  expect(stage.serviceDeployment(arn)).toMatchObject({
    status: 'IN_PROGRESS',
    deploymentCircuitBreaker: { status: 'DISABLED', failureCount: 0 },
  })
})

test('on, without rollback: FAILED, no new tasks, the old ones keep serving; STOP_REQUESTED, then STOPPED', () => {
  const stage = Stage.of(crash)
  const { id, arn } = deploy(stage, crash, breaker({ rollback: false }))
  stage.passUntil(() => stage.serviceDeployment(arn).status === 'STOP_REQUESTED')
  expect(stage.serviceDeployment(arn).deploymentCircuitBreaker.status).toBe('TRIGGERED')
  stage.passUntil(() => stage.serviceDeployment(arn).status === 'STOPPED', 30)
  stage.pass(300)

  const [primary, old] = stage.service().deployments
  expect(primary).toMatchObject({
    id,
    status: 'PRIMARY',
    rolloutState: 'FAILED',
    rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
    runningCount: 0,
    pendingCount: 0,
  })
  expect(old).toMatchObject({ status: 'ACTIVE', rolloutState: 'COMPLETED', runningCount: 2 })
  expect(stage.messages()[0]).not.toContain('has started')
})

test('on, with rollback: the old deployment comes back under its old id, and the failed one leaves the list', () => {
  const stage = Stage.of(mismatch)
  const before = stage.service()
  const old = before.deployments[0]
  const { id, arn, answer } = deploy(stage, mismatch)
  expect(answer.service.deployments.map((deployment: ResponseJson) => deployment.id)).toStrictEqual([
    id,
    old.id,
  ])

  stage.passUntil(() => stage.serviceDeployment(arn).status === 'ROLLBACK_IN_PROGRESS')
  const during = stage.service()
  expect(during.taskDefinition).toBe(old.taskDefinition)
  expect(during.deployments).toMatchObject([
    {
      id: old.id,
      status: 'PRIMARY',
      rolloutState: 'IN_PROGRESS',
      rolloutStateReason: `ECS deployment circuit breaker: rolling back to deploymentId ${old.id}.`,
      failedTasks: 0,
      runningCount: 2,
    },
    {
      id,
      status: 'ACTIVE',
      rolloutState: 'FAILED',
      rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
      failedTasks: 3,
    },
  ])
  expect(during.deployments[0].createdAt).toBeGreaterThan(old.createdAt)

  stage.passUntil(() => stage.service().deployments.length === 1)
  expect(stage.service().deployments[0]).toMatchObject({
    id: old.id,
    status: 'PRIMARY',
    rolloutState: 'COMPLETED',
    rolloutStateReason: `ECS deployment ${old.id} completed.`,
  })
  expect(stage.serviceDeployment(arn)).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
    rollback: {
      reason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
      serviceRevisionArn: before.currentServiceRevisions[0].arn,
    },
    deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
  })
  expect(
    stage.call('ListServiceDeployments', { cluster: 'prod', service: 'web' }).serviceDeployments,
  ).toHaveLength(8)
})

test('on, with rollback, without a completed deployment: FAILED stays PRIMARY and stalls with its running tasks', () => {
  const stage = Stage.of(first)
  const { id, arn } = deploy(stage, first)
  stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)
  stage.pass(1800)

  expect(stage.service()).toMatchObject({
    status: 'ACTIVE',
    desiredCount: 2,
    runningCount: 1,
    deployments: [
      {
        id,
        status: 'PRIMARY',
        rolloutState: 'FAILED',
        rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
      },
    ],
  })
  expect(stage.serviceDeployment(arn)).toMatchObject({
    status: 'ROLLBACK_FAILED',
    statusReason: 'No rollback candidate was found to run the rollback.',
    rollback: {
      reason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
    },
  })
  expect(stage.messages()).toContainEqual(
    `Deployment [${arn.split('/').at(-1)}] rollback has failed. No rollback candidate was found to run the rollback.`,
  )
})

test('a deployment over a rollback in progress has nothing COMPLETED to go back to', () => {
  const stage = Stage.of(mismatch)
  const one = deploy(stage, mismatch)
  stage.passUntil(() => stage.serviceDeployment(one.arn).status === 'ROLLBACK_IN_PROGRESS')
  const two = deploy(stage, mismatch)
  stage.passUntil(() => stage.serviceDeployment(two.arn).finishedAt !== undefined)

  expect(stage.serviceDeployment(one.arn).status).toBe('ROLLBACK_FAILED')
  expect(stage.serviceDeployment(two.arn)).toMatchObject({
    status: 'ROLLBACK_FAILED',
    statusReason: 'No rollback candidate was found to run the rollback.',
  })
  expect(stage.service().deployments[0]).toMatchObject({
    id: two.id,
    status: 'PRIMARY',
    rolloutState: 'FAILED',
  })
})

test.each([
  { name: 'a COUNT of 5', threshold: { type: 'COUNT', value: 5 }, desiredCount: 2, count: 5 },
  { name: 'half of ten', threshold: { type: 'BOUNDED_PERCENT', value: 50 }, desiredCount: 10, count: 5 },
  {
    name: 'at least three of two',
    threshold: { type: 'BOUNDED_PERCENT', value: 50 },
    desiredCount: 2,
    count: 3,
  },
  {
    name: 'half of two, unbounded',
    threshold: { type: 'UNBOUNDED_PERCENT', value: 50 },
    desiredCount: 2,
    count: 1,
  },
])('trips at exactly $name', ({ threshold, desiredCount, count }) => {
  const stage = Stage.of(crash)
  stage.call('UpdateService', { cluster: 'prod', service: 'web', desiredCount })
  stage.passUntil(() => stage.service().runningCount === desiredCount)
  const { arn } = deploy(stage, crash, breaker({ thresholdConfiguration: threshold }))
  stage.passUntil(() => stage.serviceDeployment(arn).status === 'ROLLBACK_IN_PROGRESS')

  expect(stage.serviceDeployment(arn).deploymentCircuitBreaker).toStrictEqual({
    status: 'TRIGGERED',
    failureCount: count,
    threshold: count,
  })
})

test('the threshold follows the latest desired count', () => {
  const stage = Stage.of(crash)
  const { arn } = deploy(stage, crash, breaker({}))
  stage.call('UpdateService', { cluster: 'prod', service: 'web', desiredCount: 20 })

  expect(stage.serviceDeployment(arn).deploymentCircuitBreaker.threshold).toBe(10)
})

test('an update that leaves threshold and reset out keeps them', () => {
  const stage = Stage.of(crash)
  const kept = { resetOnHealthyTask: false, thresholdConfiguration: { type: 'COUNT', value: 7 } }
  stage.call('UpdateService', { cluster: 'prod', service: 'web', ...breaker(kept) })
  const { answer } = deploy(stage, crash)

  expect(answer.service.deploymentConfiguration).toMatchObject({
    maximumPercent: 200,
    deploymentCircuitBreaker: { enable: true, rollback: true, ...kept },
  })
})
