/** What a check found out about a definition, as answers of that check. */
import type { Json, Path } from '../text/json.js'
import { isList, isObject } from '../text/json.js'
import type { Check, CheckId } from './check.js'
import { passed } from './check.js'
import type { CheckContext } from './check-context.js'

export interface CheckFinding extends Omit<Check, 'id'> {
  /** the input that it stems from, if it is not from the file */
  readonly input?: string | undefined
}

/** One answer for each finding, and that it passed where there is none. Names may have line breaks, texts have none. */
export function answers(id: CheckId, findings: readonly CheckFinding[]): Check[] {
  if (findings.length === 0) return [passed(id)]
  return findings.map(({ text, next, input, ...rest }) => ({
    id,
    text: onOneLine(input ? `${text} (input ${input})` : text),
    next: onOneLine(next),
    ...rest,
  }))
}

function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ')
}

type Sourced = Pick<CheckContext, 'definition' | 'inputAt' | 'positionOf' | 'source'>

/** The input that a part of the definition comes from, else where in the user's file it stands. */
export function locate(context: Sourced, path: Path): Pick<CheckFinding, 'position' | 'input'> {
  const input = context.inputAt(path)
  if (input !== undefined) return { input }
  for (let steps = inSource(context, path); steps.length > 0; steps = steps.slice(0, -1)) {
    const position = context.positionOf(steps)
    if (position) return { position }
  }
  return {}
}

/** The same part in the source: inputs take items out of lists, which moves those behind them. */
function inSource({ definition, source }: Sourced, path: Path): Path {
  const steps: (string | number)[] = []
  let here: Json | undefined = definition
  let there: Json | undefined = source
  for (const step of path) {
    const item = memberAt(here, step)
    const same = isList(there) && typeof step === 'number' ? indexOf(item, there, step) : step
    if (same === undefined) return steps
    steps.push(same)
    here = item
    there = memberAt(there, same)
  }
  return steps
}

function memberAt(value: Json | undefined, step: string | number): Json | undefined {
  if (isList(value)) return typeof step === 'number' ? value[step] : undefined
  return isObject(value) ? value[step] : undefined
}

/** Items are told apart by their names, where they have any. */
function indexOf(item: Json | undefined, list: readonly Json[], index: number): number | undefined {
  if (!isObject(item) || item.name === undefined) return index
  const isSame = (other: Json | undefined) => isObject(other) && other.name === item.name
  if (isSame(list[index])) return index
  const found = list.findIndex(isSame)
  return found < 0 ? undefined : found
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
