/** Inputs that action.yml does not know: a runner only warns of them (docs/adr/0029). */
import { closest, type Problem } from '../core/errors/problem.js'
import type { PassedInput, PassedInputs } from '../core/options/passed-inputs.js'
import { showName } from '../core/text/name.js'
import { inputNames } from './input-table.js'
import { type InsteadRow, insteadOf } from './instead-of-inputs.js'

export interface UnknownInputs {
  readonly problems: readonly Problem[]
  /** of a surrounding action, perhaps */
  readonly ignored: readonly string[]
}

export function unknownInputs({ inputs, includesSurrounding }: PassedInputs): UnknownInputs {
  const known = new Set<string>(inputNames.map(name => name.toLowerCase()))
  const unknown = inputs.filter(({ name }) => !known.has(name) && !known.has(name.replaceAll('_', ' ')))
  // `run-task: false` and `codedeploy-appspec: ''` ask for nothing.
  const counted = unknown.filter(input => !isHarmless(input, includesSurrounding))
  const leftOver = counted.filter(({ name }) => insteadOf(name))
  const others = counted.filter(({ name }) => !insteadOf(name))
  const surrounding = includesSurrounding ? others.filter(({ name }) => !suggestion(name)) : []
  return {
    problems: [
      ...others.filter(input => !surrounding.includes(input)).map(unknownProblem),
      ...leftOverProblems(leftOver.map(({ name }) => name)),
    ],
    ignored: surrounding.map(({ name }) => showName(name)),
  }
}

/** Nobody names a variable of `env:` with a hyphen; without one, an empty value is how to hide it from this step. */
function isHarmless({ name, isEmpty, isFalse }: PassedInput, includesSurrounding: boolean): boolean {
  if (insteadOf(name)) return isEmpty || isFalse
  return isEmpty && (includesSurrounding || !name.includes('-'))
}

function unknownProblem({ name }: PassedInput): Problem {
  const near = suggestion(name)
  const what = near ? `; did you mean ${near}?` : ': remove it'
  return {
    subject: showName(name),
    text: `is not an input of this action${what}${variableAdvice(name, near)}`,
  }
}

/** `task_definition` and `TASKDEFINITION` are `task-definition`. */
function suggestion(name: string): string | undefined {
  const letters = (text: string) => text.replaceAll(/[-_ .]/g, '')
  const same = inputNames.find(input => letters(input) === letters(name))
  return same ?? closest(name.replaceAll('_', '-'), inputNames)
}

function variableAdvice(name: string, near: string | undefined): string {
  if (name.includes('-') || showName(name) !== name) return ''
  const variable = `INPUT_${name.toUpperCase()}`
  return `${near ? '' : '.'} If this is the variable ${variable} of an env block, rename it or set it to '' in the env of this step`
}

/** One for each piece of advice. */
function leftOverProblems(names: readonly string[]): Problem[] {
  const rows = new Map<InsteadRow, string[]>()
  for (const name of names) {
    const row = insteadOf(name)
    if (row) rows.set(row, [...(rows.get(row) ?? []), name])
  }
  return [...rows].map(([{ of, instead }, [first = '', ...more]]) => {
    const also = more.length > 0 ? `, and so ${more.length === 1 ? 'is' : 'are'} ${more.join(', ')}` : ''
    return { subject: first, text: `is an input of ${of} that this action does not have${also}: ${instead}` }
  })
}
