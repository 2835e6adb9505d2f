/** Log lines, kept as the timeline of the report. Redacts texts. */
import { redact } from '../../redaction/redact.js'
import { formatElapsed } from '../../text/duration.js'
import { maxSilenceWithoutAnswer } from '../pace.js'
import { flushProgress, type PollReport, progressUpdate } from '../progress/progress.js'
import { initialProgress, type ProgressState, recordEvent } from '../progress/progress-state.js'
import { mapEventTexts, type TimelineEntry } from '../timeline-event.js'
import type { WatchContext } from '../watch-context.js'

export interface ProgressLog {
  readonly context: Pick<WatchContext, 'tracked' | 'secrets'>
  readonly progress: ProgressState
  readonly timeline: readonly TimelineEntry[]
}

export interface Logged {
  readonly log: ProgressLog
  readonly lines: readonly string[]
}

export function initialLog({ tracked, eventsBefore, secrets }: WatchContext): ProgressLog {
  return {
    context: { tracked, secrets },
    progress: initialProgress(tracked, eventsBefore),
    timeline: [],
  }
}

export function reportPoll(log: ProgressLog, poll: Omit<PollReport, 'tracked' | 'hide'>): Logged {
  const { tracked, secrets } = log.context
  const hide = (text: string) => redact(text, secrets)
  const { state, timeline } = progressUpdate(log.progress, { ...poll, tracked, hide })
  return append({ ...log, progress: state }, timeline)
}

export function recordEntry(log: ProgressLog, entry: TimelineEntry): Logged {
  return append({ ...log, progress: recordEvent(log.progress, entry) }, [entry])
}

export function reportSilence(
  log: ProgressLog,
  { code, answeredAt, at }: { readonly code: string; readonly answeredAt: number; readonly at: number },
): Logged {
  if (at - log.progress.lastAt < maxSilenceWithoutAnswer) return { log, lines: [] }
  const text = `no response from AWS (${code}) for ${formatElapsed(at - answeredAt)}; still watching`
  return append({ ...log, progress: { ...log.progress, lastAt: at } }, [{ at, text }])
}

/** When no poll follows. */
export function flushLog(log: ProgressLog, at: number): Logged {
  const { state, timeline } = flushProgress(log.progress, at)
  return append({ ...log, progress: state }, timeline)
}

function append(log: ProgressLog, entries: readonly TimelineEntry[]): Logged {
  const { tracked, secrets } = log.context
  const hide = (text: string) => redact(text, secrets)
  const added = entries.map(({ at, text, event }) => ({
    at,
    text: hide(text),
    event: event && mapEventTexts(event, hide),
  }))
  const lines = added.map(({ at, text }) => `${formatElapsed(at - tracked.startedAt).padStart(7)}  ${text}`)
  return { log: { ...log, timeline: [...log.timeline, ...added] }, lines }
}
