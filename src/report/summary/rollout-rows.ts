/** Chart rows of what ECS, its users and this action decided. */
import { revisionName } from '../../core/ecs/arn.js'
import { isPlacementFailure } from '../../core/ecs/event-text.js'
import { readableStage } from '../../core/ecs/lifecycle-stages.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { type Serving, serves } from '../../core/outcome/serving.js'
import type { TimelineEntry, TimelineEvent } from '../../core/watch/timeline-event.js'
import type { UndecidedEnd, WatchResult } from '../../core/watch/watch-result.js'
import type { Mark, Row } from './gantt.js'

/** A row each, whose names have room on a narrow screen. */
export function rolloutRows({ timeline, tracked, endedAt }: Rollout): Row[] {
  const rollback = firstOf(timeline, 'rolling-back')
  const end = endOf(timeline, endedAt)
  return [
    row('rollout', { label: '', style: 'active', from: tracked.startedAt, to: rollback?.at ?? end }),
    ...(rollback ? [row('rollback', { label: '', style: 'done', from: rollback.at, to: end })] : []),
  ]
}

function row(name: string, mark: Mark): Row {
  return { name, marks: [mark] }
}

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
  const mark = { ...endMark(result, serving), from: endOf(timeline, endedAt), to: undefined }
  return { name: 'end', marks: [mark] }
}

function endMark(result: WatchResult, serving: Serving): Pick<Mark, 'label' | 'style'> {
  switch (result.kind) {
    case 'succeeded':
      return { label: 'completed', style: 'plain' }
    case 'idle':
      return { label: 'completed without a task', style: 'plain' }
    case 'rolled-back':
      return {
        label: backLabel(revisionName(result.serving), serves(serving, result.serving)),
        style: 'plain',
      }
    case 'superseded':
      return { label: `${revisionName(result.by.taskDefinition)} took over`, style: 'crit' }
    case 'failed':
      return { label: 'failed', style: 'crit' }
    case 'unknown':
      return { label: 'unknown', style: 'crit' }
    case 'paused':
      return { label: 'paused', style: 'plain' }
    case 'started':
      return { label: `watched until ${readableStage(result.stage)}`, style: 'plain' }
    case 'timed-out':
      return { label: `timed out${rollbackNote(result)}`, style: 'crit' }
    case 'cancelled':
      return { label: `cancelled${rollbackNote(result)}`, style: 'crit' }
  }
}

function backLabel(revision: string, isServing: boolean): string {
  return isServing ? `${revision} serves` : `back to ${revision}`
}

function rollbackNote({ rollback }: UndecidedEnd): string {
  return rollback.kind === 'rollback-requested' ? ', rollback requested' : ''
}

/** Until the first task that started after the last failed placement. */
function placement(timeline: readonly TimelineEntry[], end: number): Mark[] {
  const first = firstOf(timeline, 'placement-failed')
  if (!first) return []
  const last = timeline.findLastIndex(
    ({ event }) =>
      event?.kind === 'placement-failed' || (event?.kind === 'repeated' && isPlacementFailure(event.of)),
  )
  const to = firstOf(timeline.slice(last + 1), 'started')?.at ?? end
  return [{ label: 'failing', style: 'crit', from: first.at, to }]
}

/** The shares of traffic within a stage are in the timeline. */
function stages(timeline: readonly TimelineEntry[], end: number): Mark[] {
  const entries = timeline.flatMap(({ at, event }) =>
    event?.kind === 'stage' ? { at, stage: event.stage } : [],
  )
  const entered = entries.filter(({ stage }, index) => stage !== entries[index - 1]?.stage)
  return entered.map(({ at, stage }, index) => ({
    label: stage,
    style: 'plain',
    from: at,
    to: Math.max(at, entered[index + 1]?.at ?? end),
  }))
}

/** A hook waits until the next event of a hook. */
function hooks(timeline: readonly TimelineEntry[], end: number): Mark[] {
  const entries = timeline.flatMap(({ at, event }) =>
    event?.kind === 'hook' ? { at, status: event.status } : [],
  )
  return entries.map(({ at, status }, index) => {
    if (status === 'waiting') {
      return { label: status, style: 'active', from: at, to: entries[index + 1]?.at ?? end }
    }
    return { label: status, style: status === 'continued' ? 'plain' : 'crit', from: at, to: undefined }
  })
}

function count({ at, event }: TimelineEntry): Mark[] {
  if (event?.kind === 'breaker') {
    const of = event.threshold === undefined ? '' : ` of ${event.threshold}`
    return [{ label: `${event.failures}${of}`, style: 'plain', from: at, to: undefined }]
  }
  if (event?.kind !== 'tripped') return []
  return [{ label: 'tripped', style: 'crit', from: at, to: undefined }]
}

function alarm({ at, event }: TimelineEntry): Mark[] {
  if (event?.kind !== 'alarm') return []
  return [{ label: event.names.join(', '), style: 'crit', from: at, to: undefined }]
}

function stop({ at, event }: TimelineEntry): Mark[] {
  if (event?.kind === 'stopped-early') {
    return [{ label: 'stopped early', style: 'crit', from: at, to: undefined }]
  }
  if (event?.kind !== 'stopping') return []
  return [{ label: 'stop requested', style: 'crit', from: at, to: undefined }]
}

type Found<K extends TimelineEvent['kind']> = TimelineEntry & {
  readonly event: Extract<TimelineEvent, { kind: K }>
}

function firstOf<K extends TimelineEvent['kind']>(
  timeline: readonly TimelineEntry[],
  kind: K,
): Found<K> | undefined {
  return timeline.find((entry): entry is Found<K> => entry.event?.kind === kind)
}

function endOf(timeline: readonly TimelineEntry[], endedAt: number): number {
  return firstOf(timeline, 'ended')?.at ?? endedAt
}
