/**
 * Verification in worlds by chance: it turns no failed rollout green, goes back from nothing that verified, never over
 * somebody else, and leaves nothing changed that it changed for the rollout.
 */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { HostAnswer } from '../../simulator/ecs/resources/hosts.js'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { softwareWithVersion } from '../../simulator/scenarios/verification.js'
import { commit } from '../../simulator/scenarios/web-service.js'
import type { Played } from '../support/play.js'
import { playVerification } from '../support/verification-stories.js'
import { deployed, restores, update, webOf } from '../support/web-stories.js'
import { chance } from './check-worlds.js'

const good: HostAnswer = { status: 200, body: `commit ${commit}` }
const bad: readonly HostAnswer[] = [
  { status: 500, body: 'no' },
  { status: 200, body: 'commit 1f3c9e0' },
  { status: 302, body: '', location: 'https://login.example.com/' },
]

const operations = fc.constantFrom(
  'DescribeServices',
  'UpdateService',
  'ListServiceDeployments',
  'RunTask',
  'GET',
)
const range = { skip: fc.nat({ max: 30 }), times: fc.integer({ min: 1, max: 4 }) }
const faultOf = (kind: Fault['kind']) =>
  fc.record({ kind: fc.constant(kind), operations: operations.map(one => [one]), ...range })
const fault = fc.oneof(
  ...(['server-error', 'connection-reset', 'truncated-response'] as const).map(faultOf),
) as fc.Arbitrary<Fault>

const world = fc.record({
  /** of each request, in turn: true is good */
  answers: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
  wrong: fc.constantFrom(...bad),
  crashes: fc.constantFrom(false, false, false, true),
  smokeExit: fc.constantFrom(undefined, undefined, 0, 1),
  onFailure: fc.constantFrom('fail', 'rollback'),
  bump: fc.constantFrom(undefined, 3),
  /** minutes after a blue/green shift; undefined: a rolling deployment */
  bake: fc.constantFrom(undefined, undefined, 1, 5),
  theirs: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
  cancelAfter: fc.option(fc.integer({ min: 0, max: 500_000 }), { nil: undefined }),
  faults: fc.array(fault, { maxLength: 2 }),
  seed: fc.integer({ min: 1, max: 10_000 }),
})

type RandomWorld = typeof world extends fc.Arbitrary<infer T> ? T : never

interface Seen {
  readonly answers: readonly boolean[]
  /** when somebody else deployed */
  readonly theirs: number | undefined
}

function violations(random: RandomWorld, played: Played, seen: Seen): string[] {
  const { outcome = '' } = played.outputs
  const { verification } = JSON.parse(played.outputs.result ?? '{}')
  const updates = deployed(played)
  const back = updates.filter(({ taskDefinition }) => String(taskDefinition).endsWith(':7'))
  const sentBack = played.requests.filter(
    ({ input, operation }) =>
      operation === 'UpdateService' &&
      String((input as { taskDefinition?: string }).taskDefinition).endsWith(':7'),
  )
  const stops = played.requests.filter(({ operation }) => operation === 'StopServiceDeployment')
  const lastThree = seen.answers.slice(-3)
  const isProven = lastThree.length === 3 && lastThree.every(Boolean)
  const primary = webOf(played.world).deployments[0]?.revision.taskDefinition.revision
  const isUndone = played.state.unfinished === undefined || played.state.unfinished === ''
  const wasRaised = random.bump !== undefined && updates.length > 0
  const all: Readonly<Record<string, boolean>> = {
    'green is verified': !played.passed || (verification?.result === 'verified' && isProven),
    'green is a rollout that succeeded': !played.passed || (outcome === 'succeeded' && !random.crashes),
    'a crashing rollout is never requested': !random.crashes || seen.answers.length === 0,
    'verified is three in a row': verification?.result !== 'verified' || isProven,
    'verified is never rolled back': verification?.result !== 'verified' || back.length === 0,
    'goes back only where the user wants it': back.length === 0 || random.onFailure === 'rollback',
    'goes back only once, or again after a lost answer': back.length <= 2,
    'never goes back over somebody else': sentBack.every(
      ({ at }) => seen.theirs === undefined || at <= seen.theirs,
    ),
    'never stops a deployment of somebody else': stops.every(
      ({ at }) => seen.theirs === undefined || at <= seen.theirs,
    ),
    'a deployment that bakes is stopped only where the user wants it':
      stops.length === 0 || random.crashes || (random.onFailure === 'rollback' && random.bake !== undefined),
    'rolled back is back': outcome !== 'rolled-back' || primary === 7 || seen.theirs !== undefined,
    'what was raised is restored or saved':
      !wasRaised || !isUndone || restores(played).length > 0 || webOf(played.world).desiredCount === 2,
    'a class for each red ending': played.passed || played.outputs['failure-class'] !== '',
  }
  return Object.keys(all).filter(name => !all[name])
}

async function playRandom(random: RandomWorld): Promise<{ readonly played: Played; readonly seen: Seen }> {
  const answers: boolean[] = []
  let theirs: number | undefined
  const smoke = { startSeconds: 2, exitsAfterSeconds: 5, exitCode: random.smokeExit ?? 0 }
  const crash = random.crashes ? { exitsAfterSeconds: 1, exitCode: 1 } : {}
  const played = await playVerification({
    seed: random.seed,
    faults: random.faults,
    idleFaults: 'allowed',
    software: { ...softwareWithVersion(commit), ...crash, commands: { smoke } },
    answer: ({ nth }) => {
      const isGood = random.answers[(nth - 1) % random.answers.length] ?? true
      answers.push(isGood)
      return isGood ? good : random.wrong
    },
    ...(random.bake === undefined ? {} : { strategy: { bakeTimeInMinutes: random.bake } }),
    also: one => {
      const { theirs: seconds } = random
      if (seconds === undefined) return
      one.after(seconds * 1_000, () => {
        update(one, { taskDefinition: 'web:6' })
        theirs = one.now
      })
    },
    inputs: {
      'on-verify-failure': random.onFailure,
      ...(random.smokeExit === undefined ? {} : { 'verify-task-command': 'smoke' }),
      ...(random.bump === undefined ? {} : { 'bump-desired-count': String(random.bump) }),
    },
    ...(random.cancelAfter === undefined ? {} : { cancelAfter: random.cancelAfter }),
  })
  return { played, seen: { answers, theirs } }
}

test('a verification neither hides a failure nor undoes a success', async () => {
  const { numRuns, seed } = chance('verification', 200)
  const results = new Set<string>()
  await fc.assert(
    fc.asyncProperty(world, async random => {
      const { played, seen } = await playRandom(random)
      results.add(played.outputs.outcome ?? '')
      const broken = violations(random, played, seen)
      if (broken.length > 0) throw new Error([...broken, ...played.log].join('\n'))
    }),
    { numRuns, seed },
  )
  expect(results.size).toBeGreaterThan(1)
})
