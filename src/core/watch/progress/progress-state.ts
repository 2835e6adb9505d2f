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
  readonly stopped: ReadonlySet<string>
  readonly failures: ReportedFailures
  readonly rollbackFailures: ReportedFailures
  /** by topic */
  readonly statusTexts: ReadonlyMap<string, string>
  readonly eventKinds: ReadonlySet<TimelineEvent['kind']>
  readonly lastAt: number
  /** what it waits for */
  readonly waits: ReadonlySet<string>
}

export function initialProgress(tracked: Tracked, eventsBefore: readonly string[]): ProgressState {
  return {
    events: new Set(eventsBefore),
    repeats: new Map(),
    stopped: new Set(),
    failures: noFailures,
    rollbackFailures: noFailures,
    statusTexts: new Map(),
    eventKinds: new Set(),
    lastAt: tracked.watchedFrom,
    waits: new Set(),
  }
}

/** For a line that no poll made. */
export function recordEvent(state: ProgressState, entry: TimelineEntry): ProgressState {
  return { ...state, eventKinds: new Set([...state.eventKinds, ...kindsOf([entry])]), lastAt: entry.at }
}

export function kindsOf(lines: readonly Line[]): TimelineEvent['kind'][] {
  return lines.flatMap(({ event }) => event?.kind ?? [])
}
