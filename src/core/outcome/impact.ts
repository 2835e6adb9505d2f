/**
 * How bad it was for users: only what the polls and the reads of target health show (docs/adr/0040). The tasks of a
 * deployment that had completed count as healthy while they run; those of another one do not.
 */
import type { TaskSpan } from '../diagnosis/task-span.js'
import { isReady, summarizeTargetHealth, type TargetHealthSnapshot } from '../resources/target-health.js'
import type { CapacityPoll, RunningTasks } from '../watch/slices/capacity.js'
import type { Serving } from './serving.js'
import type { WatchRecord } from './watch-record.js'

export type Impact =
  /** `kept`: tasks that ran all the time; 0 if none had run before */
  | { readonly kind: 'unaffected'; readonly kept: number }
  | Shortage
  | { readonly kind: 'unknown'; readonly reason: UnknownImpact }

export interface Shortage {
  /** `outage`: nothing healthy served */
  readonly kind: 'reduced' | 'outage'
  /** oldest first */
  readonly spans: readonly Span[]
  /** what was counted at the end if it lasts, otherwise when the fewest were left */
  readonly counted: 'tasks' | 'targets'
  readonly least: number
  /** that ran before; 0 if none had been known to be healthy */
  readonly of: number
  /** at the end of the watch */
  readonly lasts: boolean
}

export interface Span {
  /** the first and the last time that it was seen */
  readonly from: number
  readonly to: number
}

export type UnknownImpact =
  | 'not-watched'
  | 'lost-sight'
  | 'alarm'
  /** the new revision took requests before it failed */
  | 'new-served'
  /** only the load balancer would know */
  | 'health-unread'
  /** it serves, and its verification failed */
  | 'unverified'

type Known = 'plan' | 'tracked' | 'capacity' | 'targets' | 'result' | 'alarms' | 'last' | 'endedAt'

type Watch = Pick<WatchRecord, Known> & {
  readonly spans: readonly TaskSpan[]
  /** at the end */
  readonly serving: Serving
}

interface Observation extends Span {
  readonly level: 'outage' | 'reduced' | 'kept' | 'unclear'
  readonly counted: 'tasks' | 'targets'
  readonly count: number
}

export function impactOf(watch: Watch): Impact {
  const before = completedBefore(watch)
  const baseline = Math.min(before.wanted, total(before.running))
  const observations = [
    ...watch.capacity.map(poll => ofPoll(poll, { watch, baseline, before: before.running })),
    ...ofTargets(watch, baseline),
    ...ofServing(watch),
  ].sort((one, other) => one.from - other.from)
  const outage = shortage('outage', observations, baseline)
  // Before its first task is up, a service has no users.
  if (outage && (baseline > 0 || outage.lasts)) return outage
  return (
    shortage('reduced', observations, baseline) ??
    withoutShortage(watch, { observations, hadTasks: before.hadTasks })
  )
}

/** Before this run changed anything. */
function completedBefore({ plan }: Watch): {
  readonly wanted: number
  readonly running: readonly RunningTasks[]
  /** of any deployment */
  readonly hadTasks: boolean
} {
  const { deployments } = plan.observed.service
  const completed = deployments.filter(({ rolloutState }) => rolloutState === 'COMPLETED')
  const running = completed.map(({ id, taskDefinition, runningCount }) => ({
    id,
    taskDefinition,
    running: runningCount,
  }))
  return {
    wanted: plan.settings.before.desiredCount,
    running,
    hadTasks: deployments.some(({ runningCount }) => runningCount > 0),
  }
}

interface Baseline {
  readonly watch: Watch
  readonly baseline: number
  readonly before: readonly RunningTasks[]
}

function ofPoll(poll: CapacityPoll, { watch, baseline, before }: Baseline): Observation {
  const { tracked } = watch
  const earlier = poll.deployments.filter(
    ({ id, taskDefinition }) =>
      id !== tracked.deploymentId &&
      before.some(one => one.id === id || one.taskDefinition === taskDefinition),
  )
  const need = Math.min(baseline, poll.wanted)
  const all = total(poll.deployments)
  const kept = total(earlier)
  const at = { from: poll.at, to: poll.lastAt, counted: 'tasks' as const }
  if (poll.wanted > 0 && all === 0) return { ...at, level: 'outage', count: 0 }
  if (all < need) return { ...at, level: 'reduced', count: all }
  return { ...at, level: kept >= need && baseline > 0 ? 'kept' : 'unclear', count: kept }
}

/** A task can have targets in several groups: then only an outage is certain. */
function ofTargets({ capacity, targets }: Watch, baseline: number): Observation[] {
  const need = Math.min(baseline, ...capacity.map(({ wanted }) => wanted))
  const isSingle = new Set(targets.map(({ group }) => group)).size === 1
  return summarizeTargetHealth(targets).flatMap(({ at, isOutage }): Observation[] => {
    const ready = readyAt(targets, at)
    const common = { from: at, to: at, counted: 'targets' as const, count: ready }
    if (isOutage) return [{ ...common, level: 'outage' }]
    if (!isSingle) return []
    if (ready < need) return [{ ...common, level: 'reduced' }]
    return [{ ...common, level: baseline > 0 ? 'kept' : 'unclear' }]
  })
}

/** Tasks run at the end, and none of them is healthy. Behind a load balancer, its targets say so. */
function ofServing({ endedAt, plan, serving }: Watch): Observation[] {
  const isBalanced = plan.observed.service.loadBalancers.length > 0
  if (isBalanced || serving.kind !== 'none' || serving.others.length === 0) return []
  return [{ from: endedAt, to: endedAt, counted: 'tasks', count: 0, level: 'outage' }]
}

function readyAt(snapshots: readonly TargetHealthSnapshot[], at: number): number {
  return snapshots.filter(poll => poll.at === at).flatMap(({ targets }) => targets.filter(isReady)).length
}

function shortage(
  kind: Shortage['kind'],
  observations: readonly Observation[],
  of: number,
): Shortage | undefined {
  const [first, ...others] = observations.filter(({ level }) => level === kind)
  if (!first) return undefined
  const last = observations.at(-1)
  const lasts = last?.level === kind
  const worst = others.reduce((least, one) => (one.count < least.count ? one : least), first)
  const { counted, count: least } = withoutTasks(lasts ? last : worst, observations)
  return { kind, counted, least, of, spans: spansOf(kind, observations), lasts }
}

/** Targets that are not healthy need a task: at the last poll before, there may have been none. */
function withoutTasks(worst: Observation, observations: readonly Observation[]): Observation {
  const poll = observations.findLast(({ counted, from }) => counted === 'tasks' && from <= worst.from)
  return poll?.level === 'outage' ? poll : worst
}

/** What is not clear is no part of a span. */
function spansOf(kind: Shortage['kind'], observations: readonly Observation[]): Span[] {
  const spans: Span[] = []
  let isOpen = false
  for (const { level, from, to } of observations) {
    const last = spans.at(-1)
    if (level === kind && isOpen && last)
      spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, to) }
    else if (level === kind) spans.push({ from, to })
    isOpen = level === kind
  }
  return spans
}

function withoutShortage(
  watch: Watch,
  { observations, hadTasks }: { readonly observations: readonly Observation[]; readonly hadTasks: boolean },
): Impact {
  const { result, alarms, last, spans, capacity } = watch
  const unknown = (reason: UnknownImpact) => ({ kind: 'unknown', reason }) as const
  if (result.kind === 'unknown') return unknown('lost-sight')
  if (alarms.size > 0 || (last.serviceDeployment?.triggeredAlarms.length ?? 0) > 0) return unknown('alarm')
  const hasFailed = result.kind === 'rolled-back' || result.kind === 'failed'
  if (hasFailed && hasServed(capacity, spans)) return unknown('new-served')
  if (!hadTasks) return { kind: 'unaffected', kept: 0 }
  const polls = observations.filter(({ counted }) => counted === 'tasks')
  if (polls.length === 0 || observations.some(({ level }) => level === 'unclear'))
    return unknown('health-unread')
  return { kind: 'unaffected', kept: Math.min(...polls.map(({ count }) => count)) }
}

/** Where traffic shifts by weights, a healthy task need not serve. */
function hasServed(capacity: readonly CapacityPoll[], spans: readonly TaskSpan[]): boolean {
  const weights = capacity.flatMap(({ trafficWeight }) => trafficWeight ?? [])
  if (weights.length > 0) return weights.some(weight => weight > 0)
  return spans.some(({ healthyAt }) => healthyAt !== undefined)
}

function total(deployments: readonly RunningTasks[]): number {
  return deployments.reduce((sum, { running }) => sum + running, 0)
}
