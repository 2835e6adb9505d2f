/** Finds values in a text in one pass, however many there are. */
import { encodedForms } from './encoded-forms.js'
import { possibleEnds, type Span } from './span.js'

/** Shorter values occur in ordinary words. */
export const leastLength = 8

interface HiddenIndex {
  /** by their first letters, the longest first */
  readonly forms: ReadonlyMap<string, readonly string[]>
  /** rules most places of a text out */
  readonly mayBegin: Uint8Array
}

const indexes = new WeakMap<readonly string[], HiddenIndex>()

function indexOf(hidden: readonly string[]): HiddenIndex {
  const known = indexes.get(hidden)
  if (known) return known
  const forms = new Set(hidden.flatMap(value => [value, ...encodedForms(value)]))
  const byBeginning = new Map<string, string[]>()
  const mayBegin = new Uint8Array(65_536)
  for (const form of [...forms].sort((a, b) => b.length - a.length)) {
    if (form.length < leastLength) continue
    const beginning = form.slice(0, leastLength)
    const others = byBeginning.get(beginning)
    if (others) others.push(form)
    else byBeginning.set(beginning, [form])
    mayBegin[hashAt(form, 0)] = 1
  }
  const index = { forms: byBeginning, mayBegin }
  indexes.set(hidden, index)
  return index
}

function hashAt(text: string, at: number): number {
  const hash = text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)
  return hash & 0xffff
}

/** Apart from each other, in order. With the end of the text if it is the beginning of a value: AWS cuts long texts. */
export function hiddenSpans(text: string, hidden: readonly string[]): Span[] {
  if (hidden.length === 0) return []
  const { forms: byBeginning, mayBegin } = indexOf(hidden)
  const ends = possibleEnds(text)
  const spans: { start: number; end: number }[] = []
  for (let start = 0; start + leastLength <= text.length; start++) {
    if (!mayBegin[hashAt(text, start)]) continue
    const forms = byBeginning.get(text.slice(start, start + leastLength))
    const end = forms && endOfValue(text, start, { forms, ends })
    if (end === undefined) continue
    const last = spans.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans
}

/** At the end of the text. */
export function lastHiddenSpan(text: string, hidden: readonly string[]): Span | undefined {
  const last = hiddenSpans(text, hidden).at(-1)
  return last && possibleEnds(text).includes(last.end) ? last : undefined
}

interface Candidates {
  readonly forms: readonly string[]
  readonly ends: readonly number[]
}

function endOfValue(text: string, start: number, { forms, ends }: Candidates): number | undefined {
  const whole = forms.find(form => text.startsWith(form, start))
  const cut = ends.find(
    end =>
      end - start >= leastLength &&
      forms.some(form => end - start < form.length && form.startsWith(text.slice(start, end))),
  )
  if (whole === undefined) return cut
  return Math.max(start + whole.length, cut ?? 0)
}
