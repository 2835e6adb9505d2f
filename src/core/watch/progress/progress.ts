/** What changed between two polls, as lines. After a minute of silence, a line says that nothing has changed. */

import type { Service } from '../../ecs/service.js'
import type { Task } from '../../ecs/task.js'
import { isFailed } from '../../ecs/task.js'
import { formatElapsed } from '../../text/duration.js'
import type { Verdict } from '../evaluation/evaluation.js'
import { maxSilence } from '../pace.js'
import type { Line, TimelineEntry } from '../timeline-event.js'
import type { Snapshot, Tracked } from '../tracked-deployment.js'
import { eventLines } from './event-lines.js'
import { type FailureLine, failureLines } from './failure-lines.js'
import { kindsOf, type ProgressState } from './progress-state.js'
import { repeatedLines } from './repeated-events.js'
import { type StatusLine, statusLines } from './status-lines.js'

export interface ProgressUpdate {
  readonly timeline: readonly TimelineEntry[]
  readonly state: ProgressState
}

export interface PollReport {
  readonly tracked: Tracked
  readonly snapshot: Snapshot
  readonly verdict: Verdict
  readonly stopped: readonly Task[]
  /** redacts; must come before shortening */
  readonly hide: (text: string) => string
}

export function progressUpdate(state: ProgressState, report: PollReport): ProgressUpdate {
  const { at, service } = report.snapshot
  if (service === 'missing') return { timeline: [], state }
  const { lines: newLines, ...reported } = changesOf(state, report, service)
  const lines = newLines.length > 0 ? newLines : silenceLines(state, report)
  return {
    timeline: lines.map(({ text, event }) => ({ at, text, event })),
    state: {
      ...reported,
      eventKinds: new Set([...state.eventKinds, ...kindsOf(lines)]),
      changedAt: newLines.length > 0 ? at : state.changedAt,
      lastAt: lines.length > 0 ? at : state.lastAt,
    },
  }
}

type Changes = Pick<ProgressState, 'events' | 'repeats' | 'failed' | 'failures' | 'statusTexts'> & {
  readonly lines: readonly Line[]
}

function changesOf(state: ProgressState, report: PollReport, service: Service): Changes {
  const { hide, snapshot, stopped, tracked, verdict } = report
  const { at, serviceDeployment } = snapshot
  const failed = stopped.filter(isFailed)
  const failing = failed.filter(({ arn }) => !state.failed.has(arn))
  const status = statusLines({ tracked, service, serviceDeployment, verdict })
  const changed = status.filter(line => isChanged(line, state))
  const failures = failureLines(failing, state.failures, {
    events: service.events,
    noticedAt: at,
    startedAt: tracked.startedAt,
  })
  const newEvents = service.events.filter(({ id }) => !state.events.has(id)).reverse()
  const events = eventLines(newEvents, state.repeats, {
    at,
    service,
    tracked,
    stopped,
    failed,
    failing,
    hide,
    known: new Set([...state.eventKinds, ...kindsOf(changed)]),
    result: verdict.kind === 'decided' ? verdict.result.kind : undefined,
  })
  const counts = changed.filter(({ topic }) => topic === 'counts')
  const decisions = changed.filter(({ topic }) => topic !== 'counts')
  return {
    lines: [
      ...events.lines,
      ...withBreakerCount(failures.lines, decisions),
      ...join([...events.taskCounts, ...counts]),
    ],
    events: new Set([...state.events, ...newEvents.map(({ id }) => id)]),
    repeats: events.repeats,
    failed: new Set([...state.failed, ...failed.map(({ arn }) => arn)]),
    failures: failures.reported,
    statusTexts: nextStatusTexts(state, status, snapshot),
  }
}

/** The last counts of repeated texts, when no poll follows. */
export function flushProgress(state: ProgressState, at: number): ProgressUpdate {
  const { lines, repeats } = repeatedLines(state.repeats, { at, after: 0 })
  return {
    timeline: lines.map(line => ({ at, ...line })),
    state: { ...state, repeats, lastAt: lines.length > 0 ? at : state.lastAt },
  }
}

function isChanged({ topic, text }: StatusLine, { eventKinds, statusTexts }: ProgressState): boolean {
  if (text === '' || statusTexts.get(topic) === text) return false
  // After the trip the service may go on counting.
  return topic !== 'breaker' || !eventKinds.has('tripped')
}

function silenceLines(
  { changedAt, lastAt }: ProgressState,
  { snapshot: { at }, verdict }: PollReport,
): readonly Line[] {
  if (verdict.kind !== 'watching' || at - lastAt < maxSilence) return []
  return [{ text: `no change for ${formatElapsed(at - changedAt)}`, event: { kind: 'no-change' } }]
}

/** Without the service deployment, earlier texts hold. */
function nextStatusTexts(
  { statusTexts }: ProgressState,
  status: readonly StatusLine[],
  { serviceDeployment }: Snapshot,
): ReadonlyMap<string, string> {
  const kept = status.filter(({ text }) => text !== '' || serviceDeployment !== undefined)
  return new Map([...statusTexts, ...kept.map(({ topic, text }) => [topic, text] as const)])
}

/** The line of the last failure includes the breaker's count. */
function withBreakerCount(failures: readonly FailureLine[], decisions: readonly StatusLine[]): Line[] {
  const last = failures.at(-1)
  const count = decisions.find(({ topic }) => topic === 'breaker')
  const event = count?.event
  const hasThreshold =
    event?.kind === 'tripped' || (event?.kind === 'breaker' && event.threshold !== undefined)
  if (!last || !event || !hasThreshold) return [...failures.map(withDetails), ...decisions]
  const details = [...last.details, `breaker ${event.failures} of ${event.threshold}`]
  const { text } = withDetails({ ...last, details })
  const trip = event.kind === 'tripped' ? ': circuit breaker tripped' : ''
  return [
    ...failures.slice(0, -1).map(withDetails),
    { text: `${text}${trip}`, event },
    ...decisions.filter(line => line !== count),
  ]
}

function withDetails({ text, details }: FailureLine): Line {
  return { text: details.length > 0 ? `${text} (${details.join('; ')})` : text }
}

function join(lines: readonly Line[]): Line[] {
  const [first] = lines
  if (!first) return []
  return [{ text: lines.map(({ text }) => text).join('; '), event: first.event }]
}
