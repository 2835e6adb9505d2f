/** The parts of action.yml that start an action. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface Action {
  readonly main: string
  readonly post: string | undefined
  readonly postIf: PostIf
  readonly inputs: Readonly<Record<string, string>>
}

/** A real runner evaluates any expression. */
const conditions = ['always()', 'success()', 'failure()'] as const

export type PostIf = (typeof conditions)[number]

interface Manifest {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>
  readonly runs: { readonly main: string; readonly post?: string; readonly 'post-if'?: string }
}

/** A real runner evaluates any expression. */
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
    post: runs.post === undefined ? undefined : join(directory, runs.post),
    postIf: condition(runs['post-if'] ?? 'always()'),
    inputs: Object.fromEntries(defaults),
  }
}

export function completeInputs(
  action: Action,
  provided: Readonly<Record<string, string>>,
): Record<string, string> {
  const unexpected = Object.keys(provided).filter(name => !Object.hasOwn(action.inputs, name))
  if (unexpected.length > 0) throw new Error(`action.yml has no input ${unexpected.join(', ')}`)
  return { ...action.inputs, ...provided }
}

function condition(text: string): PostIf {
  const known = conditions.find(candidate => candidate === text)
  if (known === undefined) throw new Error(`cannot evaluate post-if: ${text} here`)
  return known
}

function evaluate(text: string): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (match, expression: string) => {
    const value = expressions[expression]
    if (value === undefined) throw new Error(`cannot evaluate ${match} here`)
    return value
  })
}
