/** What was said while a deployment was watched, as a table: what only broke the silence is left out. */
import { elapsed } from '../../core/text/duration.js'
import type { Happening } from '../../core/watch/timeline-event.js'
import { cut, plain, table } from '../markdown/markdown.js'
import { leftOut, most } from './plan-details.js'

export function timeline(happenings: readonly Happening[], startedAt: number): string {
  const rows = fold(happenings)
  const cells = rows
    .slice(-most)
    .map(({ at, lastAt, text, times }) => [
      elapsed(at - startedAt) + (times > 1 ? ` to ${elapsed(lastAt - startedAt)}` : ''),
      plain(cut(text)) + (times > 1 ? ` (${times} times)` : ''),
    ])
  return table(['at', 'what happened'], cells) + leftOut(rows.length)
}

interface Entry {
  readonly at: number
  readonly lastAt: number
  readonly text: string
  readonly times: number
}

/** What happened again stands once, where it was told first. */
function fold(happenings: readonly Happening[]): Entry[] {
  const entries: Entry[] = []
  for (const { at, text, news } of happenings) {
    if (news?.kind === 'no-change') continue
    const again = news?.kind === 'again' ? news : undefined
    const nth = again ? entries.findLastIndex(entry => entry.text === again.of) : -1
    const first = entries[nth]
    if (first && again) entries[nth] = { ...first, lastAt: at, times: again.times }
    else entries.push({ at, lastAt: at, text, times: 1 })
  }
  return entries
}
