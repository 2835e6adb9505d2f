/** The wait is over and nothing is decided: what is left, and what on-timeout does about it. */
import { expect, test } from '@jest/globals'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { changesIn } from '../support/play.js'
import {
  playWeb,
  restores,
  type StoryOverrides,
  stops,
  text,
  verdict,
  webOf,
} from '../support/web-stories.js'

const failing = { 'circuit-breaker': 'keep', 'fail-fast-after': '0', 'wait-for-minutes': '3' }

test('on-timeout: fail leaves the deployment as it is', async () => {
  const played = await playWeb({ software: movedSoftware, inputs: failing })
  expect(played.outputs).toMatchObject({ outcome: 'timed-out', 'failure-class': 'health-check' })
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain(
    'web:8 was not decided within 3 minutes; the deployment was left as it is',
  )
})

test('on-timeout: rollback stops it once, after the desired count was put back', async () => {
  const played = await playWeb({
    software: movedSoftware,
    inputs: { ...failing, 'on-timeout': 'rollback', 'bump-desired-count': '3' },
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(changesIn(played.requests)).toEqual([
    'RegisterTaskDefinition',
    'UpdateService',
    'UpdateService',
    'StopServiceDeployment',
  ])
  expect(restores(played)).toEqual([2])
  expect(verdict(played)).toContain('a rollback to web:7 was requested')
  expect(webOf(played.world).desiredCount).toBe(2)
})

const drains = { targetGroup: { deregistrationDelaySeconds: 900 } }

test.each<StoryOverrides & { readonly name: string }>([
  { name: 'its old tasks drain for long', history: drains },
  { name: 'it bakes', inputs: { 'bake-time-minutes': '20' } },
])('a deployment that is well is never rolled back: $name', async ({ inputs, ...unusual }) => {
  const played = await playWeb({
    ...unusual,
    inputs: { 'on-timeout': 'rollback', 'wait-for-minutes': '3', ...inputs },
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain(
    'it was not rolled back because all its tasks are running and their targets are healthy',
  )
})

test.each<StoryOverrides & { readonly name: string; readonly rolledBack: boolean }>([
  { name: 'its targets are not healthy', software: { startSeconds: 400 }, rolledBack: true },
  {
    name: 'its targets may not be read',
    software: { startSeconds: 400 },
    faults: [{ kind: 'access-denied', operations: ['DescribeTargetHealth'] }],
    rolledBack: false,
  },
])(
  'on-timeout: rollback of a deployment whose tasks all run, and $name',
  async ({ rolledBack, ...unusual }) => {
    const played = await playWeb({
      ...unusual,
      history: { service: { healthCheckGracePeriodSeconds: 900 } },
      inputs: { 'on-timeout': 'rollback', 'wait-for-minutes': '3' },
    })
    expect(played.outputs.outcome).toBe('timed-out')
    expect(text(played)).toContain('web:8 2 running of 2')
    expect(text(played)).not.toContain('failed its')
    expect(stops(played)).toBe(rolledBack ? 1 : 0)
  },
)

test('a raised count does not make a well deployment look unwell', async () => {
  const played = await playWeb({
    history: drains,
    inputs: { 'on-timeout': 'rollback', 'wait-for-minutes': '3', 'bump-desired-count': '4' },
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(stops(played)).toBe(0)
  expect(restores(played)).toEqual([2])
})

test('on-timeout: rollback whose answers are lost is not said to be undone', async () => {
  const played = await playWeb({
    software: movedSoftware,
    inputs: { ...failing, 'on-timeout': 'rollback' },
    faults: [{ kind: 'server-error', when: 'after-effect', operations: ['StopServiceDeployment'] }],
  })
  expect(webOf(played.world).serviceDeployments.at(-1)?.status).toMatch(/^ROLLBACK_/)
  expect(verdict(played)).toContain(
    'a rollback to web:7 was requested, but ECS did not confirm it (Service Unavailable).',
  )
})

test('on-timeout: rollback where service deployments may not be read says why it was not done', async () => {
  const played = await playWeb({
    software: movedSoftware,
    inputs: { ...failing, 'on-timeout': 'rollback' },
    faults: [{ kind: 'access-denied', operations: ['ListServiceDeployments'] }],
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain(
    'it was not rolled back because its service deployment could not be read (allow ecs:ListServiceDeployments on arn:aws:ecs:eu-west-1:123456789012:service/prod/web)',
  )
})

test.each(['fail', 'rollback'])(
  'on-timeout: %s while ECS rolls back by itself: it is left to that, and said so',
  async onTimeout => {
    const played = await playWeb({
      software: movedSoftware,
      inputs: { 'fail-fast-after': '0', 'wait-for-minutes': '4', 'on-timeout': onTimeout },
    })
    expect(text(played)).toContain('rolling back to web:7')
    expect(played.outputs.outcome).toBe('timed-out')
    expect(stops(played)).toBe(0)
    expect(verdict(played)).toContain('the rollback to web:7 was still in progress')
    expect(verdict(played)).not.toContain('may go on')
  },
)
