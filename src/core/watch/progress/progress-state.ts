/** What the log says already: nothing is said twice. */
import type { Line, TimelineEntry, TimelineEvent } from '../timeline-event.js'
import type { Tracked } from '../tracked-deployment.js'
import { noFailures, type ReportedFailures } from './failure-lines.js'
import type { Repeats } from './repeated-events.js'

export interface ProgressState {
  /** ids */
  readonly events: ReadonlySet<string>
  readonly repeats: Repeats
  /** ARNs */
  readonly failed: ReadonlySet<string>
  readonly failures: ReportedFailures
  /** by topic */
  readonly statusTexts: ReadonlyMap<string, string>
  readonly eventKinds: ReadonlySet<TimelineEvent['kind']>
  /** when a change was last reported */
  readonly changedAt: number
  readonly lastAt: number
}

export function initialProgress(tracked: Tracked, eventsBefore: readonly string[]): ProgressState {
  return {
    events: new Set(eventsBefore),
    repeats: new Map(),
    failed: new Set(),
    failures: noFailures,
    statusTexts: new Map(),
    eventKinds: new Set(),
    changedAt: tracked.startedAt,
    lastAt: tracked.startedAt,
  }
}

/** For a line that no poll made. */
export function recordEvent(state: ProgressState, entry: TimelineEntry): ProgressState {
  return { ...state, eventKinds: new Set([...state.eventKinds, ...kindsOf([entry])]), lastAt: entry.at }
}

export function kindsOf(lines: readonly Line[]): TimelineEvent['kind'][] {
  return lines.flatMap(({ event }) => event?.kind ?? [])
}
