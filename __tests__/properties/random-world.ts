/**
 * Worlds by chance: how the new software behaves, how the service is set up, what others do meanwhile, what goes wrong
 * on the way to AWS, and what the user asks for. Plain values, so that a counterexample can be read and shrunk.
 */
import fc from 'fast-check'
import type { Settings } from '../../simulator/ecs/settings.js'
import type { Fault } from '../../simulator/protocol/faults/fault.js'

/** How each task of the new revision fares. `mixed`: each one for itself, by this chance of crashing. */
export type TaskBehavior =
  | { readonly kind: 'good' | 'crash-at-start' | 'never-healthy' | 'image-missing' }
  | { readonly kind: 'slow' | 'crash-later' | 'out-of-memory' | 'sick-later'; readonly seconds: number }
  | { readonly kind: 'mixed'; readonly chance: number; readonly seconds: number }

/** What somebody else does, so many seconds after the action began. */
export interface Act {
  readonly kind:
    | 'deploy-good'
    | 'deploy-bad'
    | 'deploy-previous'
    | 'force'
    | 'scale'
    | 'scale-back'
    | 'auto-scale'
    | 'stop-deployment'
    | 'stop-task'
    | 'delete'
  readonly at: number
  /** a desired count, where one is set */
  readonly count: number
}

export interface RandomWorld {
  readonly seed: number
  readonly behavior: TaskBehavior
  readonly desiredCount: number
  readonly loadBalanced: boolean
  readonly graceSeconds: number
  readonly breakerBefore: { readonly enable: boolean; readonly rollback: boolean }
  /** the software of before does not start any more */
  readonly previousBroken: boolean
  /** somebody began this many seconds before the action */
  readonly inFlight: { readonly kind: 'deploy-good' | 'deploy-bad'; readonly ago: number } | undefined
  readonly acts: readonly Act[]
  readonly settings: Partial<Settings>
  readonly faults: readonly Fault[]
  /** seconds after the beginning */
  readonly cancelAfter: number | undefined
  readonly inputs: Readonly<Record<string, string>>
}

/** Which parts of a world are left to chance; the others are as usual. */
export interface Chances {
  readonly acts: number
  readonly faults: number
  readonly cancels: boolean
  /** the same worlds each time, unless PROPERTY_SEED says others */
  readonly seed?: number
  /** by default those of a bad wire */
  readonly wire?: fc.Arbitrary<Fault>
}

const seconds = (min: number, max: number) => fc.integer({ min, max })

const behavior: fc.Arbitrary<TaskBehavior> = fc.oneof(
  fc.record({ kind: fc.constantFrom('good', 'crash-at-start', 'never-healthy', 'image-missing') }),
  fc.record({ kind: fc.constant('slow' as const), seconds: seconds(10, 200) }),
  fc.record({
    kind: fc.constantFrom('crash-later', 'out-of-memory', 'sick-later'),
    seconds: seconds(15, 400),
  }),
  fc.record({
    kind: fc.constant('mixed' as const),
    chance: fc.constantFrom(0.1, 0.3, 0.5, 0.8),
    seconds: seconds(1, 150),
  }),
)

const count = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 6, arbitrary: seconds(1, 8) })

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('deploy-good', 'deploy-bad', 'deploy-previous', 'force') },
    { weight: 3, arbitrary: fc.constantFrom('scale', 'scale-back', 'auto-scale') },
    { weight: 2, arbitrary: fc.constantFrom('stop-deployment', 'stop-task') },
    { weight: 1, arbitrary: fc.constant('delete') },
  ),
  at: fc.oneof(seconds(0, 30), seconds(0, 600)),
  count,
})

const settings: fc.Arbitrary<Partial<Settings>> = fc.record(
  {
    listLagMs: fc.constantFrom([0, 0], [1_000, 3_000], [30_000, 60_000]),
    staleReadsMs: fc.constantFrom(0, 5_000, 20_000),
    currentServiceDeploymentLagMs: fc.constantFrom(0, 30_000),
    failedReadLagMs: fc.constantFrom(0, 15_000),
    completedLagMs: fc.constantFrom(0, 6_000, 20_000),
    cleanupWaitMs: fc.constantFrom(Number.POSITIVE_INFINITY, 0, 20_000),
    countExitAfterRunning: fc.boolean(),
    breakerFires: fc.constantFrom(true, true, false),
    rollbackNewId: fc.boolean(),
    rollbackResetsCreatedAt: fc.boolean(),
    rollbackReasonFullStop: fc.boolean(),
    deploymentOrder: fc.constantFrom('newest-first', 'oldest-first', 'by-id'),
  },
  { requiredKeys: [] },
)

const operations = fc.constantFrom<readonly string[]>(
  ['DescribeServices'],
  ['ListServiceDeployments', 'DescribeServiceDeployments'],
  ['ListTasks', 'DescribeTasks'],
  ['RegisterTaskDefinition'],
  ['UpdateService'],
  ['StopServiceDeployment'],
  ['DescribeTaskDefinition'],
)
const rate = fc.constantFrom(0.05, 0.2, 0.5)
const when = fc.constantFrom('before-effect' as const, 'after-effect' as const)
const scarce = { burst: 3, perSecond: 0.3 }

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({
    kind: fc.constant('latency' as const),
    ms: seconds(0, 2_000),
    jitterMs: seconds(0, 3_000),
  }),
  fc.record({ kind: fc.constant('server-error' as const), rate: fc.constantFrom(0.05, 0.2), when }),
  fc.record({ kind: fc.constant('connection-reset' as const), operations, rate, when }),
  fc.record({ kind: fc.constant('server-error' as const), operations, rate, when }),
  fc.record({ kind: fc.constant('html-error' as const), operations, rate, when }),
  fc.record({ kind: fc.constant('truncated-response' as const), operations, rate }),
  fc.record({ kind: fc.constant('access-denied' as const), operations, skip: fc.constantFrom(0, 0, 3) }),
  fc.constant({ kind: 'expired-credentials', skip: 25 } as const),
  fc.record({
    kind: fc.constant('throttling' as const),
    buckets: fc.constantFrom(
      { 'service-read': scarce },
      { 'service-deployment': scarce },
      { 'cluster-resource-read': scarce },
      { 'service-modify': { burst: 0.5, perSecond: 0.05 } },
      { 'service-read': scarce, 'service-deployment': scarce, 'cluster-resource-read': scarce },
    ),
  }),
)

/** Percentages that let a rollout move; 100 with 100 is refused. */
const percentages = fc.constantFrom<Readonly<Record<string, string>>>(
  {},
  {},
  { 'minimum-healthy-percent': '0', 'maximum-percent': '100' },
  { 'minimum-healthy-percent': '50', 'maximum-percent': '100' },
  { 'minimum-healthy-percent': '50', 'maximum-percent': '150' },
  { 'minimum-healthy-percent': '100', 'maximum-percent': '125' },
)

const inputs: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .tuple(
    fc.record(
      {
        'circuit-breaker': fc.constantFrom('rollback', 'rollback', 'stop', 'keep'),
        'circuit-breaker-threshold': fc.constantFrom('1', '3', '6', '50%', '20% unbounded', '100% unbounded'),
        'circuit-breaker-reset-on-healthy-task': fc.constantFrom('true', 'false'),
        'fail-fast-after': fc.constantFrom('0', '1', '3', '5'),
        'desired-count': fc.constantFrom('1', '2', '3', '5'),
        'bump-desired-count': fc.constantFrom('1', '2', '4', '8'),
        'on-timeout': fc.constantFrom('fail', 'rollback'),
        'on-cancel': fc.constantFrom('leave', 'rollback'),
        'in-flight': fc.constantFrom('supersede', 'join', 'wait', 'override-rollback', 'fail'),
      },
      { requiredKeys: [] },
    ),
    percentages,
    fc.oneof({ weight: 5, arbitrary: seconds(1, 8) }, { weight: 1, arbitrary: seconds(9, 20) }),
    fc.boolean(),
  )
  .map(([some, percent, minutes, withCounts]) => {
    const { 'desired-count': _, 'bump-desired-count': __, ...others } = some
    return { ...(withCounts ? some : others), ...percent, 'wait-for-minutes': String(minutes) }
  })

/** Something in one of so many worlds, nothing in the others. */
function oneIn<T>(worlds: number, something: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: worlds - 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: something },
  )
}

export function randomWorld(chances: Chances): fc.Arbitrary<RandomWorld> {
  return fc.record({
    seed: seconds(1, 1_000_000),
    behavior,
    desiredCount: count,
    loadBalanced: fc.boolean(),
    graceSeconds: fc.constantFrom(0, 0, 60, 300),
    breakerBefore: fc.constantFrom(
      { enable: false, rollback: false },
      { enable: true, rollback: true },
      { enable: true, rollback: false },
    ),
    previousBroken: fc.constantFrom(false, false, false, true),
    inFlight: oneIn(
      4,
      fc.record({ kind: fc.constantFrom('deploy-good', 'deploy-bad'), ago: seconds(0, 300) }),
    ),
    acts: fc.array(act, { maxLength: chances.acts }),
    settings,
    faults: fc.array(chances.wire ?? fault, { maxLength: chances.faults }),
    cancelAfter: chances.cancels
      ? oneIn(3, fc.oneof(seconds(0, 20), seconds(0, 600)))
      : fc.constant(undefined),
    inputs: inputs,
  })
}
