/** Answers that trickle, have no end or stall, through the bundles and in real time. All steps run at the same time. */
import { expect, test } from '@jest/globals'
import type { FaultTarget } from '../../simulator/protocol/faults/fault.js'
import { outcomes } from '../../src/core/outcome/outcomes.js'
import { changesIn } from '../support/play.js'
import { playInRealTime } from '../support/play-in-real-time.js'
import { webOf, webStory } from '../support/web-stories.js'

/** Milliseconds. The step ends within a minute of its wait; the third minute is for a busy machine. */
const waiting = 60_000
const bound = waiting + 60_000 + 60_000

/** An ordinary step takes about 100, and one that reads endless answers 150. */
const mostMebibytes = 400

const bumped = { 'bump-desired-count': '3', 'wait-for-minutes': '1' }

interface Row extends Pick<FaultTarget, 'operations' | 'after' | 'skip' | 'times'> {
  readonly where: string
}

const places: readonly Row[] = [
  {
    where: 'in every DescribeServices from UpdateService on',
    operations: ['DescribeServices'],
    after: { operation: 'UpdateService', ms: 0 },
  },
  { where: 'in the UpdateService that deploys', operations: ['UpdateService'], times: 1 },
  { where: 'in the UpdateService that restores the count', operations: ['UpdateService'], skip: 1, times: 1 },
]

const plays = (['trickling-response', 'endless-response', 'stalled-response'] as const).flatMap(kind =>
  places.map(({ where, ...target }) => {
    const step = playInRealTime(webStory({ inputs: bumped, faults: [{ kind, ...target }] }))
    // The test that awaits it fails.
    step.catch(() => {})
    return { name: `${kind} ${where}`, step }
  }),
)

test.each(plays)('$name: the step ends, with one deployment and the count restored', async ({ step }) => {
  const { main, post, requests, took, usage, world } = await step
  expect(requests.flatMap(({ faults }) => faults)).not.toEqual([])
  expect(Object.keys(outcomes)).toContain(main.outputs.outcome)
  expect(main.outputs.outcome).not.toBe('refused')
  expect(took).toBeLessThan(bound)
  expect(usage.mebibytes).toBeLessThan(mostMebibytes)
  const updates = requests.filter(({ operation }) => operation === 'UpdateService')
  expect(updates.filter(({ input }) => 'taskDefinition' in (input as object)).length).toBe(1)
  expect(changesIn(requests).filter(operation => operation === 'RegisterTaskDefinition').length).toBe(1)
  const said = [...main.annotations, ...(post?.annotations ?? [])].map(({ message }) => message)
  const isUnrestored = said.some(message => message.startsWith('The desired count is still 3'))
  const isRestored = `${main.summary}${said.join('\n')}`.includes('The desired count is back at 2.')
  expect([isUnrestored, isRestored]).toContain(true)
  expect(post?.exitCode).toBe(0)
  expect(webOf(world).desiredCount).toBe(2)
})
