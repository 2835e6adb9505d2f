/** Somebody else's deployment takes over: when, whose, and never called a rollback or a success of ours. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { call, cluster, imageOf, register, workingSoftware } from '../../simulator/scenarios/web-service.js'
import { playWeb, type StoryOverrides, stops, update, verdict, webOf } from '../support/web-stories.js'

function hotfix(world: World): void {
  world.images.add(imageOf('d3c0ffe'), workingSoftware)
  register(world, 'd3c0ffe')
  update(world, { taskDefinition: 'web' })
}

const after = (seconds: number, run: (world: World) => void = hotfix) => ({
  also: (world: World) => world.after(seconds * 1000, () => run(world)),
})

test.each<StoryOverrides & { readonly name: string; readonly expected: RegExp }>([
  { name: 'at once', expected: /took over before web:8 was decided/, ...after(1) },
  { name: 'while tasks start', expected: /took over before web:8 was decided/, ...after(30) },
  {
    name: 'while ours is rolled back',
    expected: /took over while web:8 was being rolled back/,
    software: movedSoftware,
    inputs: { 'fail-fast-after': '0' },
    ...after(240),
  },
  {
    name: 'by the revision of before, forced anew',
    expected: /of web:7, took over before web:8 was decided/,
    ...after(40, world => update(world, { taskDefinition: 'web:7' })),
  },
  {
    name: 'by our own revision, forced anew',
    expected: /of web:8, took over before web:8 was decided/,
    ...after(40, world => update(world, { forceNewDeployment: true })),
  },
])('$name', async ({ expected, ...unusual }) => {
  const played = await playWeb(unusual)
  expect(played.passed).toBe(false)
  expect(played.outputs.outcome).toBe('superseded')
  expect(verdict(played)).toMatch(expected)
  expect(stops(played)).toBe(0)
})

test('right after ours had completed, where service deployments may not be read', async () => {
  const played = await playWeb({
    settings: { completedLagMs: 0 },
    faults: [{ kind: 'access-denied', operations: ['ListServiceDeployments'] }],
    also: world =>
      world.onRollout((_, ours) => {
        const waitForIt = () =>
          ours.rolloutState === 'COMPLETED' ? hotfix(world) : world.after(50, waitForIt)
        if (ours.revision.taskDefinition.arn.endsWith('web:8')) waitForIt()
      }),
  })
  expect(played.outputs.outcome).toBe('superseded')
  expect(verdict(played)).toContain('of web:9, took over right after web:8 had completed')
})

test('theirs completes between our look and our update: it is what ours replaces, and the way back', async () => {
  const played = await playWeb({
    software: movedSoftware,
    inputs: { 'circuit-breaker': 'stop' },
    onAnswered: (world, { operation }) => {
      if (operation !== 'RegisterTaskDefinition') return
      hotfix(world)
      world.advanceTo(world.now + 600_000)
    },
  })
  expect(played.outputs.outcome).toBe('failed')
  expect(played.outputs['previous-task-definition-arn']).toMatch(/web:9$/)
  expect(verdict(played)).toMatch(/web:9 still serves.*To go back to web:9, set rollback: web:9, or run:/s)
})

test('theirs is stopped before we have looked: what ECS goes back from is theirs, not ours', async () => {
  const played = await playWeb({
    also: world => {
      world.after(41_500, () => hotfix(world))
      world.after(42_500, () => {
        const serviceDeploymentArn = webOf(world).serviceDeployments.at(-1)?.arn
        call(world, 'StopServiceDeployment', { serviceDeploymentArn })
      })
    },
  })
  expect(played.outputs.outcome).toBe('superseded')
  expect(verdict(played)).toMatch(/of web:9, took over before web:8 was decided/)
})

test('a change that starts no deployment supersedes nothing', async () => {
  const played = await playWeb(
    after(40, world => call(world, 'UpdateService', { cluster, service: 'web', desiredCount: 3 })),
  )
  expect(played.outputs.outcome).toBe('succeeded')
  expect(verdict(played)).toContain('3 of 3 running')
})
