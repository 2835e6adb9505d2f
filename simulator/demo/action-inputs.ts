/** The inputs of an action as the runner completes them: those that are given, and the defaults of action.yml. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

interface ActionManifest {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown }>>
}

/** Expressions that a default may hold; the runner knows more of them, an action's inputs rarely use any other. */
const expressions: Readonly<Record<string, string>> = {
  'github.token': 'simulated-github-token',
}

export async function completeInputs(
  manifestPath: string,
  given: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const { inputs = {} } = parse(await readFile(manifestPath, 'utf8')) as ActionManifest
  const unexpected = Object.keys(given).filter(name => !Object.hasOwn(inputs, name))
  if (unexpected.length > 0) {
    throw new Error(
      `${manifestPath} has no input ${unexpected.join(', ')}; it has ${Object.keys(inputs).join(', ')}`,
    )
  }
  const defaults = Object.entries(inputs).map(([name, input]) => [
    name,
    evaluate(String(input?.default ?? '')),
  ])
  return { ...Object.fromEntries(defaults), ...given }
}

function evaluate(text: string): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (whole, expression: string) => {
    const value = expressions[expression]
    if (value === undefined) throw new Error(`cannot evaluate ${whole} here`)
    return value
  })
}
