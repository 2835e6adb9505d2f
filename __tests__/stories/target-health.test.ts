/** What the load balancer says of the targets: asked a few times at most, and never in the way of the verdict. */
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { play, type Story } from '../support/play.js'
import { acceptedInputs, playWeb, verdict } from '../support/web-stories.js'

const unhealthy = { listens: { 5001: { '/': 200 } } }

test('tasks that run and never become healthy within the wait: the load balancer says why', async () => {
  const played = await playWeb({
    software: unhealthy,
    history: { desiredCount: 2, service: { healthCheckGracePeriodSeconds: 1_200 } },
    inputs: { 'wait-for-minutes': '3' },
  })
  expect(played.outputs).toMatchObject({ outcome: 'timed-out', 'failure-class': 'health-check' })
  expect(verdict(played)).toContain(
    '2 of 4 targets of the load balancer are unhealthy: Health checks failed with these codes: [404].',
  )
  const [, fold = ''] = played.summary.split('<details><summary>Target health</summary>')
  expect(fold).toMatch(/`web-prod` at 3:\d\d: web:8 0 of 2 · web:7 2 of 2 healthy/)
  expect(fold).toMatch(
    /\| `[\d.]+:5001` \| `unhealthy` \| `Target.ResponseCodeMismatch` \| Health checks failed with these codes: /,
  )
  expect(acceptedInputs(played, 'DescribeTargetHealth')).toHaveLength(1)
})

test('a rollback: read when the first task has failed, and at the end', async () => {
  const played = await playWeb({ software: unhealthy })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'health-check' })
  expect(acceptedInputs(played, 'DescribeTargetHealth')).toHaveLength(2)
  expect(played.summary.match(/`web-prod` at \d:\d\d:/g)).toHaveLength(2)
})

test('a success: read once, only for the diagram', async () => {
  const played = await playWeb({})
  expect(played.outputs.outcome).toBe('succeeded')
  expect(acceptedInputs(played, 'DescribeTargetHealth')).toHaveLength(1)
  expect(played.summary).toMatch(
    / {2}section task [0-9a-f]{8}\n {2}starts :.+\n {2}runs :.+\n {2}healthy(?: by [^:]+)? :/,
  )
  expect(played.summary).not.toContain('Target health')
})

test('a success does not mention a load balancer that may not be read', async () => {
  const denied = [{ kind: 'access-denied' as const, operations: ['DescribeTargetHealth'] }]
  const played = await playWeb({ faults: denied })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.log.join('\n') + played.summary).not.toContain('DescribeTargetHealth')
})

test('denied: one line with the permission, one call, and the verdict stands', async () => {
  const played = await playWeb({
    software: unhealthy,
    faults: [{ kind: 'access-denied', operations: ['DescribeTargetHealth'] }],
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'health-check' })
  expect(played.log.filter(line => line.includes('elasticloadbalancing:DescribeTargetHealth'))).toHaveLength(
    1,
  )
  expect(played.requests.filter(({ operation }) => operation === 'DescribeTargetHealth').length).toBe(1)
})

test('every task dies once the earlier tasks have stopped: an outage that nothing else shows', async () => {
  const played = await play(scenarios.flapping as Story)
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(acceptedInputs(played, 'DescribeTargetHealth')).toHaveLength(3)
  expect(played.log.join('\n')).toMatch(/ has stopped 2 running tasks of web:7: [0-9a-f]{8} [0-9a-f]{8};/)
  const [above = '', below = ''] = played.summary.split('```mermaid')
  expect(above).toMatch(/^### 🚨 .*; nothing healthy served at 1:\d\d(?: and at 2:\d\d)?$/m)
  expect(below).toMatch(
    / {2}section healthy targets\n(?:.+ :milestone, 00:01:.+\n)? {2}(?:0 of 4|#160;) :milestone, crit, 00:01:.+\n(?: {2}(?:0 of 6|#160;) :milestone, crit, 00:02:.+\n)? {2}2 of [46] :milestone, 00:03:/,
  )
})
