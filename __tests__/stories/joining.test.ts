/** A re-run watches the deployment in flight that runs just what it would deploy, and starts none of its own. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { register, workingSoftware } from '../../simulator/scenarios/web-service.js'
import { breakerOn, inFlight, joining } from '../support/in-flight.js'
import { changesIn, type Played } from '../support/play.js'
import {
  beginning,
  deployed,
  playWeb,
  restores,
  stops,
  text,
  update,
  verdict,
  webOf,
} from '../support/web-stories.js'

const thisRun = 'https://github.com/octo/web/actions/runs/1'
const primaryOf = (world: World) => webOf(world).deployments.find(({ status }) => status === 'PRIMARY')?.id

test.each([
  { name: 'in-flight: join', inputs: joining },
  { name: 'skip-unchanged', inputs: { 'skip-unchanged': 'true' } },
])('joined, watched to its end and verified: $name', async ({ inputs }) => {
  let id: string | undefined
  const story = inFlight({
    tags: { run: thisRun, actor: 'hubot' },
    meanwhile: world => {
      id = `ecs-svc/${primaryOf(world)}`
    },
  })
  const played = await playWeb({ ...story, inputs })
  expect([played.passed, changesIn(played.requests)]).toEqual([true, []])
  expect(played.outputs).toMatchObject({
    outcome: 'succeeded',
    revision: '8',
    'deployment-id': id,
    'task-definition-arn': expect.stringMatching(/web:8$/),
    'previous-task-definition-arn': expect.stringMatching(/web:7$/),
    'serving-task-definition-arn': expect.stringMatching(/web:8$/),
    'service-deployment-arn': expect.stringContaining(':service-deployment/prod/web/'),
  })
  expect(JSON.parse(played.outputs.result ?? '').services[0].deployment).toMatchObject({
    joined: true,
    startedAt: beginning - 40_000,
  })
  const who = `${id} of web:8, in progress since 08:59:20 UTC; web:8 was registered by this workflow run (${thisRun})`
  expect(text(played)).toContain(`joined      ${who}`)
  expect(verdict(played)).toContain(`Started no deployment: this run joined ${who}`)
  expect(played.summary).toContain('Started no deployment: this run joined')
  expect(text(played)).not.toContain('registered  web:8')
  expect(text(played)).toMatch(/revision +web:7 → web:8, from task-definition\.json/)
})

test('who registered the revision is said by its tags, else by what ECS says', async () => {
  const others = { run: 'https://github.com/octo/web/actions/runs/7', actor: 'hubot' }
  const tagged = await playWeb({ ...inFlight({ tags: others }), inputs: joining })
  expect(verdict(tagged)).toContain(`web:8 was registered by hubot in ${others.run}`)
  const untagged = await playWeb({ ...inFlight(), inputs: joining })
  expect(verdict(untagged)).toMatch(/web:8 was registered by \S+/)
})

test('joined when it is failing: its earlier failures count, and it is rolled back for the same reason', async () => {
  const story = inFlight({ secondsAgo: 130 })
  const played = await playWeb({ ...story, software: movedSoftware, inputs: joining })
  expect(played.outputs).toMatchObject({
    outcome: 'rolled-back',
    'failure-class': 'health-check',
    revision: '8',
  })
  expect(played.outputs['serving-task-definition-arn']).toMatch(/web:7$/)
  expect(deployed(played)).toEqual([])
  expect(JSON.parse(played.outputs.result ?? '').services[0].deployment.failedTasks).toBeGreaterThanOrEqual(3)
})

test('fail-fast counts the tasks that failed before it was joined', async () => {
  const story = inFlight({ secondsAgo: 200, members: { deploymentConfiguration: slowBreaker } })
  const inputs = { ...joining, 'circuit-breaker-threshold': '50' }
  const played = await playWeb({ ...story, software: movedSoftware, inputs })
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(stops(played)).toBe(1)
  expect(played.took).toBeLessThan(120_000)
})

const slowBreaker = {
  deploymentCircuitBreaker: {
    enable: true,
    rollback: true,
    thresholdConfiguration: { type: 'COUNT', value: 50 },
  },
}

test.each([
  { name: 'completes between the look and the watch', secondsAgo: 116 },
  { name: 'has just begun', secondsAgo: 1 },
])('joined where it $name', async ({ secondsAgo }) => {
  const played = await playWeb({ ...inFlight({ secondsAgo }), inputs: joining })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(deployed(played)).toEqual([])
})

test('joined and then superseded by somebody else: red, and it says whose', async () => {
  const story = inFlight({
    meanwhile: world =>
      world.after(20_000, () => {
        register(world, 'a90c7d5')
        update(world, { taskDefinition: 'web' })
      }),
  })
  const played = await playWeb({ ...story, inputs: joining })
  expect([played.passed, played.outputs.outcome]).toEqual([false, 'superseded'])
  expect(verdict(played)).toContain('web:9')
})

test('a count is neither raised nor put back, and the post step has nothing to do', async () => {
  const inputs = { ...joining, 'bump-desired-count': '4' }
  const played = await playWeb({ ...inFlight(), inputs, post: 'follows' })
  expect(played.outputs.outcome).toBe('succeeded')
  expect([deployed(played), restores(played), played.postNotices]).toEqual([[], [], []])
  expect(played.state.unfinished ?? '').toBe('')
  expect(webOf(played.world).desiredCount).toBe(2)
})

test.each([
  { onCancel: 'leave', stopped: 0 },
  { onCancel: 'rollback', stopped: 1 },
])('canceled while it is watched: on-cancel: $onCancel', async ({ onCancel, stopped }) => {
  const inputs = { ...joining, 'on-cancel': onCancel }
  const played = await playWeb({ ...inFlight({ secondsAgo: 10 }), cancelAfter: 12_000, inputs })
  expect(played.outputs.outcome).toBe('cancelled')
  expect([stops(played), deployed(played)]).toEqual([stopped, []])
  expect(played.state.unfinished ?? '').toBe('')
})

test('the wait begins with this run, not with the deployment', async () => {
  const story = inFlight({ secondsAgo: 1_000, members: { deploymentConfiguration: slowBreaker } })
  const software = { ...workingSoftware, pullSeconds: 2_000 }
  const inputs = { ...joining, 'circuit-breaker-threshold': '50', 'wait-for-minutes': '5' }
  const played = await playWeb({ ...story, software, inputs })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(played.took).toBeGreaterThanOrEqual(5 * 60_000)
  expect(played.took).toBeLessThan(6 * 60_000)
})

test('not watched: nothing is sent, and the report does not claim to have started it', async () => {
  const inputs = { ...joining, 'wait-for-service-stability': 'false' }
  const played = await playWeb({ ...inFlight(), inputs })
  expect([played.outputs.outcome, changesIn(played.requests)]).toEqual(['started', []])
  expect(verdict(played)).toContain('the deployment of web:8 was in progress already and is not watched')
})

test('joined by a role that may not list deployments', async () => {
  const faults = [{ kind: 'access-denied', operations: ['ListServiceDeployments'] }] as const
  const played = await playWeb({ ...inFlight(), inputs: joining, faults })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '8' })
  expect(deployed(played)).toEqual([])
})

test('the one before it has left the service: it is still known as what served before', async () => {
  const story = inFlight({
    secondsAgo: 100,
    members: { deploymentConfiguration: { ...breakerOn, bakeTimeInMinutes: 5 } },
  })
  const played: Played = await playWeb({ ...story, inputs: { ...joining, 'bake-time-minutes': '5' } })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '8' })
  expect(played.outputs['previous-task-definition-arn']).toMatch(/web:7$/)
  expect(deployed(played)).toEqual([])
})

test('stale reads while it is watched do not decide it', async () => {
  const played = await playWeb({ ...inFlight(), inputs: joining, settings: { staleReadsMs: 20_000 } })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '8' })
  expect(deployed(played)).toEqual([])
})

test('joined without a circuit breaker, where the run asks for none', async () => {
  const story = inFlight({ members: { deploymentConfiguration: {} } })
  const played = await playWeb({ ...story, inputs: { ...joining, 'circuit-breaker': 'keep' } })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '8' })
  expect(deployed(played)).toEqual([])
})
