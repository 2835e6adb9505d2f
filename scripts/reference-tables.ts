/** The tables of docs/reference.md: inputs and outputs as action.yml has them, and the outcomes. Those of the simulator's action, too. Pure. */
import { posix } from 'node:path'
import { parse } from 'yaml'
import { type OutcomeName, outcomes } from '../src/core/outcome/outcomes.js'
import { inputGroups } from './input-groups.js'
import { outcomeMeanings } from './outcome-meanings.js'

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

/** The page with what stands between `<!-- inputs -->` and `<!-- /inputs -->` (and outputs, outcomes) replaced. */
export function withTables(page: string, actionYml: string): string {
  const filled = between(page, 'outcomes', table(['outcome', 'step', 'meaning'], outcomeRows()))
  return withActionTables(filled, actionYml, { folder: 'docs', groups: inputGroups })
}

interface PageOptions {
  /** The folder of the page. */
  readonly folder: string
  /** Heading of the table that begins with this input; without any, there is one table. */
  readonly groups: Readonly<Record<string, string>>
}

/** The same without the outcomes, for a page in a folder of docs/. */
export function withActionTables(page: string, actionYml: string, { folder, groups }: PageOptions): string {
  const { inputs, outputs } = parse(actionYml) as Action
  const inputRows = Object.entries(inputs).map(([name, input]) => [
    `\`${name}\``,
    input.default ? `\`${input.default}\`` : '',
    fromRoot(input.description, folder),
  ])
  const outputRows = Object.entries(outputs).map(([name, output]) => [
    `\`${name}\``,
    fromRoot(output.description, folder),
  ])
  const tables = {
    inputs: groupedTables(inputRows, groups),
    outputs: table(['output', 'meaning'], outputRows),
  }
  return Object.entries(tables).reduce((filled, [name, content]) => between(filled, name, content), page)
}

function outcomeRows(): string[][] {
  return Object.entries(outcomeMeanings).map(([name, meaning]) => [
    `\`${name}\``,
    color(outcomes[name as OutcomeName]),
    meaning,
  ])
}

function color({ green, unverified }: { readonly green: boolean; readonly unverified: boolean }): string {
  if (!green) return 'red'
  return unverified ? 'green, with a warning' : 'green'
}

/** Paths of action.yml start at the root of the repository, links of the page in its own folder. */
function fromRoot(description: string, folder: string): string {
  const link = (text: string, path: string) =>
    `[${posix.relative(folder, text).replace(/^(?:\.\.\/)+/, '')}](${posix.relative(folder, path)})`
  const links = /\[(docs\/[^\]]+)\]\((docs\/[^)]+)\)|(?<![\w/])(docs\/[\w./-]+\.(?:md|json))/g
  return description.replaceAll(links, (_, text, path, bare) => link(bare ?? text, bare ?? path))
}

function groupedTables(
  rows: readonly (readonly string[])[],
  groups: Readonly<Record<string, string>>,
): string {
  const headingOf = ([name = '']: readonly string[]) => groups[name.replaceAll('`', '')]
  const starts = [0, ...rows.flatMap((row, nth) => (nth > 0 && headingOf(row) ? [nth] : []))]
  const tables = starts.map((start, nth) => {
    const own = rows.slice(start, starts[nth + 1])
    const heading = headingOf(own[0] ?? [])
    const lines = table(['input', 'default', 'meaning'], own)
    return heading ? `### ${heading}\n\n${lines}` : lines
  })
  return tables.join('\n\n')
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
  if (start < 0 || end < start) throw new Error(`The page lacks the markers ${open} and ${close}`)
  return `${text.slice(0, start)}${open}\n${content}\n${text.slice(end)}`
}
