/** What GitHub shows beside the run: one error for a red outcome, one more on each line of a file that is wrong. */
import type { Annotation } from '../core/annotation.js'
import { given } from '../core/given.js'
import type { Outcome } from '../core/outcome/outcome.js'
import { checksOf, isDoubtful, isGreen, nameOf } from '../core/outcome/outcome.js'
import { word } from './wording.js'

export function annotations(outcome: Outcome): Annotation[] {
  return [...verdict(outcome), ...places(outcome), ...checks(outcome), ...warnings(outcome)]
}

function verdict(outcome: Outcome): Annotation[] {
  const { what, why, next } = word(outcome)
  const name = nameOf(outcome)
  const quiet = isDoubtful(outcome)
  if (isGreen(outcome) && !quiet) return []
  const problems = outcome.kind === 'refused' ? outcome.problems.filter(({ at }) => !at) : []
  const checks = outcome.kind === 'refused' ? outcome.checks.filter(({ result }) => result === 'refused') : []
  const message = [
    what,
    ...problems.map(({ subject, text }) => `${subject}: ${text}`),
    ...checks.map(({ id, text }) => `${id}: ${text}`),
    ...(why ? [`Why: ${why}`] : []),
    ...(next ? [`Next: ${next}`] : []),
  ].join('\n')
  return [{ level: quiet ? 'warning' : 'error', title: `ECS deployment ${name}`, message }]
}

function places(outcome: Outcome): Annotation[] {
  if (outcome.kind !== 'refused') return []
  return outcome.problems.flatMap(({ subject, text, at }) =>
    at ? [{ level: 'error' as const, title: subject, message: text, at }] : [],
  )
}

/** Checks that warn, on the line of the file that they are about where it is known. */
function checks(outcome: Outcome): Annotation[] {
  return checksOf(outcome).flatMap(({ id, result, text, next, at }) => {
    const level =
      result === 'warning'
        ? ('warning' as const)
        : result === 'refused' && at
          ? ('error' as const)
          : undefined
    if (!level) return []
    return [{ level, title: id, message: next ? `${text}\nNext: ${next}` : text, ...given('at', at) }]
  })
}

function warnings(outcome: Outcome): Annotation[] {
  return outcome.notices
    .filter(({ level }) => level === 'warning')
    .map(({ text }) => ({ level: 'warning', title: 'ECS deployment', message: text }))
}
