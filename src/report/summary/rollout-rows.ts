/** The rows of the picture that show what ECS, its users and we decided of a rollout, and when. */
import { revisionName } from '../../core/ecs/arn.js'
import { isPlacementFailure } from '../../core/ecs/event-text.js'
import type { Rollout } from '../../core/outcome/outcome.js'
import type { TimelineEntry, TimelineEvent } from '../../core/watch/timeline-event.js'
import type { WatchInterruption, WatchResult } from '../../core/watch/watch-result.js'
import type { Mark, Row } from './gantt.js'

export function deploymentRow({ timeline, registered, tracked, endedAt }: Rollout): Row {
  const back = firstOf(timeline, 'rolling-back')
  const ours = `rolling out ${revisionName(registered.arn)}`
  const until = back?.at ?? endOf(timeline, endedAt)
  const out: Mark = { label: ours, short: 'rollout', style: 'active', from: tracked.startedAt, to: until }
  if (!back) return { name: 'deployment', marks: [out] }
  const label = back.event.to ? `rolling back to ${back.event.to}` : 'rolling back'
  const to = endOf(timeline, endedAt)
  return { name: 'deployment', marks: [out, { label, short: 'rollback', style: 'crit', from: back.at, to }] }
}

/** What is empty is left out. */
export function decisionRows({ timeline, endedAt }: Rollout): Row[] {
  const end = firstOf(timeline, 'rolling-back')?.at ?? endOf(timeline, endedAt)
  return [
    { name: 'placement', marks: placement(timeline, end) },
    { name: 'stage', marks: stages(timeline, end) },
    { name: 'hook', marks: hooks(timeline, end) },
    { name: 'breaker', marks: timeline.flatMap(count) },
    { name: 'alarm', marks: timeline.flatMap(alarm) },
    { name: 'stop', marks: timeline.flatMap(stop) },
  ].filter(({ marks }) => marks.length > 0)
}

export function endRow({ timeline, endedAt, serving }: Rollout, result: WatchResult): Row {
  return { name: 'end', marks: [{ ...endMark(result, serving), from: endOf(timeline, endedAt) }] }
}

function endMark(result: WatchResult, serving: string | undefined): Pick<Mark, 'label' | 'style'> {
  switch (result.kind) {
    case 'succeeded':
      return { label: 'completed', style: 'plain' }
    case 'idle':
      return { label: 'completed without a task', style: 'plain' }
    case 'rolled-back':
      return { label: backLabel(revisionName(result.serving), serving !== undefined), style: 'plain' }
    case 'superseded':
      return { label: `${revisionName(result.by.taskDefinition)} took over`, style: 'crit' }
    case 'failed':
      return { label: 'failed', style: 'crit' }
    case 'unknown':
      return { label: 'lost from sight', style: 'crit' }
    case 'timed-out':
      return { label: `the time is up${rollbackNote(result)}`, style: 'crit' }
    case 'cancelled':
      return { label: `cancelled${rollbackNote(result)}`, style: 'crit' }
  }
}

function backLabel(revision: string, serves: boolean): string {
  return serves ? `${revision} serves` : `back to ${revision}`
}

function rollbackNote({ rollback: aftermath }: WatchInterruption): string {
  return aftermath.kind === 'rollback-requested' ? ', rollback requested' : ''
}

/** From the first task without room to the first that was started after the last such. */
function placement(timeline: readonly TimelineEntry[], end: number): Mark[] {
  const first = firstOf(timeline, 'unplaced')
  if (!first) return []
  const last = timeline.findLastIndex(
    ({ event }) => event?.kind === 'unplaced' || (event?.kind === 'again' && isPlacementFailure(event.of)),
  )
  const to = firstOf(timeline.slice(last + 1), 'started')?.at ?? end
  return [{ label: 'could not place a task', short: 'no room', style: 'crit', from: first.at, to }]
}

/** One after the other; the shares of traffic within a stage are in the timeline. */
function stages(timeline: readonly TimelineEntry[], end: number): Mark[] {
  const told = timeline.flatMap(({ at, event }) =>
    event?.kind === 'stage' ? { at, stage: event.stage } : [],
  )
  const entered = told.filter(({ stage }, nth) => stage !== told[nth - 1]?.stage)
  return entered.map(({ at, stage }, nth) => ({
    label: stage,
    style: 'plain',
    from: at,
    to: Math.max(at, entered[nth + 1]?.at ?? end),
  }))
}

/** A hook that waits does so until there is news of one. */
function hooks(timeline: readonly TimelineEntry[], end: number): Mark[] {
  const told = timeline.flatMap(({ at, event }) =>
    event?.kind === 'hook' ? { at, status: event.status } : [],
  )
  return told.map(({ at, status }, nth) => {
    if (status !== 'waiting')
      return { label: status, style: status === 'continued' ? 'plain' : 'crit', from: at }
    const to = told[nth + 1]?.at ?? end
    return { label: 'waits for somebody', short: 'waits', style: 'active', from: at, to }
  })
}

/** The count of the circuit breaker. */
function count({ at, event }: TimelineEntry): Mark[] {
  if (event?.kind === 'breaker') {
    const of = event.threshold === undefined ? '' : ` of ${event.threshold}`
    return [{ label: `${event.failures}${of}`, short: `${event.failures}`, style: 'plain', from: at }]
  }
  if (event?.kind !== 'tripped') return []
  return [{ label: `${event.failures} of ${event.threshold}, tripped`, style: 'crit', from: at }]
}

function alarm({ at, event }: TimelineEntry): Mark[] {
  if (event?.kind !== 'alarm') return []
  return [{ label: `${event.names.join(', ')} went off`, style: 'crit', from: at }]
}

function stop({ at, event }: TimelineEntry): Mark[] {
  if (event?.kind === 'stopped-early') return [{ label: 'stopped early', style: 'crit', from: at }]
  return event?.kind === 'stopping' ? [{ label: 'stop requested', style: 'crit', from: at }] : []
}

type Found<K extends TimelineEvent['kind']> = TimelineEntry & {
  readonly event: Extract<TimelineEvent, { kind: K }>
}

function firstOf<K extends TimelineEvent['kind']>(
  timeline: readonly TimelineEntry[],
  kind: K,
): Found<K> | undefined {
  return timeline.find((happening): happening is Found<K> => happening.event?.kind === kind)
}

/** When it was decided; where it was not, when the watch ended. */
function endOf(timeline: readonly TimelineEntry[], endedAt: number): number {
  return firstOf(timeline, 'ended')?.at ?? endedAt
}
