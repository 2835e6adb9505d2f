/** `on-partial-failure: rollback`: the services of a step go back together, and never over somebody else. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import type { RecordedRequest } from '../../simulator/protocol/recorded-request.js'
import { crashingSoftware } from '../../simulator/scenarios/crash-at-start.js'
import {
  openThreeServices,
  threeServices,
  threeServicesTakenBack,
} from '../../simulator/scenarios/three-services.js'
import { call, cluster, commit, createService, imageOf } from '../../simulator/scenarios/web-service.js'
import { type Played, play, type Story } from '../support/play.js'
import { complaints } from '../support/schemas.js'
import { deployed, restores, stops, text } from '../support/web-stories.js'

interface Entry {
  readonly service: string
  readonly outcome: string
  readonly 'failure-reason': string
}

function entriesOf({ outputs }: Played): readonly Entry[] {
  return JSON.parse(outputs.services ?? '[]')
}

function outcomesOf(played: Played): Record<string, string> {
  return Object.fromEntries(entriesOf(played).map(({ outcome, service }) => [service, outcome]))
}

/** Of the PRIMARY deployment of each. */
function revisionsIn({ services }: World): Record<string, number | undefined> {
  return Object.fromEntries(
    [...services.values()].map(({ deployments, name }) => [
      name,
      deployments[0]?.revision.taskDefinition.revision,
    ]),
  )
}

/** `worker` fails for good after six minutes; `web` and `api` have completed by then. */
const playTakenBack = ({ inputs, ...story }: Partial<Story>) =>
  play({ ...threeServicesTakenBack, ...story, inputs: { ...threeServicesTakenBack.inputs, ...inputs } })

const isBack = { web: 7, api: 7, worker: 7 }

/** Once, when a request of this kind is answered. */
function once(
  isMeant: (request: RecordedRequest) => boolean,
  act: (world: World) => void,
): NonNullable<Story['onAnswered']> {
  let isDone = false
  return (world, request) => {
    if (isDone || !isMeant(request)) return
    isDone = true
    act(world)
  }
}

/** The first update that takes a service back. */
const takesBack = ({ input, operation }: RecordedRequest) =>
  operation === 'UpdateService' &&
  /:7$/.test((input as { readonly taskDefinition?: string }).taskDefinition ?? '')

test('those that have completed are taken back, each by one deployment of what served before', async () => {
  const played = await playTakenBack({})
  expect([played.passed, played.outputs.outcome]).toStrictEqual([false, 'rolled-back'])
  expect(played.outputs['failure-class']).toBe('health-check')
  expect(played.outputs['failure-reason']).toContain('GET :5001/ready')
  expect(revisionsIn(played.world)).toMatchObject(isBack)
  expect(deployed(played).slice(3)).toStrictEqual(
    ['web', 'api'].map(service => ({ cluster, service, taskDefinition: expect.stringMatching(/\/web:7$/) })),
  )
  expect(stops(played)).toBe(0)
  expect(text(played)).toContain(
    '✗ rolled-back: worker (rolled back), web and api (completed, then taken back to web:7).',
  )
  expect(text(played)).toContain('ECS has no transaction over several services')
  expect(played.state.unfinished).toBe('')
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
})

test('it does not wait until ECS has rolled the failed one back', async () => {
  const played = await playTakenBack({})
  const at = (line: RegExp) => played.log.findIndex(one => line.test(one))
  expect(at(/worker .*rolling back to web:7/)).toBeLessThan(at(/rollback +web +to web:7/))
  expect(at(/rollback +web +to web:7/)).toBeLessThan(at(/worker .*web:7 serves/))
})

test('those that still roll out are stopped', async () => {
  const played = await playTakenBack({
    setUp: world => {
      openThreeServices(world)
      const crashes = { ...crashingSoftware, exitsAfterSeconds: 1 }
      world.images.add(imageOf(commit), crashes)
    },
    inputs: { 'fail-fast-after': '1' },
  })
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(revisionsIn(played.world)).toMatchObject(isBack)
  expect(stops(played)).toBeGreaterThan(0)
  expect(deployed(played).slice(3)).toStrictEqual([])
})

test('a refused update: nothing further is updated, and what was is stopped', async () => {
  const faults = [{ kind: 'access-denied', operations: ['UpdateService'], skip: 1, times: 1 }] as const
  const played = await playTakenBack({
    ...threeServices,
    faults,
    inputs: { 'on-partial-failure': 'rollback' },
  })
  expect(outcomesOf(played)).toStrictEqual({ web: 'rolled-back', api: 'refused', worker: 'refused' })
  expect(revisionsIn(played.world)).toMatchObject(isBack)
  expect([deployed(played).length, stops(played)]).toStrictEqual([1, 1])
  expect(text(played)).toMatch(/worker is not updated, because the update of api was refused/)
  expect(played.outputs['failure-class']).toBe('permissions')
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
})

test('a service that somebody else deploys meanwhile is left to them', async () => {
  const theirs = (world: World) =>
    call(world, 'UpdateService', { cluster, service: 'web', taskDefinition: 'web:6' })
  const played = await playTakenBack({
    setUp: world => {
      threeServicesTakenBack.setUp(world)
      world.after(240_000, () => theirs(world))
    },
  })
  expect(outcomesOf(played)).toStrictEqual({ web: 'superseded', api: 'rolled-back', worker: 'rolled-back' })
  expect(revisionsIn(played.world)).toMatchObject({ web: 6, api: 7, worker: 7 })
  expect(deployed(played).slice(3)).toHaveLength(1)
})

test('what has no earlier revision to go back to stays, and the report says so', async () => {
  const played = await playTakenBack({
    setUp: world => {
      threeServicesTakenBack.setUp(world)
      createService(world, { desiredCount: 1, serviceName: 'fresh', loadBalancers: [] })
    },
    inputs: { service: 'web, fresh, worker' },
  })
  expect(outcomesOf(played)).toStrictEqual({ web: 'rolled-back', fresh: 'succeeded', worker: 'rolled-back' })
  expect(revisionsIn(played.world)).toMatchObject({ web: 7, fresh: 8, worker: 7 })
  expect(text(played)).toMatch(/web:8 serves.*; worker was rolled back, but there is nothing to roll back to/)
})

test('the rollback of one is refused: it stays, the others go back, and the report says which and why', async () => {
  const faults = [{ kind: 'access-denied', operations: ['UpdateService'], skip: 3, times: 1 }] as const
  const played = await playTakenBack({ faults })
  expect(outcomesOf(played)).toStrictEqual({ web: 'succeeded', api: 'rolled-back', worker: 'rolled-back' })
  expect(revisionsIn(played.world)).toMatchObject({ web: 8, api: 7, worker: 7 })
  expect(text(played)).toMatch(
    /web:8 serves, 2 of 2 running, after \d:\d\d; worker was rolled back, but it was not rolled back because .* may not call ecs:UpdateService/,
  )
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
})

test('the former revision does not start any more: it failed, and says what serves', async () => {
  const played = await playTakenBack({
    onAnswered: once(takesBack, world =>
      world.images.add(imageOf('1f3c9e0'), { exitsAfterSeconds: 1, exitCode: 1 }),
    ),
  })
  expect(outcomesOf(played)).toMatchObject({ web: 'failed', api: 'failed' })
  expect(played.outputs['failure-reason']).toContain('GET :5001/ready')
  expect(text(played)).toMatch(/web:8 was to be taken back, and its rollback to web:7 failed; web:8 serves/)
})

test('canceled while services go back: what was sent goes on, and nothing is left over', async () => {
  const played = await playTakenBack({ cancelAfter: 420_000, post: 'follows' })
  expect(outcomesOf(played)).toMatchObject({ web: 'cancelled', api: 'cancelled' })
  expect(text(played)).toMatch(/the workflow was cancelled while web:8 was being taken back/)
  expect(revisionsIn(played.world)).toMatchObject(isBack)
  expect(played.state.unfinished).toBe('')
})

test('canceled before a service has failed: what has completed stays', async () => {
  const played = await playTakenBack({ cancelAfter: 200_000 })
  expect(outcomesOf(played)).toStrictEqual({ web: 'succeeded', api: 'succeeded', worker: 'cancelled' })
  expect(deployed(played)).toHaveLength(3)
})

test('a time-out counts if it is rolled back', async () => {
  const inputs = { 'wait-for-minutes': '4', 'on-timeout': 'rollback' }
  const played = await playTakenBack({ inputs })
  expect(outcomesOf(played)).toStrictEqual({ web: 'rolled-back', api: 'rolled-back', worker: 'timed-out' })
  expect(revisionsIn(played.world)).toMatchObject(isBack)
  const left = await playTakenBack({ inputs: { 'wait-for-minutes': '4' } })
  expect(outcomesOf(left)).toStrictEqual({ web: 'succeeded', api: 'succeeded', worker: 'timed-out' })
})

test('a raised desired count is restored after the rollback', async () => {
  const played = await playTakenBack({ inputs: { 'bump-desired-count': '3' } })
  expect(revisionsIn(played.world)).toMatchObject(isBack)
  expect(restores(played)).toHaveLength(3)
})
