/** The tables of documents that repeat an action.yml. Pure. */
import { parse } from 'yaml'

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

/** By document, the action that its tables repeat. */
export const documents: Readonly<Record<string, string>> = {
  'README.md': 'action.yml',
  'docs/simulator/action.md': 'simulator/action.yml',
}

/** The document with the tables between `<!-- inputs -->` and `<!-- /inputs -->` (and outputs) replaced. */
export function withTables(readme: string, actionYml: string): string {
  const { inputs, outputs } = parse(actionYml) as Action
  const inputRows = Object.entries(inputs).map(([name, input]) => [
    `\`${name}\``,
    input.default ? `\`${input.default}\`` : '',
    input.description,
  ])
  const outputRows = Object.entries(outputs).map(([name, output]) => [`\`${name}\``, output.description])
  const filled = between(readme, 'inputs', table(['input', 'default', 'meaning'], inputRows))
  return between(filled, 'outputs', table(['output', 'meaning'], outputRows))
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(row => `| ${row.map(cell).join(' | ')} |`).join('\n')
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')
}

function between(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [start, end] = [text.indexOf(open), text.indexOf(close)]
  if (start < 0 || end < start) throw new Error(`The document lacks the markers ${open} and ${close}`)
  return `${text.slice(0, start)}${open}\n${content}\n${text.slice(end)}`
}
