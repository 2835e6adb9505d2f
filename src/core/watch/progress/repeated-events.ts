/** ECS repeats texts: each is written once, then counted. */
import { isPlacementFailure } from '../../ecs/event-text.js'
import { shortenImages } from '../../task-definition/image.js'
import { fingerprint } from '../../text/fingerprint.js'
import { shorten } from '../../text/truncate.js'
import type { Line } from '../timeline-event.js'

export type Repeats = ReadonlyMap<string, Repeat>

interface Repeat {
  readonly text: string
  readonly times: number
  /** times that a line has reported */
  readonly reported: number
  readonly reportedAt: number
}

export interface RepeatLines {
  readonly lines: readonly Line[]
  readonly repeats: Repeats
}

export function newTexts(
  texts: readonly { readonly message: string; readonly text: string }[],
  before: Repeats,
  { at }: { readonly at: number },
): RepeatLines {
  const repeats = new Map(before)
  const lines: Line[] = []
  for (const { message, text } of texts) {
    const key = keyOf(message)
    const repeat = repeats.get(key)
    if (repeat) {
      repeats.set(key, { ...repeat, times: repeat.times + 1 })
    } else {
      repeats.set(key, { text, times: 1, reported: 1, reportedAt: at })
      lines.push({ text, event: isPlacementFailure(message) ? { kind: 'placement-failed' } : undefined })
    }
  }
  return { lines, repeats }
}

/** A placement failure may name another instance each time. */
function keyOf(message: string): string {
  return /was unable to place a task/.test(message) ? fingerprint(message) : message
}

/** `after`: milliseconds since the last line */
export function repeatedLines(
  before: Repeats,
  { at, after }: { readonly at: number; readonly after: number },
): RepeatLines {
  const repeats = new Map(before)
  const lines: Line[] = []
  for (const [key, repeat] of before) {
    const { text, times } = repeat
    if (times === repeat.reported || at - repeat.reportedAt < after) continue
    repeats.set(key, { ...repeat, reported: times, reportedAt: at })
    lines.push({
      text: `again: ${firstSentence(text)} (${times} times)`,
      event: { kind: 'repeated', of: text, times },
    })
  }
  return { lines, repeats }
}

function firstSentence(text: string): string {
  const sentence = text.split(/\. |: | because /)[0] ?? text
  return shorten(shortenImages(sentence), 80)
}
