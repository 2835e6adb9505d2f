/** Log lines, kept as the timeline of the report. Redacts texts. */
import type { Annotation } from '../../errors/annotation.js'
import { redact } from '../../redaction/redact.js'
import { formatElapsed } from '../../text/duration.js'
import { maxSilenceWithoutAnswer } from '../pace.js'
import { flushProgress, type PollReport, progressUpdate } from '../progress/progress.js'
import { initialProgress, type ProgressState, recordEvent } from '../progress/progress-state.js'
import { mapEventTexts, type TimelineEntry } from '../timeline-event.js'
import type { WatchContext } from '../watch-context.js'
import type { LogEffect } from '../watch-event.js'

export interface ProgressLog {
  readonly context: Pick<WatchContext, 'tracked' | 'secrets'>
  readonly progress: ProgressState
  readonly timeline: readonly TimelineEntry[]
}

export interface Logged {
  readonly log: ProgressLog
  readonly lines: readonly LogEffect[]
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
  const text = `no usable response from AWS (${code}) for ${formatElapsed(at - answeredAt)}; still watching`
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
  const added = entries.map(({ at, text, event, request }) => ({
    at,
    text: hide(text),
    event: event && mapEventTexts(event, hide),
    request: request && { ...request, command: hide(request.command) },
  }))
  const lines = added.map((entry): LogEffect => {
    const line = `${formatElapsed(entry.at - tracked.startedAt).padStart(7)}  ${entry.text}`
    return { kind: 'log', line, annotation: annotationOf(entry) }
  })
  return { log: { ...log, timeline: [...log.timeline, ...added] }, lines }
}

function annotationOf({ request, text }: TimelineEntry): Annotation | undefined {
  if (!request) return undefined
  const { ask, command, title } = request
  return { level: 'warning', title, message: `${text}. ${ask}:\n${command}` }
}
