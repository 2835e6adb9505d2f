/** Changes whose answer is lost, broken or an error: exactly one deployment in the end, whatever had taken effect. */
import { expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { playWeb, type StoryOverrides, text, verdict, webOf } from '../support/web-stories.js'

const answers = [
  { name: '500 before it took effect', fault: { kind: 'server-error', when: 'before-effect' } },
  { name: '500 after it took effect', fault: { kind: 'server-error', when: 'after-effect' } },
  { name: 'a reset before it took effect', fault: { kind: 'connection-reset', when: 'before-effect' } },
  { name: 'a reset after it took effect', fault: { kind: 'connection-reset', when: 'after-effect' } },
  { name: 'a page of HTML before it took effect', fault: { kind: 'html-error', when: 'before-effect' } },
  { name: 'a page of HTML after it took effect', fault: { kind: 'html-error', when: 'after-effect' } },
  { name: 'an answer that stops in the middle', fault: { kind: 'truncated-response' } },
] as const satisfies readonly { readonly name: string; readonly fault: Fault }[]

const rows = (['RegisterTaskDefinition', 'UpdateService'] as const).flatMap(operation =>
  answers.map(({ name, fault }) => ({
    name: `${operation} answered with ${name}`,
    fault: { ...fault, operations: [operation], times: 1 },
  })),
)

/** Deployments of the service beside the seven of its history. */
async function playAndCountChanges(unusual: StoryOverrides) {
  const played = await playWeb(unusual)
  const service = webOf(played.world)
  const revisions = new Set(service.serviceDeployments.slice(7).map(({ targetDigits }) => targetDigits))
  return { played, deployments: revisions.size }
}

const slowReads = { settings: { staleReadsMs: 10_000, listLagMs: [20_000, 20_000] } } as const

for (const { reads, world } of [
  { reads: 'prompt', world: {} },
  { reads: 'stale', world: slowReads },
])
  test.each(rows)(`one deployment, with ${reads} reads: $name`, async ({ fault }) => {
    const { played, deployments } = await playAndCountChanges({ ...world, faults: [fault] })
    expect(played.outputs.outcome).toBe('succeeded')
    expect(played.outputs['serving-task-definition-arn']).toBe(played.outputs['task-definition-arn'])
    expect(deployments).toBe(1)
  })

test.each(answers)('both changes answered with $name: still one deployment', async ({ fault }) => {
  const operations = ['RegisterTaskDefinition', 'UpdateService']
  const { played, deployments } = await playAndCountChanges({
    faults: operations.map(operation => ({ ...fault, operations: [operation], times: 1 })),
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(deployments).toBe(1)
})

test('an UpdateService that took effect while reads fail for a minute is found once they work', async () => {
  const { played, deployments } = await playAndCountChanges({
    faults: [
      { kind: 'connection-reset', when: 'after-effect', operations: ['UpdateService'], times: 1 },
      { kind: 'server-error', operations: ['DescribeServices'], skip: 1, times: 5 },
    ],
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(deployments).toBe(1)
})

test('an UpdateService whose effect cannot be checked is not sent again: unknown, with what to check', async () => {
  const { played, deployments } = await playAndCountChanges({
    inputs: { 'bump-desired-count': '4' },
    faults: [
      { kind: 'connection-reset', when: 'after-effect', operations: ['UpdateService'], times: 1 },
      { kind: 'access-denied', operations: ['DescribeServices'], skip: 1 },
    ],
  })
  expect(played.passed).toBe(false)
  expect(played.outputs).toMatchObject({ outcome: 'unknown', revision: '8' })
  expect(deployments).toBe(1)
  expect(verdict(played)).toContain('it is not known whether web:8 is being deployed')
  expect(JSON.parse(played.state.unfinished ?? '')).toMatchObject({ bump: { from: 2, to: 4 } })
})

test('every read lost now and then, and both changes: the end is the true one', async () => {
  const { played, deployments } = await playAndCountChanges({
    faults: [
      { kind: 'server-error', when: 'after-effect', operations: ['RegisterTaskDefinition'], times: 1 },
      { kind: 'truncated-response', operations: ['UpdateService'], times: 1 },
      {
        kind: 'server-error',
        operations: ['DescribeServices', 'ListServiceDeployments', 'ListTasks'],
        rate: 0.4,
      },
      { kind: 'connection-reset', operations: ['DescribeServiceDeployments', 'DescribeTasks'], rate: 0.4 },
      { kind: 'latency', ms: 100, jitterMs: 4_000 },
    ],
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(deployments).toBe(1)
  expect(text(played)).not.toContain('rolling back')
})
