/** What the log of a deployment says already, so that nothing is said twice. */
import type { Line, TimelineEntry, TimelineEvent } from '../timeline-event.js'
import type { Tracked } from '../tracked-deployment.js'
import { noFailures, type ReportedFailures } from './failure-lines.js'
import type { Repeats } from './repeated-events.js'

export interface ProgressState {
  /** ids of service events */
  readonly events: ReadonlySet<string>
  readonly repeats: Repeats
  /** ARNs of failed tasks */
  readonly failed: ReadonlySet<string>
  readonly failures: ReportedFailures
  /** the last text of each topic */
  readonly statusTexts: ReadonlyMap<string, string>
  readonly eventKinds: ReadonlySet<TimelineEvent['kind']>
  /** when something was last reported that had changed, and when the last line was */
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

/** Takes note of a line that does not come from a poll. */
export function recordEvent(state: ProgressState, entry: TimelineEntry): ProgressState {
  return { ...state, eventKinds: new Set([...state.eventKinds, ...kindsOf([entry])]), lastAt: entry.at }
}

export function kindsOf(lines: readonly Line[]): TimelineEvent['kind'][] {
  return lines.flatMap(({ event }) => event?.kind ?? [])
}
