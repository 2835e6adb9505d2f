/** ECS answers with yesterday's truth for a while: nothing is concluded from what has only not arrived yet. */
import { expect, test } from '@jest/globals'
import type { Settings } from '../../simulator/ecs/settings.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { imageOf, register, workingSoftware } from '../../simulator/scenarios/web-service.js'
import {
  deployed,
  playWeb,
  type StoryOverrides,
  text,
  update,
  verdict,
  webOf,
} from '../support/web-stories.js'

const worlds: Readonly<Record<string, Partial<Settings>>> = {
  'the list of service deployments lags 30 s': { listLagMs: [30_000, 30_000] },
  'DescribeServices is stale for 20 s': { staleReadsMs: 20_000 },
  'currentServiceDeployment is missing for the whole rollout': { currentServiceDeploymentLagMs: 3_600_000 },
  'a rollback gets a new deployment id': { rollbackNewId: true },
  'a rollback gets a new id, and both lists lag': {
    rollbackNewId: true,
    staleReadsMs: 20_000,
    listLagMs: [30_000, 30_000],
  },
  'FAILED is shown 20 s late': { failedReadLagMs: 20_000 },
  'FAILED is shown late, under a new id': { failedReadLagMs: 20_000, rollbackNewId: true },
  'COMPLETED follows SUCCESSFUL 40 s later': { completedLagMs: 40_000 },
  'SUCCESSFUL comes while old tasks drain, and COMPLETED 38 s later': {
    cleanupWaitMs: 10_000,
    completedLagMs: 38_000,
  },
  'the reason of the rollback has no full stop and createdAt stays': {
    rollbackReasonFullStop: false,
    rollbackResetsCreatedAt: false,
  },
}
const named = Object.entries(worlds).map(([name, settings]) => ({ name, settings }))
const withoutList = {
  faults: [{ kind: 'access-denied', operations: ['ListServiceDeployments', 'DescribeServiceDeployments'] }],
} satisfies StoryOverrides

for (const { views, also } of [
  { views: 'by both views', also: {} },
  { views: 'by the service alone', also: withoutList },
]) {
  test.each(named)(`a working image succeeds, read ${views}: $name`, async ({ settings }) => {
    const played = await playWeb({ ...also, settings })
    expect(played.outputs.outcome).toBe('succeeded')
    expect(text(played)).not.toContain('rolling back')
  })

  test.each(named)(`a broken image is rolled back, read ${views}: $name`, async ({ settings }) => {
    const played = await playWeb({
      ...also,
      settings,
      software: movedSoftware,
      inputs: { 'fail-fast-after': '0' },
    })
    expect(played.outputs).toMatchObject({
      outcome: 'rolled-back',
      'serving-task-definition-arn': expect.stringMatching(/web:7$/),
    })
    expect(webOf(played.world).deployments[0]?.revision.taskDefinition.arn).toMatch(/web:7$/)
    // Told no sooner than it is true: the breaker needs two rounds of tasks.
    expect(played.took).toBeGreaterThan(120_000)
  })

  test.each(named)(`somebody's deployment is not a rollback, read ${views}: $name`, async ({ settings }) => {
    const played = await playWeb({
      ...also,
      settings,
      also: world => {
        world.after(50_000, () => {
          world.images.add(imageOf('d3c0ffe'), workingSoftware)
          register(world, 'd3c0ffe')
          update(world, { taskDefinition: 'web' })
        })
      },
    })
    expect(played.outputs.outcome).toBe('superseded')
    expect(verdict(played)).toContain('of web:9, took over')
  })

  test.each(named)(
    `somebody who goes back to web:7 by hand is no rollback of ECS, seen ${views}: $name`,
    async ({ settings }) => {
      const played = await playWeb({
        ...also,
        settings,
        also: world => {
          world.after(50_000, () => update(world, { taskDefinition: 'web:7' }))
        },
      })
      expect(played.outputs.outcome).toBe('superseded')
      expect(verdict(played)).toContain('of web:7, took over')
    },
  )
}

const throttledAndStale = {
  settings: { staleReadsMs: 20_000, listLagMs: [30_000, 30_000] },
  faults: [
    {
      kind: 'throttling',
      operations: ['UpdateService'],
      times: 7,
      buckets: { 'service-modify': { burst: 0, perSecond: 0 } },
    },
  ],
} satisfies StoryOverrides

test('UpdateService throttled seven times, and stale reads after it: never called rolled back', async () => {
  const played = await playWeb(throttledAndStale)
  expect(played.outputs.outcome).toBe('succeeded')
  expect(text(played)).not.toContain('rolling back')
  expect(deployed(played).length).toBe(1)
})

test('a broken image, throttled and stale: rolled back only once ECS has', async () => {
  const played = await playWeb({ ...throttledAndStale, software: movedSoftware })
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(webOf(played.world).deployments[0]).toMatchObject({ status: 'PRIMARY', rolloutState: 'COMPLETED' })
})
