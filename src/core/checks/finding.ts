/** What a check found out about a definition, as answers of that check. */
import type { Path } from '../json.js'
import type { Position } from '../problem.js'
import type { Check, CheckId } from './check.js'
import { passed } from './check.js'
import type { Subject } from './subject.js'

export type Finding = Omit<Check, 'id'>

/** One answer for each finding, and that it passed where there is none. Names may have line breaks, texts have none. */
export function answers(id: CheckId, findings: readonly Finding[]): Check[] {
  if (findings.length === 0) return [passed(id)]
  return findings.map(({ text, next, ...rest }) => ({
    id,
    text: onOneLine(text),
    next: onOneLine(next),
    ...rest,
  }))
}

function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ')
}

/** Where it stands in the user's file; what an input added stands where it would have been added. */
export function placeOf({ at }: Pick<Subject, 'at'>, path: Path): { readonly at?: Position } {
  for (let steps = path; steps.length > 0; steps = steps.slice(0, -1)) {
    const position = at(steps)
    if (position) return { at: position }
  }
  return {}
}

/** `a`, `a and b`, `a, b and c`; of many, the first five and how many more there are. */
export function enumerate(words: readonly string[]): string {
  const shown = words.length > 6 ? [...words.slice(0, 5), `${words.length - 5} more`] : words
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

/** What stands more than once, each once. */
export function repeated(words: readonly string[]): string[] {
  return [...new Set(words.filter((word, i) => words.indexOf(word) !== i))]
}
