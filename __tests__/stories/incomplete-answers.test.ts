/** An answer that lacks what a decision needs is read again; absence is not a fact. */
import { expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { playWeb, restores, type StoryOverrides, webOf } from '../support/web-stories.js'

const crashing: StoryOverrides = {
  software: { exitsAfterSeconds: 1 },
  inputs: { 'bump-desired-count': '3', 'wait-for-minutes': '10' },
}
const working: StoryOverrides = { inputs: { 'bump-desired-count': '3', 'wait-for-minutes': '10' } }

interface Row {
  readonly name: string
  readonly story: StoryOverrides
  readonly operation: string
  readonly member: string
  readonly skip: number
  readonly outcome: string
}

const duringWatch = 6

test.each<Row>([
  {
    name: 'without the desired count of a service whose tasks crash',
    story: crashing,
    operation: 'DescribeServices',
    member: 'services[].desiredCount',
    skip: duringWatch,
    outcome: 'rolled-back',
  },
  {
    name: 'without the status of the service',
    story: working,
    operation: 'DescribeServices',
    member: 'services[].status',
    skip: duringWatch,
    outcome: 'succeeded',
  },
  {
    name: 'without the ids of the deployments',
    story: working,
    operation: 'DescribeServices',
    member: 'services[].deployments[].id',
    skip: duringWatch,
    outcome: 'succeeded',
  },
  {
    name: 'to UpdateService without the ids of the deployments',
    story: working,
    operation: 'UpdateService',
    member: 'service.deployments[].id',
    skip: 0,
    outcome: 'succeeded',
  },
  {
    name: 'to the UpdateService that restores the desired count, without that count',
    story: working,
    operation: 'UpdateService',
    member: 'service.desiredCount',
    skip: 1,
    outcome: 'succeeded',
  },
])('an answer $name', async ({ story, operation, member, skip, outcome }) => {
  const fault = {
    kind: 'altered-response',
    operations: [operation],
    member,
    to: 'absent',
    skip,
    times: 1,
  } as const
  const played = await playWeb({ ...story, faults: [fault] })
  expect(played.outputs.outcome).toBe(outcome)
  expect(webOf(played.world).desiredCount).toBe(2)
  expect(played.state.unfinished).toBe('')
})

const lasting: readonly Fault[] = [
  {
    kind: 'altered-response',
    operations: ['DescribeServices'],
    after: { operation: 'UpdateService', ms: 30_000 },
    member: 'services[].desiredCount',
    to: 'null',
  },
]

test('answers that stay incomplete end without a verdict, and the desired count stays saved for the post step', async () => {
  const played = await playWeb({ ...working, faults: lasting })
  expect(played.outputs.outcome).toBe('unknown')
  expect(restores(played)).toStrictEqual([])
  expect(JSON.parse(played.state.unfinished ?? '')).toMatchObject({ bump: { from: 2, to: 3 } })
  expect(played.annotations.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(
      /^The desired count is still 3 and should be 2: AWS answered without services\[0\]\.desiredCount/,
    ),
  )
})
