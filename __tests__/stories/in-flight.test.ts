/** A deployment is there already: superseded, waited for, or refused; a rollback is always waited for. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { call, imageOf, register, workingSoftware } from '../../simulator/scenarios/web-service.js'
import { changesIn, type Played } from '../support/play.js'
import {
  beginning,
  deployed,
  playWeb,
  type StoryOverrides,
  text,
  update,
  verdict,
  webOf,
} from '../support/web-stories.js'

const theirs = 'd3c0ffe'

/** Somebody's deployment that began so many seconds before ours. */
function begun(secondsAgo: number, software: object = workingSoftware, members: object = {}): StoryOverrides {
  return {
    history: { until: beginning - secondsAgo * 1000 },
    also: world => {
      world.images.add(imageOf(theirs), software)
      register(world, theirs)
      update(world, { taskDefinition: 'web', ...members })
      world.advanceTo(beginning)
    },
  }
}

const breaker = {
  deploymentConfiguration: {
    deploymentCircuitBreaker: {
      enable: true,
      rollback: true,
      thresholdConfiguration: { type: 'COUNT', value: 1 },
    },
  },
}
/** Theirs fails, and is being rolled back by the time that we look. */
const rollingBack: StoryOverrides = begun(115, movedSoftware, breaker)

const statesAt = (world: World) => webOf(world).serviceDeployments.map(({ status }) => status)
const startedAfter = (played: Played) =>
  (played.requests.find(({ operation }) => operation === 'UpdateService')?.at ?? 0) - beginning

test('supersede, the default: ours takes over at once, and the report says whose it replaced', async () => {
  const played = await playWeb(begun(30))
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '9' })
  expect(startedAfter(played)).toBeLessThan(2_000)
  expect(verdict(played)).toMatch(/This deployment supersedes ecs-svc\/\d+ of web:8, which was in progress/)
  expect(played.outputs['previous-task-definition-arn']).toMatch(/web:7$/)
})

test('wait: ours starts when theirs has completed, and replaces it', async () => {
  const played = await playWeb({ ...begun(30), inputs: { 'in-flight': 'wait' } })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '9' })
  expect(startedAfter(played)).toBeGreaterThan(30_000)
  expect(played.outputs['previous-task-definition-arn']).toMatch(/web:8$/)
  expect(text(played)).toMatch(/Waiting for at most 30 minutes because ecs-svc\/\d+ of web:8 is in progress/)
  expect(verdict(played)).toMatch(
    /Waited before the deployment because ecs-svc\/\d+ of web:8 was in progress/,
  )
})

test('fail: refused with whose deployment it is, and nothing is registered', async () => {
  const played = await playWeb({ ...begun(30), inputs: { 'in-flight': 'fail' } })
  expect(played.outputs.outcome).toBe('refused')
  expect(changesIn(played.requests)).toEqual([])
  expect(verdict(played)).toMatch(/in-flight +ecs-svc\/\d+ of web:8 is in progress/)
})

test('wait that is too long: refused, nothing is registered', async () => {
  const played = await playWeb({
    ...begun(30, movedSoftware),
    inputs: { 'in-flight': 'wait', 'wait-for-minutes': '3' },
  })
  expect(played.outputs.outcome).toBe('refused')
  expect(changesIn(played.requests)).toEqual([])
  expect(played.took).toBeGreaterThanOrEqual(3 * 60_000)
  expect(played.took).toBeLessThan(3.5 * 60_000)
  expect(verdict(played)).toContain('is still in progress after 3 minutes: run this again when it has ended')
})

test('wait: cancelled while waiting changes nothing and ends at once', async () => {
  const played = await playWeb({ ...begun(30), inputs: { 'in-flight': 'wait' }, cancelAfter: 20_000 })
  expect(played.outputs.outcome).toBe('cancelled')
  expect(played.took).toBeLessThanOrEqual(21_000)
  expect(changesIn(played.requests)).toEqual([])
  expect(verdict(played)).toContain('cancelled before anything was changed')
})

test.each(['supersede', 'wait', 'fail'])(
  'a rollback in progress is waited for: in-flight: %s',
  async inFlight => {
    const played = await playWeb({
      ...rollingBack,
      also: world => {
        rollingBack.also?.(world)
        expect(statesAt(world)).toContain('ROLLBACK_IN_PROGRESS')
      },
      inputs: { 'in-flight': inFlight },
    })
    expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '9' })
    expect(played.outputs['previous-task-definition-arn']).toMatch(/web:7$/)
    expect(deployed(played).length).toBe(1)
    expect(text(played)).toContain('because a rollback is in progress')
    expect(verdict(played)).toContain('Waited before the deployment because a rollback was in progress')
  },
)

test('a rollback in progress: cancelled while it is waited for', async () => {
  const played = await playWeb({ ...rollingBack, cancelAfter: 12_000 })
  expect(played.outputs.outcome).toBe('cancelled')
  expect(played.took).toBeLessThanOrEqual(13_000)
  expect(changesIn(played.requests)).toEqual([])
})

test('a rollback is detected from the service alone where service deployments may not be read', async () => {
  const faults = [{ kind: 'access-denied', operations: ['ListServiceDeployments'] }] as const
  const played = await playWeb({ ...rollingBack, faults })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(text(played)).toContain('because a rollback is in progress')
})

test('a rollback is detected from the service deployments alone where the reason does not mention it', async () => {
  const requests = begun(40)
  const played = await playWeb({
    ...requests,
    also: world => {
      requests.also?.(world)
      const serviceDeploymentArn = webOf(world).serviceDeployments.at(-1)?.arn
      call(world, 'StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' })
    },
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(text(played)).toContain('because a rollback is in progress')
})

test('service deployments are not read where the only deployment has completed', async () => {
  const requests = async (unusual: StoryOverrides) => {
    const { requests } = await playWeb(unusual)
    const started = requests.findIndex(({ operation }) => operation === 'UpdateService')
    return requests.slice(0, started).filter(({ operation }) => operation === 'ListServiceDeployments').length
  }
  expect(await requests({})).toBe(0)
  expect(await requests(begun(30))).toBe(1)
})

test('rolled back onto a deployment whose tasks do not start: the one before it still serves', async () => {
  const broken = { ...workingSoftware, exitsAfterSeconds: 1 }
  const story = begun(84, broken)
  const played = await playWeb({
    ...story,
    history: { ...story.history, desiredCount: 1, service: { loadBalancers: [] } },
    also: world => {
      story.also?.(world)
      world.after(1_000, () => {
        const [newest] = webOf(world).serviceDeployments.filter(({ status }) => status === 'IN_PROGRESS')
        if (newest) call(world, 'StopServiceDeployment', { serviceDeploymentArn: newest.arn })
      })
    },
    settings: { staleReadsMs: 20_000 },
  })
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(played.outputs['serving-task-definition-arn']).toMatch(/web:7$/)
  expect(verdict(played)).toContain('web:8 is the current revision again, and web:7 still serves')
  expect(played.summary).toMatch(/^### .* web on prod: rolled back to `web:8`, `web:7` still serves/)
})
