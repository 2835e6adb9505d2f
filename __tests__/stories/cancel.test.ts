/** Cancelled workflows: the step has seconds left, puts back what it raised, and says what it leaves behind. */
import { expect, test } from '@jest/globals'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { changesIn, type Played, play, type Story } from '../support/play.js'
import {
  beginning,
  deployed,
  playWeb,
  restores,
  type StoryOverrides,
  stops,
  update,
  verdict,
  webOf,
} from '../support/web-stories.js'

const outputNames = [
  'deployment-id', 'failure-class', 'failure-reason', 'image', 'outcome', 'plan', 'previous-task-definition-arn',
  'result', 'revision', 'service-deployment-arn', 'serving-task-definition-arn', 'task-definition',
  'task-definition-arn',
] // biome-ignore format: one list

/** The runner sends SIGTERM 7.5 s after SIGINT; a step that ends within two never sees it. */
function expectCancelled(played: Played, cancelAfter: number): void {
  expect(played.passed).toBe(false)
  expect(played.outputs.outcome).toBe('cancelled')
  expect(Object.keys(played.outputs).toSorted()).toEqual(outputNames)
  expect(played.summary).toContain('cancelled')
  expect(played.took - cancelAfter).toBeLessThanOrEqual(2_000)
}

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
  expect(verdict(played)).toContain('the deployment was left as it is and may go on')
})

test.each([
  { name: 'its tasks are only starting', software: {} },
  { name: 'its tasks have failed', software: movedSoftware, cancelAfter: 115_000 },
])(
  'on-cancel: rollback asks for it, after the count was put back: $name',
  async ({ software, cancelAfter = 30_000 }) => {
    const played = await playWeb({
      software,
      cancelAfter,
      inputs: {
        'on-cancel': 'rollback',
        'bump-desired-count': '4',
        'circuit-breaker-threshold': '50',
        'fail-fast-after': '0',
      },
    })
    expectCancelled(played, cancelAfter)
    expect(changesIn(played.requests).slice(2)).toEqual(['UpdateService', 'StopServiceDeployment'])
    const restored = played.requests.findLast(({ operation }) => operation === 'UpdateService')
    expect((restored?.at ?? 0) - beginning - cancelAfter).toBeLessThanOrEqual(2_000)
    expect(verdict(played)).toContain('a rollback to web:7 was requested')
    expect(verdict(played)).toContain('The desired count is back at 2.')
    expect(played.state.unfinished).toBe('')
  },
)

test('on-cancel: rollback right after UpdateService finds what it has to stop', async () => {
  const played = await playWeb({
    cancelAfter: 1_000,
    inputs: { 'on-cancel': 'rollback' },
    settings: { listLagMs: [0, 0] },
  })
  expectCancelled(played, 1_000)
  expect(stops(played)).toBe(1)
})

test('on-cancel: rollback never touches a deployment whose tasks are all up', async () => {
  const played = await playWeb({
    cancelAfter: 100_000,
    inputs: { 'on-cancel': 'rollback' },
    history: { targetGroup: { deregistrationDelaySeconds: 300 } },
  })
  expectCancelled(played, 100_000)
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain('it was not rolled back, since all its tasks run and none has failed')
})

test('on-cancel: rollback asks nothing of a deployment that somebody has replaced since the last look', async () => {
  const played = await playWeb({
    software: movedSoftware,
    cancelAfter: 115_000,
    inputs: { 'on-cancel': 'rollback', 'circuit-breaker': 'keep', 'fail-fast-after': '0' },
    also: world => world.after(114_500, () => update(world, { taskDefinition: 'web:7' })),
  })
  expectCancelled(played, 115_000)
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain('it was not rolled back, since ECS is stopping it already')
})

test('on-cancel: rollback never leaves a service with nothing: a first deployment is left', async () => {
  const first = scenarios['first-deployment'] as Story
  const played = await play({
    ...first,
    inputs: { ...first.inputs, 'on-cancel': 'rollback' },
    cancelAfter: 30_000,
  })
  expectCancelled(played, 30_000)
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain('no earlier deployment had completed')
})

test('on-cancel: rollback that is denied is told with the permission', async () => {
  const played = await playWeb({
    cancelAfter: 30_000,
    inputs: { 'on-cancel': 'rollback' },
    faults: [{ kind: 'access-denied', operations: ['StopServiceDeployment'] }],
  })
  expectCancelled(played, 30_000)
  expect(verdict(played)).toContain(
    'it was not rolled back, since the role may not call ecs:StopServiceDeployment',
  )
})

test('a look that hangs is not waited for', async () => {
  const played = await playWeb({
    cancelAfter: 60_000,
    faults: [
      { kind: 'latency', ms: 25_000, operations: ['DescribeServiceDeployments'], from: beginning + 45_000 },
    ],
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
  expect(verdict(played)).toContain('the rollback to web:7 was still going on')
})

test('fail-fast does not act any more once the workflow is cancelled', async () => {
  const played = await playWeb({
    software: movedSoftware,
    inputs: { 'circuit-breaker': 'keep' },
    // The look in which the third task has failed is under way.
    cancelAfter: 224_000,
    faults: [{ kind: 'latency', ms: 2_000, operations: ['ListTasks'], from: beginning + 220_000 }],
  })
  expect(played.outputs.outcome).toBe('cancelled')
  expect(stops(played)).toBe(0)
})
