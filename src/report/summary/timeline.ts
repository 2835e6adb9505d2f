/** Without lines that only the log needs. */
import { formatElapsed } from '../../core/text/duration.js'
import type { TimelineEntry } from '../../core/watch/timeline-event.js'
import { cut, plain, table } from '../markdown/markdown.js'
import { most, omitted } from './plan-details.js'

export function timelineTable(timeline: readonly TimelineEntry[], startedAt: number): string {
  const rows = fold(timeline)
  const cells = rows
    .slice(-most)
    .map(({ at, lastAt, text, times }) => [
      formatElapsed(at - startedAt) + (times > 1 ? ` to ${formatElapsed(lastAt - startedAt)}` : ''),
      plain(cut(text)) + (times > 1 ? ` (${times} times)` : ''),
    ])
  return table(['at', 'what happened'], cells) + omitted(rows.length)
}

interface Entry {
  readonly at: number
  readonly lastAt: number
  readonly text: string
  readonly times: number
}

/** Repeated entries become one, at the time of the first. */
function fold(timeline: readonly TimelineEntry[]): Entry[] {
  const entries: Entry[] = []
  for (const { at, text, event } of timeline) {
    if (event?.kind === 'log-only') continue
    const again = event?.kind === 'repeated' ? event : undefined
    const nth = again ? entries.findLastIndex(entry => entry.text === again.of) : -1
    const first = entries[nth]
    if (first && again) entries[nth] = { ...first, lastAt: at, times: again.times }
    else entries.push({ at, lastAt: at, text, times: 1 })
  }
  return entries
}
