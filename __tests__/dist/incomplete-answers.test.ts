/** An answer that lacks a member which it must have, through the bundles: it counts as none, and nothing becomes a fact. */
import { expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import type { RecordedRequest } from '../../simulator/protocol/recorded-request.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { playStep } from '../support/play-step.js'
import { testUnless } from '../support/test-unless.js'
import { type StoryOverrides, webOf, webStory } from '../support/web-stories.js'

const bumped = { 'bump-desired-count': '3' }
const crashing: StoryOverrides = { software: { exitsAfterSeconds: 1, exitCode: 1 } }

interface Row {
  readonly member: string
  readonly unusual?: StoryOverrides
  readonly outcome: string
}

const inReads: readonly Row[] = [
  { member: 'services[].desiredCount', unusual: crashing, outcome: 'rolled-back' },
  { member: 'services[].desiredCount', outcome: 'succeeded' },
  { member: 'services[].status', outcome: 'succeeded' },
  { member: 'services[].status', unusual: crashing, outcome: 'rolled-back' },
  { member: 'services[].deployments[].id', outcome: 'succeeded' },
  { member: 'services[].deployments[].id', unusual: crashing, outcome: 'rolled-back' },
  { member: 'services[].deployments', outcome: 'succeeded' },
]

function expectAltered(requests: readonly RecordedRequest[], operation: string): void {
  const altered = requests.filter(({ faults }) => faults.length > 0)
  expect(altered.map(request => request.operation)).toContain(operation)
}

function deployments(requests: readonly RecordedRequest[]): number {
  const updates = requests.filter(({ operation }) => operation === 'UpdateService')
  return updates.filter(({ input }) => 'taskDefinition' in (input as object)).length
}

test.each(
  inReads.flatMap(row => [
    { ...row, when: 'the first answer of the watch', skip: 0 },
    { ...row, when: 'the fourth', skip: 3 },
  ]),
)('$member is absent in $when: $outcome', async ({ member, unusual, outcome, skip }) => {
  const after = { operation: 'UpdateService', ms: 0 }
  const target = { operations: ['DescribeServices'], after, skip, times: 1 }
  const { main, requests, world } = await playStep(
    webStory({
      inputs: bumped,
      ...unusual,
      faults: [{ kind: 'altered-response', member, to: 'absent', ...target }],
    }),
  )
  expectAltered(requests, 'DescribeServices')
  expect(main.outputs.outcome).toBe(outcome)
  expect(deployments(requests)).toBe(1)
  expect(webOf(world).desiredCount).toBe(2)
})

test.each([
  'service.deployments[].id',
  'service.deployments',
  'service.desiredCount',
  'service.status',
  'service',
])('%s is absent in the answer to UpdateService: the deployment is looked for', async member => {
  const target = { operations: ['UpdateService'], times: 1 }
  const { main, requests, world } = await playStep(
    webStory({ inputs: bumped, faults: [{ kind: 'altered-response', member, to: 'absent', ...target }] }),
  )
  expectAltered(requests, 'UpdateService')
  expect(main.outputs.outcome).toBe('succeeded')
  expect(deployments(requests)).toBe(1)
  expect(webOf(world).desiredCount).toBe(2)
})

const members = ['services[].desiredCount', 'services[].status', 'services[].deployments', 'services']

/** The altered answer is followed by another read, and then by the restore. */
function expectRestoredAfter(requests: readonly RecordedRequest[]): void {
  const altered = requests.findLastIndex(({ faults }) => faults.length > 0)
  const later = requests.slice(altered + 1).map(({ operation }) => operation)
  const reads = later.filter(operation => /^(?:Describe|Update)Services?$/.test(operation))
  expect(altered).toBeGreaterThan(0)
  expect(reads).toEqual(['DescribeServices', 'UpdateService'])
}

test.each(members)('%s is absent in the read that restores the count: it is restored', async member => {
  // The last poll of the watch sends at most three of them.
  const target = {
    operations: ['DescribeServices'],
    after: { operation: 'UpdateService', ms: 59_900 },
    times: 5,
  }
  const { main, requests, world } = await playStep(
    webStory({
      software: movedSoftware,
      inputs: { ...bumped, 'circuit-breaker': 'keep', 'fail-fast-after': '0', 'wait-for-minutes': '1' },
      faults: [{ kind: 'altered-response', member, to: 'absent', ...target }],
    }),
  )
  expect(main.outputs.outcome).toBe('timed-out')
  expectRestoredAfter(requests)
  expect(webOf(world).desiredCount).toBe(2)
})

const testSignals = testUnless(process.platform === 'win32', 'Windows has no signals to send')

testSignals.each(members.map(member => ({ member })))(
  '$member is absent in the read that restores the count after a cancellation: it is restored',
  async ({ member }) => {
    let from = Number.POSITIVE_INFINITY
    const fault: Fault = {
      kind: 'altered-response',
      member,
      to: 'absent',
      operations: ['DescribeServices'],
      times: 1,
      get from() {
        return from
      },
    }
    const { main, requests, world } = await playStep(webStory({ inputs: bumped, faults: [fault] }), {
      when: {
        matches: /^ +\d+:\d\d /,
        act: (running, { now }) => {
          from = now
          running.cancel()
        },
      },
    })
    expect(main.outputs.outcome).toBe('cancelled')
    expectAltered(requests, 'DescribeServices')
    expectRestoredAfter(requests)
    expect(webOf(world).desiredCount).toBe(2)
  },
)
