/** Lines `TEXT=value`. A line that is none may be the rest of a secret, so that only what is surely no value is shown. */
import { quote } from '../core/errors/problem.js'
import { isPlaceholder } from '../core/task-definition/placeholder.js'
import type { Replacement } from '../core/task-definition/replacement.js'
import { duplicates } from '../core/text/duplicates.js'
import type { Report } from './input-row.js'
import { linesOf } from './lines.js'

/** Shorter texts occur by accident. */
const leastLength = 3

/** In them, `=` belongs to the text. */
const brackets = [
  ['${{', '}}'],
  ['{{', '}}'],
  ['${', '}'],
  ['<', '>'],
  ['$(', ')'],
  ['#{', '}'],
  ['[', ']'],
] as const

export function parsePlaceholders(input: string, report: Report): Replacement[] {
  const found = linesOf(input, report).flatMap(({ number, text: content }): Replacement[] => {
    const written = content.trimStart()
    const cut = separatorIn(written)
    const [text, value] = [written.slice(0, Math.max(0, cut)), written.slice(cut + 1)]
    const problem = problemOf(text)
    if (problem === undefined) return [{ text, value, line: number }]
    report(`line ${number} ${problem}`)
    return []
  })
  for (const text of duplicates(found.map(one => one.text)))
    report(`${isPlaceholder(text) ? quote(text) : 'a text'} appears more than once`)
  return found
}

/** The first `=` behind the closing bracket, or else the first one. */
function separatorIn(line: string): number {
  const [open = '', close = ''] = brackets.find(([opening]) => line.startsWith(opening)) ?? []
  const end = open === '' ? 0 : line.indexOf(close, open.length)
  const separator = line.indexOf('=', Math.max(0, end))
  return separator < 0 ? line.indexOf('=') : separator
}

function problemOf(text: string): string | undefined {
  if (text.trim() === '') return 'is not TEXT=value'
  if (text !== text.trimEnd()) return 'has a space before the ='
  if (text.length < leastLength)
    return `has a text of fewer than ${leastLength} characters before the =: use a longer one, such as <NAME>`
  return undefined
}
