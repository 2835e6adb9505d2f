/** What the post step finishes after an UpdateService that nobody saw answered, and what it leaves alone. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { imageOf, register, workingSoftware } from '../../simulator/scenarios/web-service.js'
import type { Played } from '../support/play.js'
import {
  beginning,
  deployed,
  playWeb,
  restores,
  type StoryOverrides,
  stops,
  update,
  webOf,
} from '../support/web-stories.js'

const operations = ['UpdateService']
/** Both times that UpdateService is sent. */
const neverArrives: Fault = { kind: 'connection-reset', operations, times: 2 }
const arrivesUnanswered: Fault = { kind: 'connection-reset', when: 'after-effect', operations, times: 1 }

/** DescribeServices fails from the update until so many milliseconds after the beginning. */
function unreadable(until: number): Fault {
  const after = { operation: 'UpdateService', ms: 0 }
  return { kind: 'server-error', operations: ['DescribeServices'], after, until: beginning + until }
}

const follows = (overrides: StoryOverrides): Promise<Played> => playWeb({ post: 'follows', ...overrides })

function postText({ postNotices }: Played): string {
  return postNotices.map(({ text }) => text).join('\n')
}

const both = { 'desired-count': '3', 'bump-desired-count': '5' }

test.each<{
  readonly name: string
  readonly inputs: Readonly<Record<string, string>>
  readonly count: number
}>([
  { name: 'what was there', inputs: both, count: 2 },
  { name: 'what the update would have raised it to', inputs: both, count: 5 },
  { name: 'what the update would have raised it to', inputs: { 'bump-desired-count': '4' }, count: 4 },
])('an UpdateService that never arrives: a count that is $name ($count) stays', async ({ inputs, count }) => {
  const played = await follows({
    inputs,
    faults: [neverArrives],
    also: world => world.after(60_000, () => count !== 2 && update(world, { desiredCount: count })),
  })
  expect(played.outputs.outcome).toBe('unknown')
  expect(restores(played)).toEqual([])
  expect(webOf(played.world).desiredCount).toBe(count)
  expect(postText(played)).toBe(
    'The update did not reach ECS: no deployment of web:8 has started, and there is nothing to undo.',
  )
})

test('an UpdateService that arrives unseen: the count is put back', async () => {
  const played = await follows({
    inputs: { ...both, 'max-retries': '1' },
    faults: [arrivesUnanswered, unreadable(100_000)],
  })
  expect(played.outputs.outcome).toBe('unknown')
  expect(restores(played)).toEqual([3])
  expect(webOf(played.world).desiredCount).toBe(3)
  expect(postText(played)).toBe('The desired count is back at 3.')
})

test('a deployment that has ended unseen: the count is put back', async () => {
  const played = await follows({
    software: { exitsAfterSeconds: 1, exitCode: 1 },
    inputs: { ...both, 'circuit-breaker-threshold': '1' },
    settings: { rollbackNewId: true },
    faults: [arrivesUnanswered, unreadable(620_000)],
    cancelAfter: 600_000,
  })
  expect(webOf(played.world).deployments.map(({ revision }) => revision.taskDefinition.arn)).toEqual([
    expect.stringContaining('web:7'),
  ])
  expect(restores(played)).toEqual([3])
})

const onCancel = { 'on-cancel': 'rollback' }

test('canceled while UpdateService is not answered: the main step finds the deployment and rolls it back', async () => {
  const played = await follows({ inputs: onCancel, faults: [arrivesUnanswered], cancelAfter: 1_500 })
  expect(played.outputs.outcome).toBe('cancelled')
  expect(stops(played)).toBe(1)
  expect(played.state.unfinished).toBe('')
})

test('canceled while it cannot be found: the post step finds it and rolls it back', async () => {
  const inputs = { ...onCancel, 'bump-desired-count': '4' }
  const faults = [arrivesUnanswered, unreadable(20_000)]
  const played = await follows({ inputs, faults, cancelAfter: 1_500 })
  expect(played.outputs.outcome).toBe('unknown')
  expect(deployed(played)).toHaveLength(1)
  expect(restores(played)).toEqual([2])
  expect(stops(played)).toBe(1)
  expect(postText(played)).toContain('The rollback of the deployment was requested.')
})

test.each([
  { name: 'their targets are not healthy', software: movedSoftware, rolledBack: true },
  { name: 'their targets are healthy', software: {}, rolledBack: false },
])('canceled while it cannot be found, and the tasks that the post step finds run, and $name', async ({ software, rolledBack }) => {
  const played = await follows({
    software,
    history: { targetGroup: { deregistrationDelaySeconds: 300 } },
    inputs: onCancel,
    faults: [arrivesUnanswered, unreadable(rolledBack ? 60_000 : 100_000)],
    cancelAfter: 1_500,
  })
  expect(stops(played)).toBe(rolledBack ? 1 : 0)
  expect(postText(played)).toContain(
    rolledBack ? 'was requested' : 'all its tasks are running and their targets are healthy',
  )
}) // biome-ignore format: one table

test('canceled while UpdateService is not answered and the service cannot be read for minutes: the count is put back', async () => {
  const faults = [arrivesUnanswered, unreadable(200_000)]
  const played = await follows({ inputs: both, faults, cancelAfter: 1_500 })
  expect(played.outputs.outcome).toBe('unknown')
  expect(restores(played)).toEqual([3])
  expect(postText(played)).toBe('The desired count is back at 3.')
})

test('an UpdateService that never arrives, and a list of deployments that fails once: nothing is to be undone', async () => {
  const fails: Fault = { kind: 'server-error', operations: ['ListServiceDeployments'], times: 1 }
  const played = await follows({ inputs: both, faults: [neverArrives, fails], cancelAfter: 1_500 })
  expect(restores(played)).toEqual([])
  expect(postText(played)).toContain('The update did not reach ECS')
})

test('canceled while UpdateService does not arrive: the post step says so and does nothing', async () => {
  const played = await follows({ inputs: onCancel, faults: [neverArrives], cancelAfter: 1_500 })
  expect(stops(played)).toBe(0)
  expect(postText(played)).toContain('The update did not reach ECS')
})

test.each<{ readonly name: string; readonly also: (world: World) => void; readonly expected: string }>([
  { name: 'it has completed', also: () => {}, expected: 'ECS does not stop a completed deployment' },
  {
    name: 'somebody else has replaced it',
    also: (world: World) => world.after(60_000, () => supersede(world)),
    expected: 'somebody else has started another one since',
  },
])('never rolled back by the post step: $name', async ({ also, expected }) => {
  const faults = [arrivesUnanswered, unreadable(130_000)]
  const played = await follows({ inputs: onCancel, faults, cancelAfter: 60_000, also })
  expect(played.outputs.outcome).toBe('unknown')
  expect(stops(played)).toBe(0)
  expect(postText(played)).toContain(`The deployment was not rolled back because ${expected}.`)
})

function supersede(world: World): void {
  world.images.add(imageOf('d3c0ffe'), workingSoftware)
  register(world, 'd3c0ffe')
  update(world, { taskDefinition: 'web' })
}

test('lost, but not canceled: the post step rolls nothing back', async () => {
  const played = await follows({
    inputs: { ...onCancel, 'max-retries': '1' },
    faults: [arrivesUnanswered, unreadable(100_000)],
  })
  expect(played.outputs.outcome).toBe('unknown')
  expect(played.state.unfinished).toBeUndefined()
  expect(stops(played)).toBe(0)
})

test('a count that could not be put back in time is left to the post step, with the rollback done', async () => {
  const nothing = { 'service-modify': { burst: 0, perSecond: 0 } }
  const played = await follows({
    inputs: { ...onCancel, 'bump-desired-count': '4' },
    cancelAfter: 30_000,
    faults: [{ kind: 'throttling', operations, skip: 1, until: beginning + 40_000, buckets: nothing }],
  })
  expect(played.outputs.outcome).toBe('cancelled')
  expect(webOf(played.world).desiredCount).toBe(2)
  expect(postText(played)).toBe('The desired count is back at 2.')
})

test.each([
  { name: 'before the plan is carried out', unsaved: () => true, registered: 0 },
  {
    name: 'once the revision is registered',
    unsaved: (state: string) => state !== '',
    registered: 1,
  },
])('a state that cannot be saved $name: refused, and nothing is raised', async ({ unsaved, registered }) => {
  const played = await playWeb({ inputs: { 'bump-desired-count': '4' }, unsaved })
  expect(played.outputs.outcome).toBe('refused')
  expect(played.requests.filter(({ operation }) => operation === 'RegisterTaskDefinition')).toHaveLength(
    registered,
  )
  expect(deployed(played)).toEqual([])
  expect(webOf(played.world).desiredCount).toBe(2)
  expect(played.log.join('\n')).toContain(
    'make room on the disk of the runner, or leave out bump-desired-count',
  )
})

test('a state that cannot be saved refuses no deployment that has no count to put back', async () => {
  const played = await playWeb({ inputs: onCancel, unsaved: () => true })
  expect(played.outputs.outcome).toBe('succeeded')
})
