/** The progress of a deployment as lines of the log, kept as the timeline of the report. Secrets are taken out here. */
import { redact } from '../../redaction/redact.js'
import { formatElapsed } from '../../text/duration.js'
import { maxSilenceWithoutAnswer } from '../pace.js'
import { flushProgress, initialProgress, noteEntry, type ProgressState, progressUpdate } from '../progress.js'
import { mapEventTexts, type TimelineEntry } from '../timeline-event.js'
import type { WatchState, WatchSubject } from '../watch-state.js'
import { stoppedTasks } from './task-records.js'

export interface ProgressLog {
  readonly startedAt: number
  readonly secrets: readonly string[]
  readonly progress: ProgressState
  readonly timeline: readonly TimelineEntry[]
}

export interface Logged {
  readonly log: ProgressLog
  readonly lines: readonly string[]
}

export function initialLog({ tracked, eventsBefore, secrets }: WatchSubject): ProgressLog {
  const progress = initialProgress(tracked, eventsBefore)
  return { startedAt: tracked.startedAt, secrets, progress, timeline: [] }
}

/** What the last poll adds. */
export function reportPoll({ subject, log, last, verdict, tasks }: WatchState): Logged {
  const hide = (text: string) => redact(text, subject.secrets)
  const update = progressUpdate(subject.tracked, log.progress, last, verdict, stoppedTasks(tasks), hide)
  return append({ ...log, progress: update.state }, update.timeline)
}

/** What we do ourselves. */
export function recordEntry(log: ProgressLog, entry: TimelineEntry): Logged {
  return append({ ...log, progress: noteEntry(log.progress, entry) }, [entry])
}

/** That AWS does not answer, unless something was said a moment ago. */
export function reportSilence(
  log: ProgressLog,
  { code, answeredAt, at }: { readonly code: string; readonly answeredAt: number; readonly at: number },
): Logged {
  if (at - log.progress.lastAt < maxSilenceWithoutAnswer) return { log, lines: [] }
  const text = `no answer from AWS (${code}) for ${formatElapsed(at - answeredAt)}; the watch goes on`
  return append({ ...log, progress: { ...log.progress, lastAt: at } }, [{ at, text }])
}

/** What is left to say when no poll comes any more. */
export function flushLog(log: ProgressLog, at: number): Logged {
  const update = flushProgress(log.progress, at)
  return append({ ...log, progress: update.state }, update.timeline)
}

function append(log: ProgressLog, entries: readonly TimelineEntry[]): Logged {
  const hide = (text: string) => redact(text, log.secrets)
  const added = entries.map(({ at, text, event }) => ({
    at,
    text: hide(text),
    event: event && mapEventTexts(event, hide),
  }))
  const lines = added.map(({ at, text }) => `${formatElapsed(at - log.startedAt).padStart(7)}  ${text}`)
  return { log: { ...log, timeline: [...log.timeline, ...added] }, lines }
}
