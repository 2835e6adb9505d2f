/** An action as its action.yml describes it, to the extent that the runner needs to start it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface Action {
  readonly main: string
  /** Every input with its default, evaluated. */
  readonly inputs: Readonly<Record<string, string>>
}

interface Manifest {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>
  readonly runs: { readonly main: string }
}

/** Expressions that a default may hold; the runner knows more of them, an action's inputs rarely use any other. */
const expressions: Readonly<Record<string, string>> = {
  'github.token': 'simulated-github-token',
}

export async function readAction(directory: string): Promise<Action> {
  const { inputs = {}, runs } = parse(await readFile(join(directory, 'action.yml'), 'utf8')) as Manifest
  const defaults = Object.entries(inputs).map(([name, input]) => [
    name,
    evaluate(String(input?.default ?? '')),
  ])
  return {
    main: join(directory, runs.main),
    inputs: Object.fromEntries(defaults),
  }
}

/** What the runner passes: the given inputs and, for all others, their defaults. */
export function completeInputs(
  action: Action,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const unexpected = Object.keys(given).filter(name => !Object.hasOwn(action.inputs, name))
  if (unexpected.length > 0) throw new Error(`action.yml has no input ${unexpected.join(', ')}`)
  return { ...action.inputs, ...given }
}

function evaluate(text: string): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (whole, expression: string) => {
    const value = expressions[expression]
    if (value === undefined) throw new Error(`cannot evaluate ${whole} here`)
    return value
  })
}
