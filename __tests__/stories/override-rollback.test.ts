/** A rollback that makes no headway does not lock the fix out: it is said at once, and gone over where that is safe or asked for. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { imageOf, register, workingSoftware } from '../../simulator/scenarios/web-service.js'
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
const serving = imageOf('1f3c9e0')
const overriding = { 'in-flight': 'override-rollback' }
const crashing = { ...workingSoftware, exitsAfterSeconds: 1, exitCode: 1 }

interface Stuck {
  readonly secondsAgo?: number
  readonly minimumHealthyPercent?: number
  readonly desiredCount?: number
  /** what happens to the image of web:7 once web:8 is being deployed */
  readonly breaks: (world: World) => void
}

/** web:8 fails, and web:7, to which it is rolled back, can no longer start. */
function stuck({
  secondsAgo = 400,
  minimumHealthyPercent = 0,
  desiredCount = 2,
  breaks,
}: Stuck): StoryOverrides {
  return {
    history: { until: beginning - secondsAgo * 1000, desiredCount },
    also: world => {
      world.images.add(imageOf(theirs), crashing)
      register(world, theirs)
      update(world, {
        taskDefinition: 'web',
        deploymentConfiguration: {
          minimumHealthyPercent,
          maximumPercent: 100,
          deploymentCircuitBreaker: {
            enable: true,
            rollback: true,
            thresholdConfiguration: { type: 'COUNT', value: 2 },
          },
        },
      })
      breaks(world)
      world.advanceTo(beginning)
      const states = webOf(world).serviceDeployments.map(({ status }) => status)
      expect(states).toContain('ROLLBACK_IN_PROGRESS')
    },
  }
}

const imageGone = (world: World) => world.images.expire(serving)
const unhealthy = (world: World) => void world.images.add(serving, movedSoftware)
const startedAfter = (played: Played) =>
  (played.requests.find(({ operation }) => operation === 'UpdateService')?.at ?? 0) - beginning

test.each(['supersede', 'join', 'wait', 'fail', 'override-rollback'])(
  'an outage: the image to go back to is gone and no task runs, so the fix goes over it at once: in-flight: %s',
  async inFlight => {
    const played = await playWeb({ ...stuck({ breaks: imageGone }), inputs: { 'in-flight': inFlight } })
    expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '9' })
    expect(startedAfter(played)).toBeLessThan(5_000)
    expect(played.log[0]).toMatch(
      /^This deployment goes over a rollback: the rollback to web:7 makes no headway/,
    )
    expect(verdict(played)).toMatch(
      /⚠ This deployment goes over the rollback to web:7, which made no headway: \d+ of its tasks had failed \(CannotPullContainerError.*\), none was healthy, and nothing ran\. Until a deployment has succeeded, ECS has nothing to roll back to/,
    )
    expect(played.annotations.some(({ message }) => message.includes('goes over the rollback'))).toBe(true)
  },
)

const partly = stuck({ minimumHealthyPercent: 50, breaks: imageGone })

test('an old task still serves: refused at once, and the refusal says what would deploy', async () => {
  const played = await playWeb(partly)
  expect([played.outputs.outcome, changesIn(played.requests)]).toEqual(['refused', []])
  expect(played.took).toBeLessThan(10_000)
  expect(verdict(played)).toMatch(
    /in-flight +the rollback to web:7 makes no headway: \d+ of its tasks have failed/,
  )
  expect(verdict(played)).toContain('Set in-flight: override-rollback')
  expect(played.summary).toContain('in-flight: override-rollback')
})

test('an old task still serves: override-rollback goes over it', async () => {
  const played = await playWeb({ ...partly, inputs: overriding })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '9' })
  expect(startedAfter(played)).toBeLessThan(5_000)
  expect(verdict(played)).toContain('This deployment goes over the rollback')
  expect(verdict(played)).not.toContain('nothing ran')
})

test('who asked to wait waits, is told at once, and is refused with what would deploy', async () => {
  const played = await playWeb({ ...partly, inputs: { 'in-flight': 'wait', 'wait-for-minutes': '4' } })
  expect([played.outputs.outcome, changesIn(played.requests)]).toEqual(['refused', []])
  expect(played.took).toBeGreaterThanOrEqual(4 * 60_000)
  expect(text(played).match(/In the meantime the rollback to web:7 makes no headway/g)?.length).toBe(1)
  expect(verdict(played)).toContain('a rollback is still in progress after 4 minutes')
  expect(verdict(played)).toContain('Set in-flight: override-rollback')
})

test('who asked to wait deploys once the image is back', async () => {
  const story = stuck({ minimumHealthyPercent: 50, breaks: imageGone })
  const also = (world: World) => {
    story.also?.(world)
    world.after(60_000, () => void world.images.add(serving, workingSoftware))
  }
  const played = await playWeb({ ...story, also, inputs: { 'in-flight': 'wait' } })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '9' })
  expect(played.outputs['previous-task-definition-arn']).toMatch(/web:7$/)
  expect(startedAfter(played)).toBeGreaterThan(60_000)
})

test('the old revision fails its health check, too: override-rollback goes over it', async () => {
  const story = stuck({ secondsAgo: 600, breaks: unhealthy })
  const played = await playWeb({ ...story, inputs: overriding })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '9' })
  expect(verdict(played)).toMatch(
    /made no headway: \d+ of its tasks had failed \(Task failed .*health checks/,
  )
})

test.each(['supersede', 'override-rollback'])(
  'a rollback that makes headway is waited for: %s',
  async inFlight => {
    const story = stuck({ secondsAgo: 100, breaks: () => {} })
    const played = await playWeb({ ...story, inputs: { 'in-flight': inFlight } })
    expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '9' })
    expect(played.outputs['previous-task-definition-arn']).toMatch(/web:7$/)
    expect(text(played)).toContain('because a rollback is in progress')
    expect(text(played)).not.toContain('no headway')
  },
)

test('all tasks of a rollback fail once while a dependency restarts: it is waited for', async () => {
  const restored = (world: World) => {
    imageGone(world)
    world.after(112_000, () => void world.images.add(serving, workingSoftware))
  }
  const story = stuck({ secondsAgo: 110, breaks: restored })
  const played = await playWeb({ ...story, inputs: overriding })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '9' })
  expect(played.outputs['previous-task-definition-arn']).toMatch(/web:7$/)
  expect(text(played)).not.toContain('no headway')
  const failed = played.world.tasksOf(webOf(played.world)).filter(one => one.stopCode === 'TaskFailedToStart')
  expect(failed.length).toBe(2)
})

test('tasks that may not be read: the counts of ECS say that nothing runs and tasks were replaced', async () => {
  const faults = [{ kind: 'access-denied', operations: ['ListTasks'] }] as const
  const played = await playWeb({ ...stuck({ breaks: imageGone }), faults })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '9' })
  expect(verdict(played)).toMatch(
    /made no headway: \d+ of its tasks had failed, none was healthy, and nothing ran/,
  )
})

test('what goes over a rollback and fails is failed: nothing rolls it back', async () => {
  const story = stuck({ breaks: imageGone })
  const played = await playWeb({ ...story, software: crashing, inputs: overriding })
  expect(played.outputs).toMatchObject({ outcome: 'failed', revision: '9' })
  expect(deployed(played).length).toBe(1)
})

test.each<{ readonly name: string; readonly more: Partial<StoryOverrides> }>([
  { name: 'reads are stale', more: { settings: { staleReadsMs: 20_000 } } },
  { name: 'a rollback has an id of its own', more: { settings: { rollbackNewId: true } } },
  { name: 'a rollback keeps its creation time', more: { settings: { rollbackResetsCreatedAt: false } } },
  {
    name: 'the answer of UpdateService is lost',
    more: { faults: [{ kind: 'truncated-response', operations: ['UpdateService'], times: 1 }] },
  },
])('the deployment that goes over it is told from it where $name', async ({ more }) => {
  const played = await playWeb({ ...stuck({ breaks: imageGone }), inputs: overriding, ...more })
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '9' })
  expect(deployed(played).length).toBe(1)
  expect(text(played)).not.toMatch(/\d:\d\d {2}rolling back/)
})

test('a dry run says that a rollback is in progress', async () => {
  const played = await playWeb({ ...partly, inputs: { ...overriding, 'dry-run': 'true' } })
  expect(played.outputs.outcome).toBe('planned')
  expect(verdict(played)).toMatch(/In progress now: ecs-svc\/\d+ of web:7, a rollback/)
})
