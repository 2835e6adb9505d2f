/**
 * What changed between two looks, as lines for a person who waits: failed tasks, what ECS says and decides, tasks that
 * come and go, counts. Nothing is said twice, and no minute passes in silence.
 */

import type { Task } from '../ecs/task.js'
import { isFailed } from '../ecs/task.js'
import { formatElapsed } from '../text/duration.js'
import type { Verdict } from './evaluate.js'
import { eventLines, type Repeats, repeatedLines } from './event-lines.js'
import { type FailureLine, failureLines, noFailures, type ReportedFailures } from './failure-lines.js'
import type { Line } from './line.js'
import { maxSilence } from './pace.js'
import { type StatusLine, statusLines } from './status-lines.js'
import type { TimelineEntry, TimelineEvent } from './timeline-event.js'
import type { Snapshot, Tracked } from './tracked-deployment.js'

/** What has been said already. */
export interface ProgressState {
  readonly events: ReadonlySet<string>
  readonly repeats: Repeats
  readonly failed: ReadonlySet<string>
  readonly failures: ReportedFailures
  readonly statusLines: ReadonlyMap<string, string>
  readonly eventKinds: ReadonlySet<TimelineEvent['kind']>
  /** when the last piece of news was told, and the last line at all */
  readonly changedAt: number
  readonly lastAt: number
}

export function initialProgress(tracked: Tracked, eventsBefore: readonly string[]): ProgressState {
  return {
    events: new Set(eventsBefore),
    repeats: new Map(),
    failed: new Set(),
    failures: noFailures,
    statusLines: new Map(),
    eventKinds: new Set(),
    changedAt: tracked.startedAt,
    lastAt: tracked.startedAt,
  }
}

export interface ProgressUpdate {
  readonly timeline: readonly TimelineEntry[]
  readonly state: ProgressState
}

/**
 * The lines that this look adds. `tasks` are those of our deployment that were seen to stop; `clean` takes secrets out
 * of a text before a part of it is told.
 */
export function progressUpdate(
  tracked: Tracked,
  state: ProgressState,
  snapshot: Snapshot,
  verdict: Verdict,
  tasks: readonly Task[],
  clean: (text: string) => string = text => text,
): ProgressUpdate {
  const { service, at } = snapshot
  if (service === 'missing') return { timeline: [], state }

  const failed = tasks.filter(isFailed)
  const failing = failed.filter(({ arn }) => !state.failed.has(arn))
  const failures = failureLines(failing, service.events, state.failures, {
    noticedAt: at,
    startedAt: tracked.startedAt,
  })
  const current = statusLines({ ...snapshot, tracked, service, verdict })
  const changed = current
    .filter(({ about, text }) => text !== '' && state.statusLines.get(about) !== text)
    // Where the service deployment cannot be read for a while, the classic view goes on counting.
    .filter(({ about }) => about !== 'breaker' || !state.eventKinds.has('tripped'))
  const events = service.events.filter(({ id }) => !state.events.has(id)).reverse()
  const heard = eventLines(events, state.repeats, {
    at,
    service,
    tracked,
    stopped: tasks,
    failed,
    failing,
    clean,
    known: new Set([...state.eventKinds, ...kindsOf(changed)]),
    ended: verdict.kind === 'decided' ? verdict.ending.kind : undefined,
  })
  const counts = changed.filter(({ about }) => about === 'counts')
  const decisions = changed.filter(fact => !counts.includes(fact))
  const newLines = [
    ...heard.lines,
    ...withCount(failures.lines, decisions),
    ...joined([...heard.routine, ...counts]),
  ]
  // A look without the service deployment is a gap: what it told before still stands.
  const isKept = ({ text }: StatusLine) => text !== '' || snapshot.serviceDeployment !== undefined
  const silent = newLines.length === 0 && at - state.lastAt >= maxSilence && verdict.kind === 'watching'
  const lines: readonly Line[] = silent
    ? [{ text: `no change for ${formatElapsed(at - state.changedAt)}`, event: { kind: 'no-change' } }]
    : newLines
  return {
    timeline: lines.map(({ text, event }) => ({ at, text, event })),
    state: {
      events: new Set([...state.events, ...events.map(event => event.id)]),
      repeats: heard.repeats,
      failed: new Set([...state.failed, ...failed.map(task => task.arn)]),
      failures: failures.reported,
      statusLines: new Map([
        ...state.statusLines,
        ...current.filter(isKept).map(({ about, text }) => [about, text] as const),
      ]),
      eventKinds: new Set([...state.eventKinds, ...kindsOf(lines)]),
      changedAt: newLines.length > 0 ? at : state.changedAt,
      lastAt: lines.length > 0 ? at : state.lastAt,
    },
  }
}

/** What is left to tell when no look comes any more: the last counts of what was said again and again. */
export function flushProgress(state: ProgressState, at: number): ProgressUpdate {
  const { lines, repeats } = repeatedLines(state.repeats, at, 0)
  return {
    timeline: lines.map(line => ({ at, ...line })),
    state: { ...state, repeats, lastAt: lines.length > 0 ? at : state.lastAt },
  }
}

/** Something that was said beside the looks. */
export function noteEntry(state: ProgressState, { at, event }: TimelineEntry): ProgressState {
  return {
    ...state,
    eventKinds: new Set([...state.eventKinds, ...kindsOf([event ? { event } : {}])]),
    lastAt: at,
  }
}

function kindsOf(lines: readonly Pick<Line, 'event'>[]): TimelineEvent['kind'][] {
  return lines.flatMap(({ event }) => event?.kind ?? [])
}

/** The failures, and then the facts; a count that they moved stands behind the last of them. */
function withCount(failures: readonly FailureLine[], decisions: readonly StatusLine[]): Line[] {
  const last = failures.at(-1)
  const count = decisions.find(({ about }) => about === 'breaker')
  const { event } = count ?? {}
  const isCount = event?.kind === 'tripped' || (event?.kind === 'breaker' && event.threshold !== undefined)
  if (!last || !event || !isCount) return [...failures.map(bracketed), ...decisions]
  const trip = event.kind === 'tripped' ? ': circuit breaker tripped' : ''
  const asides = [...last.asides, `breaker ${event.failures} of ${event.threshold}`]
  const { text } = bracketed({ ...last, asides })
  const others = failures.slice(0, -1).map(bracketed)
  return [...others, { text: `${text}${trip}`, event }, ...decisions.filter(fact => fact !== count)]
}

function bracketed({ text, asides }: FailureLine): Line {
  return { text: asides.length > 0 ? `${text} (${asides.join('; ')})` : text }
}

/** Tasks that came or went and the counts that show it are one line. */
function joined(lines: readonly Line[]): Line[] {
  const [first] = lines
  if (!first) return []
  const text = lines.map(({ text }) => text).join('; ')
  return [first.event ? { text, event: first.event } : { text }]
}
