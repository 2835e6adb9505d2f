/** Pauses and their decisions, in worlds by chance: one answer for one hook, and no other change. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { World } from '../../simulator/ecs/world.js'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { call } from '../../simulator/scenarios/web-service.js'
import { deciding, newestArn } from '../support/deciding.js'
import { pausing } from '../support/pausing.js'
import { changesIn, type Played, play } from '../support/play.js'
import { update, webOf } from '../support/web-stories.js'
import { chance } from './check-worlds.js'

const operations = fc.constantFrom(
  'ContinueServiceDeployment',
  'DescribeServiceDeployments',
  'DescribeServices',
  'ListServiceDeployments',
)
const target = {
  operations: operations.map(one => [one]),
  skip: fc.nat({ max: 3 }),
  times: fc.integer({ min: 1, max: 4 }),
}
const when = fc.constantFrom('before-effect', 'after-effect')
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant('server-error'), when, ...target }),
  fc.record({ kind: fc.constant('connection-reset'), when, ...target }),
  fc.record({ kind: fc.constant('access-denied'), ...target }),
  fc.record({ kind: fc.constant('truncated-response'), ...target }),
) as fc.Arbitrary<Fault>

const decided = fc.record({
  decision: fc.constantFrom('continue', 'continue', 'rollback'),
  withoutArn: fc.boolean(),
  minutes: fc.constantFrom(5, 60),
  action: fc.constantFrom('ROLLBACK', 'CONTINUE'),
  waitUntil: fc.constantFrom('completed', 'paused', 'BAKE_TIME'),
  faults: fc.array(fault, { maxLength: 3 }),
  others: fc.constantFrom('nothing', 'nothing', 'CONTINUE', 'ROLLBACK', 'deploy'),
  othersAt: fc.integer({ min: 0, max: 240_000 }),
  cancelAfter: fc.option(fc.integer({ min: 0, max: 300_000 }), { nil: undefined }),
  seed: fc.integer({ min: 1, max: 10_000 }),
})

function interfere(world: World, what: string): void {
  if (what === 'deploy') update(world, { forceNewDeployment: true })
  const deployment = webOf(world).serviceDeployments.at(-1)
  const hook = deployment?.hooks.find(({ status }) => status === 'AWAITING_ACTION')
  if (what === 'nothing' || what === 'deploy' || !hook || deployment?.status !== 'IN_PROGRESS') return
  call(world, 'ContinueServiceDeployment', {
    serviceDeploymentArn: deployment.arn,
    hookId: hook.hookId,
    action: what,
  })
}

function violations(
  { outputs, passed, requests, world }: Played,
  paused: string,
  decision: string,
): string[] {
  const sent = requests.filter(({ operation }) => operation === 'ContinueServiceDeployment')
  const deployment = webOf(world).serviceDeployments.find(({ arn }) => arn === paused)
  const { outcome } = outputs
  const all: Readonly<Record<string, boolean>> = {
    'nothing else changes anything': new Set(changesIn(requests)).size <= 1,
    'all requests are the same': new Set(sent.map(({ input }) => JSON.stringify(input))).size <= 1,
    'ECS takes one answer at most':
      sent.filter(({ status, faults }) => status === 200 && faults.length === 0).length <= 1,
    'a rollback is never green': decision !== 'rollback' || !passed,
    'a refusal sent nothing that ECS took':
      outcome !== 'refused' || sent.every(({ status, faults }) => status !== 200 || faults.length > 0),
    'a success is one': outcome !== 'succeeded' || deployment?.status === 'SUCCESSFUL',
    'what succeeded is not called rolled back':
      outcome !== 'rolled-back' || deployment?.status !== 'SUCCESSFUL',
    'a green run sent its answer': !passed || sent.length > 0,
  }
  return Object.keys(all).filter(name => !all[name])
}

test('one answer for one hook, whatever happens to it', async () => {
  const { numRuns, seed } = chance('decisions', 200)
  await fc.assert(
    fc.asyncProperty(decided, async ({ cancelAfter, decision, others, othersAt, waitUntil, ...more }) => {
      let paused = ''
      const story = deciding({
        decision,
        withoutArn: more.withoutArn,
        minutes: more.minutes,
        action: more.action as 'ROLLBACK' | 'CONTINUE',
        with: { 'wait-until': waitUntil },
        also: world => {
          paused = newestArn(world)
          world.after(othersAt, () => interfere(world, others))
        },
      })
      const played = await play({
        ...story,
        seed: more.seed,
        faults: more.faults,
        idleFaults: 'allowed',
        ...(cancelAfter === undefined ? {} : { cancelAfter }),
      })
      const broken = violations(played, paused, decision)
      if (broken.length > 0) throw new Error([...broken, ...played.log].join('\n'))
    }),
    { numRuns, seed },
  )
  expect(numRuns).toBeGreaterThan(0)
})

const goals = fc.record({
  waitUntil: fc.constantFrom(
    'paused',
    'TEST_TRAFFIC_SHIFT',
    'POST_TEST_TRAFFIC_SHIFT',
    'BAKE_TIME',
    'CLEAN_UP',
  ),
  stage: fc.constantFrom('PRE_SCALE_UP', 'POST_TEST_TRAFFIC_SHIFT', 'PRE_PRODUCTION_TRAFFIC_SHIFT'),
  minutes: fc.constantFrom(1, 5, 60),
  action: fc.constantFrom('ROLLBACK', 'CONTINUE'),
  seed: fc.integer({ min: 1, max: 10_000 }),
})

test('a step ends green at its goal only while the deployment goes on', async () => {
  const { numRuns, seed } = chance('goals', 100)
  await fc.assert(
    fc.asyncProperty(goals, async ({ action, minutes, stage, waitUntil, ...more }) => {
      const played = await play({
        ...pausing({
          stage,
          minutes,
          action: action as 'ROLLBACK' | 'CONTINUE',
          inputs: { 'wait-until': waitUntil, 'wait-for-minutes': '20' },
        }),
        seed: more.seed,
      })
      const { outcome, 'hook-id': hookId } = played.outputs
      const deployment = webOf(played.world).serviceDeployments.at(-1)
      const waiting = deployment?.hooks.filter(({ status }) => status === 'AWAITING_ACTION') ?? []
      if (outcome === 'paused' || outcome === 'started') expect(deployment?.status).toBe('IN_PROGRESS')
      expect(outcome === 'paused').toBe(waitUntil === 'paused' && outcome !== 'timed-out')
      if (outcome === 'paused') expect(waiting.map(one => one.hookId)).toContain(hookId)
      if (outcome === 'succeeded') expect(deployment?.status).toBe('SUCCESSFUL')
      if (outcome === 'rolled-back') expect(deployment?.status).toMatch(/^ROLLBACK_/)
      expect(changesIn(played.requests)).toEqual(['RegisterTaskDefinition', 'UpdateService'])
    }),
    { numRuns, seed },
  )
})
