/** Cancelled workflows: the step has seconds left, puts back what it raised, and says what it leaves behind. */
import { expect, test } from '@jest/globals'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { expectCancelled } from '../support/cancelled.js'
import { changesIn } from '../support/play.js'
import {
  beginning,
  deployed,
  playWeb,
  restores,
  type StoryOverrides,
  stops,
  verdict,
  webOf,
} from '../support/web-stories.js'

const nothing = { burst: 0, perSecond: 0 }
const throttled = (operation: string) =>
  ({
    kind: 'throttling',
    operations: [operation],
    buckets: { 'task-definition-modify': nothing, 'service-modify': nothing, 'service-read': nothing },
  }) as const

test.each<
  StoryOverrides & {
    readonly name: string
    readonly cancelAfter: number
    readonly changes: readonly string[]
  }
>([
  { name: 'at once', cancelAfter: 0, changes: [] },
  {
    name: 'while the service is looked at',
    cancelAfter: 1_500,
    changes: [],
    faults: [{ kind: 'latency', ms: 3_000, operations: ['DescribeServices'] }],
  },
  {
    name: 'while the revision is registered',
    cancelAfter: 1_500,
    changes: ['RegisterTaskDefinition'],
    faults: [{ kind: 'latency', ms: 3_000, operations: ['RegisterTaskDefinition'] }],
  },
  {
    name: 'while RegisterTaskDefinition is throttled',
    cancelAfter: 30_000,
    changes: [],
    faults: [throttled('RegisterTaskDefinition')],
  },
  {
    name: 'while GitHub keeps a record of what is to begin',
    cancelAfter: 1_500,
    changes: ['RegisterTaskDefinition'],
    inputs: { environment: 'prod', 'github-token': 'ghs_token' },
    faults: [{ kind: 'latency', ms: 1_700, services: ['github'] }],
  },
  {
    name: 'while the count that is to be raised is looked at',
    cancelAfter: 1_500,
    changes: ['RegisterTaskDefinition'],
    inputs: { 'bump-desired-count': '4' },
    faults: [{ kind: 'latency', ms: 3_000, operations: ['DescribeServices'], skip: 1 }],
  },
  {
    name: 'while UpdateService is throttled',
    cancelAfter: 30_000,
    changes: ['RegisterTaskDefinition'],
    inputs: { 'bump-desired-count': '4' },
    faults: [throttled('UpdateService')],
  },
])('before the deployment began: $name', async ({ changes, ...unusual }) => {
  const played = await playWeb(unusual)
  expectCancelled(played, unusual.cancelAfter)
  const effective = played.requests.filter(({ status }) => status === 200)
  expect(changesIn(effective)).toEqual(changes)
  expect(verdict(played)).toContain(
    changes.length > 0
      ? 'web:8 is registered, the service was not changed'
      : 'cancelled before anything was changed',
  )
  expect(played.outputs['deployment-id']).toBe('')
  expect(webOf(played.world).desiredCount).toBe(2)
  expect(played.state.unfinished ?? '').toBe('')
})

test('before the deployment began: while the first read is throttled', async () => {
  const played = await playWeb({ cancelAfter: 20_000, faults: [throttled('DescribeServices')] })
  expect(played.outputs.outcome).toBe('cancelled')
  expect(changesIn(played.requests)).toEqual([])
})

test('during a slow UpdateService: the deployment is known and left, the count is put back', async () => {
  const played = await playWeb({
    inputs: { 'bump-desired-count': '4' },
    cancelAfter: 1_000,
    faults: [{ kind: 'latency', ms: 2_500, operations: ['UpdateService'], times: 1 }],
  })
  expectCancelled(played, 1_000)
  expect(played.outputs['deployment-id']).toMatch(/^ecs-svc\//)
  expect(restores(played)).toEqual([2])
  expect(webOf(played.world).desiredCount).toBe(2)
})

test('while it looks for a deployment whose UpdateService was not answered: it is found, and put back', async () => {
  const played = await playWeb({
    inputs: { 'bump-desired-count': '4' },
    cancelAfter: 1_500,
    faults: [{ kind: 'connection-reset', when: 'after-effect', operations: ['UpdateService'], times: 1 }],
  })
  expectCancelled(played, 1_500)
  expect(deployed(played).length).toBe(1)
  expect(webOf(played.world).desiredCount).toBe(2)
})

test('an UpdateService that was not answered and cannot be found any more is unknown, not cancelled', async () => {
  const played = await playWeb({
    inputs: { 'bump-desired-count': '4' },
    cancelAfter: 1_500,
    faults: [{ kind: 'connection-reset', operations: ['UpdateService'] }],
  })
  expect(played.outputs.outcome).toBe('unknown')
  expect(played.took).toBeLessThan(4_000)
  expect(deployed(played).length).toBe(1)
  expect(JSON.parse(played.state.unfinished ?? '')).toMatchObject({ bump: { from: 2, to: 4 } })
})

test('while watching: left as it is by default, and said so', async () => {
  const played = await playWeb({ cancelAfter: 30_000 })
  expectCancelled(played, 30_000)
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain('the deployment was left as it is and may continue')
})

test.each([
  { operation: 'DescribeServices', from: 45 },
  { operation: 'DescribeServiceDeployments', from: 75 },
])('a read that hangs is not waited for: $operation', async ({ operation, from }) => {
  const played = await playWeb({
    cancelAfter: (from + 15) * 1_000,
    faults: [{ kind: 'latency', ms: 25_000, operations: [operation], from: beginning + from * 1_000 }],
  })
  expect(played.outputs.outcome).toBe('cancelled')
})

test('while ECS rolls back by itself: it is left to that, and said so', async () => {
  const played = await playWeb({
    software: movedSoftware,
    cancelAfter: 240_000,
    inputs: { 'fail-fast-after': '0', 'on-cancel': 'rollback' },
  })
  expectCancelled(played, 240_000)
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain('the rollback to web:7 was still in progress')
})

test('fail-fast does not act any more once the workflow is cancelled', async () => {
  const played = await playWeb({
    software: movedSoftware,
    inputs: { 'circuit-breaker': 'keep' },
    // The look in which the third task has failed is under way.
    cancelAfter: 230_000,
    faults: [{ kind: 'latency', ms: 9_000, operations: ['ListTasks'], from: beginning + 222_000 }],
  })
  expect(played.outputs.outcome).toBe('cancelled')
  expect(stops(played)).toBe(0)
})
