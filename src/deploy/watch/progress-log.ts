/** Tells the story of a deployment to the log, line by line, and keeps it for the report. */

import type { Task } from '../../core/ecs/task.js'
import { redact } from '../../core/task-definition/redact.js'
import { formatElapsed } from '../../core/text/duration.js'
import type { Verdict } from '../../core/watch/evaluate.js'
import { maxSilenceWithoutAnswer } from '../../core/watch/pace.js'
import {
  flushProgress,
  initialProgress,
  type ProgressUpdate,
  progressUpdate,
  recordEntry,
} from '../../core/watch/progress.js'
import type { TimelineEntry, TimelineEvent } from '../../core/watch/timeline-event.js'
import { mapEventTexts } from '../../core/watch/timeline-event.js'
import type { Snapshot, Tracked } from '../../core/watch/tracked-deployment.js'

export interface ProgressLog {
  /** what this look adds */
  report(snapshot: Snapshot, verdict: Verdict, stopped: readonly Task[]): void
  /** what we do ourselves */
  record(text: string, at: number, event: TimelineEvent): void
  /** that AWS gives no answer, unless something was said a moment ago */
  reportSilence(code: string, lastPoll: number, at: number): void
  /** what is left to say when no look comes any more */
  end(at: number): void
  entries(): readonly TimelineEntry[]
}

/** `secrets` are taken out of every line; `eventsBefore` are ids of events that belong to an earlier story. */
export function createProgressLog(
  tracked: Tracked,
  eventsBefore: readonly string[],
  secrets: readonly string[],
  log: (line: string) => void,
): ProgressLog {
  const entries: TimelineEntry[] = []
  let state = initialProgress(tracked, eventsBefore)
  const hide = (text: string) => redact(text, secrets)

  function put({ at, text: said, event }: TimelineEntry): void {
    const text = hide(said)
    entries.push({ at, text, event: event ? mapEventTexts(event, hide) : undefined })
    log(`${formatElapsed(at - tracked.startedAt).padStart(7)}  ${text}`)
  }

  function putAll(telling: ProgressUpdate): void {
    state = telling.state
    for (const happening of telling.timeline) put(happening)
  }

  return {
    record(text, at, event) {
      put({ at, text, event })
      state = recordEntry(state, { at, text, event })
    },
    report(snapshot, verdict, stopped) {
      putAll(progressUpdate(tracked, state, snapshot, verdict, stopped, hide))
    },
    reportSilence(code, lastPoll, at) {
      if (at - state.lastAt < maxSilenceWithoutAnswer) return
      put({ at, text: `no answer from AWS (${code}) for ${formatElapsed(at - lastPoll)}; the watch goes on` })
      state = { ...state, lastAt: at }
    },
    end: at => putAll(flushProgress(state, at)),
    entries: () => entries,
  }
}
