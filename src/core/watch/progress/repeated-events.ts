/** Texts that ECS repeats: each is written once in full, then counted from time to time. */
import { isPlacementFailure } from '../../ecs/event-text.js'
import { fingerprint } from '../../text/fingerprint.js'
import { truncate } from '../../text/truncate.js'
import type { Line } from '../timeline-event.js'

/** By the key of a text. */
export type Repeats = ReadonlyMap<string, Repeat>

interface Repeat {
  readonly text: string
  readonly times: number
  /** how many of them a line has reported, and when */
  readonly reported: number
  readonly reportedAt: number
}

export interface RepeatLines {
  readonly lines: readonly Line[]
  readonly repeats: Repeats
}

/** A line for each text that is new; the others are counted. */
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

/** A refused placement may name another container instance each time; other texts only repeat word for word. */
function keyOf(message: string): string {
  return /was unable to place a task/.test(message) ? fingerprint(message) : message
}

/** A line for each text that was repeated since its last line, if that is `after` milliseconds ago. */
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
  return truncate(sentence, 80)
}
