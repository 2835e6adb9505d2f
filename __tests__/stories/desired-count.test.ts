/** bump-desired-count: raised for the rollout, and back however the rollout ends, but never over somebody else's. */
import { expect, test } from '@jest/globals'
import { autoScale, resourceIdOf } from '../../simulator/ecs/behavior/auto-scaling.js'
import type { World } from '../../simulator/ecs/world.js'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { imageOf, register, workingSoftware } from '../../simulator/scenarios/web-service.js'
import { changesIn } from '../support/play.js'
import {
  deployed,
  playWeb,
  restores,
  type StoryOverrides,
  text,
  update,
  verdict,
  webOf,
} from '../support/web-stories.js'

const bump = { 'bump-desired-count': '4' }

function supersede(world: World): void {
  world.images.add(imageOf('d3c0ffe'), workingSoftware)
  register(world, 'd3c0ffe')
  update(world, { taskDefinition: 'web' })
}

test.each<StoryOverrides & { readonly name: string; readonly outcome: string }>([
  { name: 'success', outcome: 'succeeded' },
  { name: 'rollback by the breaker', outcome: 'rolled-back', software: movedSoftware },
  {
    name: 'rollback by fail-fast',
    outcome: 'rolled-back',
    software: movedSoftware,
    inputs: { 'circuit-breaker': 'keep' },
  },
  {
    name: 'failure without rollback',
    outcome: 'failed',
    software: movedSoftware,
    inputs: { 'circuit-breaker': 'stop' },
  },
  {
    name: 'time-out',
    outcome: 'timed-out',
    software: movedSoftware,
    inputs: { 'circuit-breaker': 'keep', 'fail-fast-after': '0', 'wait-for-minutes': '2' },
  },
  { name: 'cancel', outcome: 'cancelled', cancelAfter: 40_000 },
  { name: 'supersede', outcome: 'superseded', also: world => world.after(40_000, () => supersede(world)) },
])('back at 2 after $name', async ({ outcome, inputs, ...unusual }) => {
  const played = await playWeb({ ...unusual, inputs: { ...bump, ...inputs } })
  expect(played.outputs.outcome).toBe(outcome)
  expect(deployed(played)).toEqual([expect.objectContaining({ desiredCount: 4 })])
  expect(restores(played)).toEqual([2])
  expect(webOf(played.world).desiredCount).toBe(2)
  expect(verdict(played)).toContain('The desired count is back at 2.')
  expect(played.state.unfinished).toBe('')
})

test('a watch that ends unknown: a warning names both counts', async () => {
  const played = await playWeb({
    inputs: bump,
    faults: [{ kind: 'expired-credentials', after: { operation: 'UpdateService', ms: 30_000 } }],
  })
  expect(played.outputs.outcome).toBe('unknown')
  const warnings = played.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
  expect(warnings.join('\n')).toMatch(/desired count is still 4 and should be 2/)
})

const target = { min: 2, max: 6 }
const scalable = (world: World) =>
  world.scalableTargets.register({ resourceId: resourceIdOf(webOf(world)), ...target }, world.now)

test.each<{ readonly name: string; readonly change: (world: World) => void; readonly count: number }>([
  {
    name: 'auto scaling',
    change: world => {
      scalable(world)
      autoScale(world, webOf(world), 5)
    },
    count: 5,
  },
  { name: 'a person, upwards', change: world => update(world, { desiredCount: 7 }), count: 7 },
  { name: 'a person, downwards', change: world => update(world, { desiredCount: 1 }), count: 1 },
])('what $name set meanwhile stays', async ({ change, count }) => {
  const played = await playWeb({
    inputs: bump,
    also: world => {
      world.after(50_000, () => change(world))
    },
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(restores(played)).toEqual([])
  expect(webOf(played.world).desiredCount).toBe(count)
  expect(verdict(played)).toContain(
    `The desired count is ${count} and is not restored: somebody else changed it from 4`,
  )
})

/** Somebody sets the desired count after we looked at the service and before our update. */
const setBetween = (desiredCount: number): StoryOverrides => ({
  onAnswered: (world, { operation }) => {
    if (operation === 'RegisterTaskDefinition') update(world, { desiredCount })
  },
})

test('what somebody set between our look and our update is what it is put back to', async () => {
  const played = await playWeb({ ...setBetween(3), inputs: bump })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(deployed(played)).toEqual([expect.objectContaining({ desiredCount: 4 })])
  expect(restores(played)).toEqual([3])
  expect(verdict(played)).toContain(
    'Somebody changed the desired count from 2 to 3 since the plan was made: it will be restored to 3.',
  )
})

test('what somebody raised further between our look and our update is never lowered', async () => {
  const played = await playWeb({ ...setBetween(6), inputs: bump })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(deployed(played)[0]).not.toHaveProperty('desiredCount')
  expect(webOf(played.world).desiredCount).toBe(6)
  expect(verdict(played)).toContain('from 2 to 6 since the plan was made, so it is not raised.')
})

test.each([
  { given: '3', found: 'another one' },
  { given: '2', found: 'the same one' },
])(
  'the input desired-count $given is restored, whatever somebody set where $found was found',
  async ({ given }) => {
    const inputs = { 'desired-count': given, 'bump-desired-count': '5' }
    const played = await playWeb({ ...setBetween(1), inputs })
    expect(deployed(played)[0]).toMatchObject({ desiredCount: 5 })
    expect(restores(played)).toEqual([Number(given)])
  },
)

test("above Application Auto Scaling's maximum: refused before anything is registered", async () => {
  const played = await playWeb({ inputs: { 'bump-desired-count': '7' }, also: scalable })
  expect(played.outputs.outcome).toBe('refused')
  expect(changesIn(played.requests)).toEqual([])
  expect(verdict(played)).toMatch(/bump-desired-count +"7" is more than the 6 tasks/)
})

test("at Application Auto Scaling's maximum: allowed, and the report says who else moves the count", async () => {
  const played = await playWeb({ inputs: { 'bump-desired-count': '6' }, also: scalable })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.log.join('\n')).toContain('Application Auto Scaling keeps this service between 2 and 6 tasks')
  expect(webOf(played.world).desiredCount).toBe(2)
})

test('scalable targets that may not be read are one line with the permission', async () => {
  const faults = [{ kind: 'access-denied', operations: ['DescribeScalableTargets'] }] as const
  const played = await playWeb({ inputs: bump, faults })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.log.join('\n')).toContain('application-autoscaling:DescribeScalableTargets')
  expect(restores(played)).toEqual([2])
})

test('a count that is at least as high already is neither raised nor put back', async () => {
  const played = await playWeb({ inputs: { 'bump-desired-count': '2' } })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(deployed(played)[0]).not.toHaveProperty('desiredCount')
  expect(restores(played)).toEqual([])
})

test.each([
  { name: 'works', software: {}, outcome: 'succeeded' },
  { name: 'does not work', software: movedSoftware, outcome: 'rolled-back' },
])(
  'a sleeping service is verified and goes back to sleep: the image $name',
  async ({ software, outcome }) => {
    const played = await playWeb({
      software,
      history: { until: Date.UTC(2026, 0, 15, 1) },
      also: world => {
        update(world, { desiredCount: 0 })
        world.advanceTo(Date.UTC(2026, 0, 15, 9))
      },
      inputs: { 'bump-desired-count': '1' },
    })
    expect(played.outputs.outcome).toBe(outcome)
    expect(restores(played)).toEqual([0])
    expect(webOf(played.world).desiredCount).toBe(0)
    expect(verdict(played)).toContain('The desired count is back at 0.')
    // Nothing serves where nothing runs.
    if (outcome === 'succeeded') expect(verdict(played)).toContain('web:8 came up, 1 of 1 running')
  },
)

const theRestore = { operations: ['UpdateService'], skip: 1 }

test.each<{ readonly name: string; readonly fault: Fault; readonly sent: number }>([
  {
    name: 'throttled twice',
    fault: {
      kind: 'throttling',
      ...theRestore,
      times: 2,
      buckets: { 'service-modify': { burst: 0, perSecond: 0 } },
    },
    sent: 1,
  },
  {
    name: 'answered with 500 before it took effect',
    fault: { kind: 'server-error', ...theRestore, times: 1 },
    sent: 1,
  },
  {
    name: 'answered with 500 after it took effect',
    fault: { kind: 'server-error', when: 'after-effect', ...theRestore, times: 1 },
    sent: 0,
  },
  {
    name: 'cut off after it took effect',
    fault: { kind: 'connection-reset', when: 'after-effect', ...theRestore, times: 1 },
    sent: 1,
  },
])('a restore that is $name ends with the count where it was', async ({ fault, sent }) => {
  const played = await playWeb({ inputs: bump, faults: [fault] })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(webOf(played.world).desiredCount).toBe(2)
  expect(restores(played).length).toBe(sent)
  expect(verdict(played)).toContain('The desired count is back at 2.')
  expect(verdict(played)).not.toContain('somebody else')
})

test.each(['access-denied', 'expired-credentials'] as const)(
  'a restore that ends with %s twice is sent again',
  async kind => {
    const played = await playWeb({ inputs: bump, faults: [{ kind, ...theRestore, times: 2 }] })
    expect(webOf(played.world).desiredCount).toBe(2)
    expect(verdict(played)).toContain('The desired count is back at 2.')
  },
)

test('a restore that is denied is a warning with both numbers and the permission', async () => {
  const played = await playWeb({ inputs: bump, faults: [{ kind: 'access-denied', ...theRestore }] })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(webOf(played.world).desiredCount).toBe(4)
  expect(verdict(played)).toMatch(/⚠ The desired count is still 4 and should be 2: .*ecs:UpdateService/)
})

test('an UpdateService that ECS refuses has raised nothing, and leaves nothing to restore', async () => {
  const faults = [{ kind: 'access-denied', operations: ['UpdateService'] }] as const
  const played = await playWeb({ inputs: bump, faults })
  expect(played.outputs.outcome).toBe('refused')
  expect(webOf(played.world).desiredCount).toBe(2)
  expect(played.state.unfinished).toBe('')
})

test('the plan says what the count becomes, and the breaker goes by it', async () => {
  const played = await playWeb({ inputs: { 'bump-desired-count': '10', 'dry-run': 'true' } })
  expect(played.outputs.outcome).toBe('planned')
  expect(text(played)).toMatch(/desired +2 → 10 for the rollout, then 2/)
  expect(text(played)).toContain('trips at 5 failed tasks (50% of 10)')
  expect(played.summary).toContain('2 → 10 for the rollout, then 2')
})

test('cancelled while reads still show the count of before: it is put back all the same', async () => {
  const played = await playWeb({
    inputs: bump,
    settings: { staleReadsMs: 20_000 },
    cancelAfter: 8_000,
  })
  expect(played.outputs.outcome).toBe('cancelled')
  expect(webOf(played.world).desiredCount).toBe(2)
  expect(verdict(played)).not.toContain('somebody else')
})

test('a service that is scaled to zero gets one hint how it can be verified', async () => {
  const played = await playWeb({ history: { desiredCount: 0 } })
  expect(played.outputs.outcome).toBe('idle')
  const advice = /Set bump-desired-count to 1/g
  expect(played.log.join('\n').match(advice)).toHaveLength(1)
  expect(played.summary.match(advice)).toHaveLength(1)
  expect(played.annotations.filter(({ message }) => /bump-desired-count/.test(message))).toHaveLength(1)
})
