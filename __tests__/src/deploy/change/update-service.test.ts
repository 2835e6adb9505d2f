import { expect, test } from '@jest/globals'
import type { Service } from '../../../../src/core/ecs/service.js'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import { startDeployment } from '../../../../src/deploy/change/update-service.js'
import type { Ecs } from '../../../../src/ports.js'
import { aServicePlan, aTracked } from '../../../support/rollout-builders.js'
import {
  aCompetingDeployment,
  aDeployment,
  aService,
  before,
  ours,
  revisionArn,
  theirs,
  thePrevious,
} from '../../../support/service-builders.js'
import { aStubEcs } from '../../../support/stub-ecs.js'

/** Answers UpdateService with this service. */
const answering = (service: Service): Ecs =>
  aStubEcs({ describeService: async () => service, updateService: async () => service })
const clock = { now: () => 0, sleep: async () => {}, random: () => 0 }
const taskDefinition = revisionArn('web:8')
const { signal } = new AbortController()
const started = (service: Service) =>
  startDeployment(
    { ecs: answering(service), clock, canceled: signal },
    { plan: aServicePlan(), taskDefinition },
  )

test.each([
  {
    name: 'the deployment that was there before stays the one from before',
    deployments: [aDeployment(), thePrevious()],
    before: [before],
    deployedBefore: [revisionArn('web:7')],
  },
  {
    name: 'one that started between the read and the update is also earlier',
    deployments: [aDeployment(), aCompetingDeployment({ status: 'ACTIVE' }), thePrevious()],
    before: [before, theirs],
    deployedBefore: [revisionArn('web:7'), revisionArn('web:9')],
  },
  {
    name: 'one that superseded ours in the same response is not',
    deployments: [aCompetingDeployment(), aDeployment({ status: 'ACTIVE' }), thePrevious()],
    before: [before],
    deployedBefore: [revisionArn('web:7')],
  },
])('$name', async ({ deployments, before, deployedBefore }) => {
  const service = aService({ deployments })
  expect(await started(service)).toStrictEqual({
    kind: 'started',
    service,
    skewMs: 0,
    tracked: aTracked({ deploymentId: ours, before, deployedBefore }),
  })
})

test('ours replaces the revision that serves at its start, whatever the plan found', async () => {
  const theirs = aCompetingDeployment({ status: 'ACTIVE', rolloutState: 'COMPLETED', runningCount: 2 })
  const service = aService({ deployments: [aDeployment(), theirs] })
  expect(await started(service)).toMatchObject({ tracked: { previous: revisionArn('web:9') } })
})

test('a response without our revision leaves open what started', async () => {
  expect(await started(aService({ deployments: [thePrevious({ status: 'PRIMARY' })] }))).toStrictEqual({
    kind: 'lost',
    answered: true,
    reason: 'ECS accepted the update, but shows no new deployment for it',
  })
})

const lostAnswer = new ApiError({
  kind: 'unavailable',
  operation: 'ecs:UpdateService',
  code: 'ServerException',
  message: 'Service Unavailable',
})
const quiet = aService({ deployments: [thePrevious({ status: 'PRIMARY' })] })

test.each([
  { name: 'nothing has happened: it is sent again', seen: quiet, sent: 2 },
  {
    name: 'someone deployed: ours may have been superseded',
    seen: aService({ deployments: [aCompetingDeployment(), thePrevious()] }),
    sent: 1,
  },
  {
    name: 'something was rolled back: it may have been ours',
    seen: { ...quiet, events: [{ id: 'new', at: 0, message: `rolling back to deployment ${before}.` }] },
    sent: 1,
  },
])('after a lost response without a trace of our deployment, $name', async ({ seen, sent }) => {
  let updates = 0
  const ecs = aStubEcs({
    describeService: async () => seen,
    updateService: async () => {
      updates++
      throw lostAnswer
    },
  })
  const plan = aServicePlan()
  const observed = { ...plan.observed, service: quiet }
  const request = { plan: { ...plan, observed }, taskDefinition }
  expect(await startDeployment({ ecs, clock, canceled: signal }, request)).toMatchObject({
    kind: 'lost',
  })
  expect(updates).toBe(sent)
})

const quietRequest = () => {
  const plan = aServicePlan()
  return { plan: { ...plan, observed: { ...plan.observed, service: quiet } }, taskDefinition }
}

test('canceled between two polls for the effect of a lost response, one more poll finds it', async () => {
  const workflow = new AbortController()
  const service = aService({ deployments: [aDeployment(), thePrevious()] })
  const polls: string[] = []
  let pauses = 0
  const ecs = aStubEcs({
    updateService: () => Promise.reject(lostAnswer),
    describeService: async (_, mode) => {
      polls.push(mode)
      return polls.length === 1 ? quiet : service
    },
  })
  const sleep = async () => {
    pauses++
    if (pauses === 2) workflow.abort()
  }
  const ports = { ecs, clock: { ...clock, sleep }, canceled: workflow.signal }
  expect((await startDeployment(ports, quietRequest())).kind).toBe('started')
  expect(polls).toStrictEqual(['retry', 'once'])
})

test('a throttled update is given up after ten minutes in all, whatever was lost meanwhile', async () => {
  const throttled = new ApiError({ ...lostAnswer, kind: 'throttled', message: 'Rate exceeded' })
  let now = 0
  let isLost = false
  const ecs = aStubEcs({
    updateService: () => {
      const loses = now >= 500_000 && !isLost
      isLost ||= loses
      return Promise.reject(loses ? lostAnswer : throttled)
    },
    describeService: async () => quiet,
  })
  const sleep = async (ms: number) => {
    now += ms
  }
  const ports = { ecs, clock: { now: () => now, sleep, random: () => 0.5 }, canceled: signal }
  expect((await startDeployment(ports, quietRequest())).kind).toBe('lost')
  expect(now).toBeGreaterThanOrEqual(600_000)
  expect(now).toBeLessThan(620_000)
})
