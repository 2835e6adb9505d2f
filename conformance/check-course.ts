/** Holds a transcript to the expected course of its world. */
import { type Json, valuesAt } from './json.js'
import { answersAt, type Transcript } from './transcript.js'
import type { Expectation, World } from './world.js'

export interface CheckedFact {
  readonly fact: string
  readonly source: string
  /** `step watch, services[].status` */
  readonly place: string
  /** What was found instead; undefined if the fact holds. */
  readonly problem: string | undefined
  /** The step was not reached, or a poll missed it: the fact neither holds nor fails. */
  readonly isUnknown: boolean
}

export function checkCourse({ course }: World, transcript: Transcript): readonly CheckedFact[] {
  return course.map(expectation => {
    const { fact, source, step, path, mayBeMissed } = expectation
    const problem = problemWith(expectation, transcript)
    const isMissed = mayBeMissed === true && transcript.source.kind !== 'simulator'
    const isUnknown = problem !== undefined && (isMissed || answersAt(transcript, step).length === 0)
    return { fact, source, place: `step ${step}, ${path}`, problem, isUnknown }
  })
}

function problemWith(expectation: Expectation, transcript: Transcript): string | undefined {
  const answers = answersAt(transcript, expectation.step)
  if (answers.length === 0) return `there is no answer at step ${expectation.step}`
  const all = answers.flatMap(answer => valuesAt(answer, expectation.path))
  const last = valuesAt(answers.at(-1), expectation.path)
  if ('isAbsent' in expectation) return all.length === 0 ? undefined : `found ${list(all)}`
  if ('ends' in expectation)
    return JSON.stringify(last) === JSON.stringify(expectation.ends)
      ? undefined
      : `expected ${list(expectation.ends)} at the end, found ${list(last)}`
  if ('atLeast' in expectation)
    return last.some(value => Number(value) >= expectation.atLeast)
      ? undefined
      : `expected at least ${expectation.atLeast}, found ${list(last)}`
  if ('matches' in expectation)
    return all.some(value => expectation.matches.test(String(value)))
      ? undefined
      : `nothing matches ${expectation.matches}: ${list(distinct(all))}`
  return problemWithOrder(expectation.inOrder, last.map(String).toReversed())
}

/** Events come newest first; `texts` are oldest first. */
function problemWithOrder(patterns: readonly RegExp[], texts: readonly string[]): string | undefined {
  let from = 0
  for (const pattern of patterns) {
    const found = texts.findIndex((text, index) => index >= from && pattern.test(text))
    if (found === -1) return `nothing matches ${pattern} after the events before it: ${list(texts)}`
    from = found + 1
  }
  return undefined
}

function list(values: readonly Json[]): string {
  return values.length === 0 ? 'nothing' : values.map(value => JSON.stringify(value)).join(', ')
}

function distinct(values: readonly Json[]): readonly Json[] {
  return [...new Map(values.map(value => [JSON.stringify(value), value])).values()]
}
