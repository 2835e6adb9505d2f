/** A line may contain a secret: problems name its number, and its key only where it looks like one. */

import { quote } from '../core/errors/problem.js'
import { duplicates } from '../core/text/duplicates.js'
import { isIdentifier } from '../core/text/identifier.js'
import type { InputRow, Report } from './input-row.js'

export interface Pair {
  readonly key: string
  /** all after the first `=`, with blanks */
  readonly value: string
}

export function pairs(form?: string): InputRow<readonly Pair[]> {
  return { default: '', parse: (value, report) => parsePairs(value, report, form) }
}

/** Skips empty lines; accepts Windows line ends. */
export function parsePairs(value: string, report: Report, form = 'key=value'): Pair[] {
  const found = value.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === '') return []
    const cut = line.indexOf('=')
    const key = line.slice(0, Math.max(0, cut)).trimStart()
    if (key.trim() !== '' && key === key.trimEnd()) return [{ key, value: line.slice(cut + 1) }]
    report(`line ${i + 1} ${lineProblem(key.trim(), form)}`)
    return []
  })
  for (const key of duplicates(found.map(pair => pair.key)))
    report(`${isIdentifier(key) ? quote(key) : 'a key'} is there more than once`)
  return found
}

function lineProblem(key: string, form: string): string {
  if (key === '') return `is not ${form}`
  return isIdentifier(key) ? `has a blank between ${quote(key)} and the =` : 'has a blank before the ='
}
