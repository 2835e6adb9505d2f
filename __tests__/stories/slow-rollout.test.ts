/** What the settings of a service add to each rollout is said before, with the setting that would save the most. */
import { expect, test } from '@jest/globals'
import { targetGroupArn } from '../../simulator/scenarios/web-service.js'
import { deployedBefore, playWeb } from '../support/web-stories.js'

const drainsFor = (seconds: number) => ({ targetGroup: { deregistrationDelaySeconds: seconds } })
const plan = { 'dry-run': 'true' }

function delaysRead({ requests }: Awaited<ReturnType<typeof playWeb>>): number {
  return requests.filter(({ operation }) => operation === 'DescribeTargetGroupAttributes').length
}

test('the plan of a service that drains for five minutes names the delay and what it costs', async () => {
  const played = await playWeb({ history: drainsFor(300), inputs: plan })
  expect(played.outputs.outcome).toBe('planned')
  expect(played.annotations).toEqual([])
  expect(played.summary).toMatch(
    /`slow-rollout`: the settings of the service can add 6 minutes to each deployment: at most 30 s .* and 300 s .*\. The last deployment took \d+ (seconds|minutes)/,
  )
  expect(played.summary).toContain('of 30 s for target group web-prod saves up to 270 s')
})

test('and so it is: with the shorter delay the same deployment ends that much sooner', async () => {
  const seconds = async (delay: number) => {
    const played = await playWeb({ history: drainsFor(delay) })
    expect(played.outputs.outcome).toBe('succeeded')
    return played.took / 1000
  }
  const saved = (await seconds(300)) - (await seconds(30))
  expect(saved).toBeGreaterThan(200)
  expect(saved).toBeLessThanOrEqual(280)
})

test('a service that drains quickly gets no such advice', async () => {
  const played = await playWeb({ history: drainsFor(30), inputs: plan })
  expect(played.summary).not.toContain('slow-rollout')
  expect(delaysRead(played)).toBe(1)
})

test('a denied read names the permission in the summary, and nothing fails', async () => {
  const faults = [{ kind: 'access-denied' as const, operations: ['DescribeTargetGroupAttributes'] }]
  const played = await playWeb({ history: drainsFor(300), faults })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.summary).toContain('allow elasticloadbalancing:DescribeTargetGroupAttributes')
  expect(played.annotations).toEqual([])
})

test('a service that this action has deployed is not asked again', async () => {
  const played = await playWeb({ history: drainsFor(300), inputs: plan, also: deployedBefore })
  expect(played.outputs.outcome).toBe('planned')
  expect(played.summary).not.toContain('slow-rollout')
  expect(delaysRead(played)).toBe(0)
})

test('a target group that somebody deleted has no delay, and its check alone reports it', async () => {
  const played = await playWeb({
    history: drainsFor(300),
    inputs: { ...plan, preflight: 'warn' },
    also: world => world.targetGroups.remove(targetGroupArn),
  })
  expect(played.outputs.outcome).toBe('planned')
  expect(delaysRead(played)).toBe(1)
  expect(played.summary).not.toContain('slow-rollout')
})
