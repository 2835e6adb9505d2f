import { expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { deploy, type ResponseJson, Stage } from '../support/stage.js'

const healthy = scenarios.healthy as Scenario
const mismatch = scenarios['port-mismatch'] as Scenario
const service = { cluster: 'prod', service: 'web' }

function list(stage: Stage, more: object = {}): ResponseJson[] {
  return stage.call('ListServiceDeployments', { ...service, ...more }).serviceDeployments
}

test('the response to UpdateService names no current service deployment; two seconds later DescribeServices does', () => {
  const stage = Stage.of(healthy)
  const before = stage.service().currentServiceDeployment
  const { answer, arn } = deploy(Stage.of(healthy), healthy)
  expect(answer.service).not.toHaveProperty('currentServiceDeployment')

  stage.call('UpdateService', { ...service, forceNewDeployment: true })
  expect(stage.service().currentServiceDeployment).toBe(before)
  stage.pass(2)
  expect(stage.service().currentServiceDeployment).not.toBe(before)
  expect(arn).toMatch(/^arn:aws:ecs:eu-west-1:123456789012:service-deployment\/prod\/web\/[A-Za-z0-9_-]{21}$/)
})

test('the list shows the previous deployment first for one to three seconds', () => {
  const stage = Stage.of(healthy)
  const [previous] = list(stage)
  const { service: updated } = stage.call('UpdateService', { ...service, forceNewDeployment: true })

  expect(list(stage)[0]).toStrictEqual(previous)
  stage.pass(0.9)
  expect(list(stage)[0]).toStrictEqual(previous)
  stage.pass(2.2)
  const digits = updated.deployments[0].id.replace('ecs-svc/', '')
  expect(list(stage)[0].targetServiceRevisionArn).toBe(
    `arn:aws:ecs:eu-west-1:123456789012:service-revision/prod/web/${digits}`,
  )
})

test('the list is newest first, can be filtered by status and time, and comes in pages', () => {
  const stage = Stage.of(healthy)
  deploy(stage, healthy)
  const all = list(stage)
  const times = all.map(({ createdAt }) => createdAt)

  expect(times).toStrictEqual(times.toSorted((a, b) => b - a))
  expect(all).toHaveLength(8)
  expect(list(stage, { status: ['IN_PROGRESS'] })).toStrictEqual(all.slice(0, 1))
  expect(list(stage, { createdAt: { after: times[2] } })).toStrictEqual(all.slice(0, 3))
  expect(list(stage, { createdAt: { before: times[2] } })).toStrictEqual(all.slice(2))
  const page = stage.call('ListServiceDeployments', { ...service, maxResults: 5 })
  expect(page.serviceDeployments).toStrictEqual(all.slice(0, 5))
  expect(list(stage, { nextToken: page.nextToken })).toStrictEqual(all.slice(5))
})

test('PENDING becomes IN_PROGRESS a tenth of a second later', () => {
  const stage = Stage.of(healthy)
  stage.call('UpdateService', { ...service, forceNewDeployment: true })
  stage.pass(0.09)
  const pending = stage.world.services.values().next().value?.serviceDeployments.at(-1)?.arn as string
  expect(stage.serviceDeployment(pending)).toMatchObject({ status: 'PENDING' })
  stage.pass(0.1)
  const started = stage.serviceDeployment(pending)

  expect(started.status).toBe('IN_PROGRESS')
  expect(started.startedAt - started.createdAt).toBeCloseTo(0.11, 3)
})

test('SUCCESSFUL comes before the classic COMPLETED', () => {
  const stage = Stage.of(healthy)
  const { arn } = deploy(stage, healthy)
  stage.passUntil(() => stage.serviceDeployment(arn).status === 'SUCCESSFUL')

  expect(stage.service().deployments[0]).toMatchObject({ status: 'PRIMARY', rolloutState: 'IN_PROGRESS' })
  expect(stage.passUntil(() => stage.service().deployments[0].rolloutState === 'COMPLETED')).toBeGreaterThan(
    3,
  )
})

test.each([
  { cleanupWaitMs: 0, older: 2, after: 0 },
  { cleanupWaitMs: 15_000, older: 2, after: 15 },
  { cleanupWaitMs: Number.POSITIVE_INFINITY, older: 0, after: 50 },
])('SUCCESSFUL waits for old tasks as long as cleanupWaitMs says: $cleanupWaitMs', row => {
  const stage = Stage.of(healthy, { settings: { cleanupWaitMs: row.cleanupWaitMs } })
  const { arn } = deploy(stage, healthy)
  stage.passUntil(() => /has stopped 2 running tasks/.test(stage.service().events[0].message))
  const after = stage.passUntil(() => stage.serviceDeployment(arn).status === 'SUCCESSFUL')

  const [ours, older] = stage.service().deployments
  expect(ours).toMatchObject({ rolloutState: 'IN_PROGRESS', runningCount: 2 })
  expect(older?.runningCount ?? 0).toBe(row.older)
  expect(after).toBeCloseTo(row.after, -1)
})

test('a newer deployment stops ours: STOP_REQUESTED, then STOPPED, three classic deployments meanwhile', () => {
  const stage = Stage.of(healthy)
  const ours = deploy(stage, healthy)
  stage.pass(40)
  const theirs = deploy(stage, healthy)

  expect(stage.serviceDeployment(ours.arn).status).toBe('STOP_REQUESTED')
  expect(stage.service().deployments.map(({ id, status }: ResponseJson) => [id, status])).toStrictEqual([
    [theirs.id, 'PRIMARY'],
    [ours.id, 'ACTIVE'],
    [expect.any(String), 'ACTIVE'],
  ])
  stage.pass(10)
  expect(stage.serviceDeployment(ours.arn)).toMatchObject({
    status: 'STOPPED',
    stoppedAt: expect.any(Number),
    finishedAt: expect.any(Number),
  })
  stage.passUntil(() => stage.service().deployments.length === 1)
  expect(stage.serviceDeployment(theirs.arn).status).toBe('SUCCESSFUL')
})

test('StopServiceDeployment rolls back, also without the breaker, and a second request is not an error', () => {
  const stage = Stage.of(mismatch)
  const old = stage.service().deployments[0].id
  const { id, arn } = deploy(stage, mismatch, {
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: false, rollback: false } },
  })
  stage.pass(60)
  const stop = () => stage.call('StopServiceDeployment', { serviceDeploymentArn: arn, stopType: 'ROLLBACK' })

  expect(stop()).toStrictEqual({ serviceDeploymentArn: arn })
  expect(stage.serviceDeployment(arn).status).toBe('ROLLBACK_REQUESTED')
  expect(stop()).toStrictEqual({ serviceDeploymentArn: arn })
  stage.pass(3)
  expect(stage.serviceDeployment(arn).status).toBe('ROLLBACK_IN_PROGRESS')
  expect(stop()).toStrictEqual({ serviceDeploymentArn: arn })
  stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)
  expect(stage.serviceDeployment(arn)).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    deploymentCircuitBreaker: { status: 'DISABLED' },
  })
  const ids = stage.service().deployments.map((deployment: ResponseJson) => deployment.id)
  expect(ids).toStrictEqual([old])
  expect(ids).not.toContain(id)
})

test.each([
  {
    name: 'ABORT',
    input: (arn: string) => ({ serviceDeploymentArn: arn, stopType: 'ABORT' }),
    error: {
      name: 'UnsupportedFeatureException',
      message: 'ECS StopServiceDeployment API with ABORT stopType is not supported',
    },
  },
  {
    name: 'an unknown deployment',
    input: (arn: string) => ({ serviceDeploymentArn: `${arn}x` }),
    error: { name: 'ServiceDeploymentNotFoundException', message: 'The service deployment does not exist.' },
  },
  {
    name: 'one that has ended',
    input: (arn: string) => ({ serviceDeploymentArn: arn }),
    error: { name: 'ConflictException' },
  },
])('StopServiceDeployment refuses $name', ({ input, error }) => {
  const stage = Stage.of(healthy)
  const [{ serviceDeploymentArn }] = list(stage) as [ResponseJson]

  expect(() => stage.call('StopServiceDeployment', input(serviceDeploymentArn))).toThrow(
    expect.objectContaining(error),
  )
})

test('a revision has the task definition and the digests that its tags resolved to', () => {
  const stage = Stage.of(healthy)
  const [{ targetServiceRevisionArn: arn }] = list(stage) as [ResponseJson]
  const answer = stage.call('DescribeServiceRevisions', { serviceRevisionArns: [arn, `${arn}0`] })

  expect(answer.failures).toStrictEqual([{ arn: `${arn}0`, reason: 'MISSING' }])
  expect(answer.serviceRevisions).toMatchObject([
    {
      serviceRevisionArn: arn,
      taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7',
      launchType: 'FARGATE',
      containerImages: [
        { containerName: 'app', imageDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
      ],
    },
  ])
})

test('a stale read shows the service as it was before the update', () => {
  const stage = Stage.of(healthy, { settings: { staleReadsMs: 3000 } })
  const before = stage.service()
  stage.call('UpdateService', { ...service, forceNewDeployment: true })

  expect(stage.service()).toStrictEqual(before)
  stage.pass(3)
  expect(stage.service().deployments).toHaveLength(2)
})

test('a read is never older than it may be, however many updates follow one another', () => {
  const stage = Stage.of(healthy, { settings: { staleReadsMs: 3000 } })
  stage.call('UpdateService', { ...service, desiredCount: 3 })
  stage.pass(2)
  stage.call('UpdateService', { ...service, desiredCount: 4 })

  expect(stage.service().desiredCount).toBe(2)
  stage.pass(1)
  expect(stage.service().desiredCount).toBe(3)
  stage.pass(2)
  expect(stage.service().desiredCount).toBe(4)
})

test('a setting gives a rollback its own id', () => {
  const stage = Stage.of(mismatch, { settings: { rollbackNewId: true, rollbackReasonFullStop: false } })
  const old = stage.service().deployments[0].id
  const { arn } = deploy(stage, mismatch)
  stage.passUntil(() => stage.serviceDeployment(arn).status === 'ROLLBACK_IN_PROGRESS')
  const [primary] = stage.service().deployments

  expect(primary.id).not.toBe(old)
  expect(primary.rolloutStateReason).toBe(
    `ECS deployment circuit breaker: rolling back to deploymentId ${primary.id}`,
  )
  stage.passUntil(() => stage.serviceDeployment(arn).status === 'ROLLBACK_SUCCESSFUL')
  expect(stage.service()).toMatchObject({ runningCount: 2, deployments: [{ id: primary.id }] })
})

test('a setting lets a deployment in rollback read IN_PROGRESS a little longer', () => {
  const stage = Stage.of(mismatch, { settings: { failedReadLagMs: 5000 } })
  const { id, arn } = deploy(stage, mismatch)
  stage.passUntil(() => stage.serviceDeployment(arn).status === 'ROLLBACK_IN_PROGRESS')
  const failed = () => stage.service().deployments.find((deployment: ResponseJson) => deployment.id === id)

  expect(failed()).toMatchObject({
    status: 'ACTIVE',
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: `ECS deployment ${id} in progress.`,
  })
  stage.pass(5)
  expect(failed()).toMatchObject({ status: 'ACTIVE', rolloutState: 'FAILED' })
})
