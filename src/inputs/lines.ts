/**
 * Inputs of lines `key=value`. What stands in such a line may be a secret: problems tell its number, and its key where
 * that looks like one; a line of a secret that has several looks otherwise.
 */

import { quote } from '../core/errors/problem.js'
import { isIdentifier } from '../core/text/identifier.js'
import type { InputReader } from './values.js'

export interface Pair {
  readonly key: string
  /** all that stands behind the first `=`, blanks and further `=` included */
  readonly value: string
}

/** How a line looks where its key is the name of a variable. */
const forms: Readonly<Record<string, string>> = {
  'environment-variables': 'NAME=value',
  secrets: 'NAME=ARN',
}

/** Pairs in their order. Lines may end as on Windows; empty ones do not count. */
export function readPairs({ raw, report }: InputReader, name: string): Pair[] {
  const pairs = raw(name)
    .split(/\r?\n/)
    .flatMap((line, i) => {
      if (line.trim() === '') return []
      const cut = line.indexOf('=')
      const key = line.slice(0, Math.max(0, cut)).trimStart()
      if (key.trim() !== '' && key === key.trimEnd()) return [{ key, value: line.slice(cut + 1) }]
      const named = isIdentifier(key.trim()) ? ` between ${quote(key.trim())} and` : ' before'
      const what = key.trim() === '' ? `is not ${forms[name] ?? 'key=value'}` : `has a blank${named} the =`
      report(name, `line ${i + 1} ${what}`)
      return []
    })
  for (const key of duplicates(pairs.map(pair => pair.key)))
    report(name, `${isIdentifier(key) ? quote(key) : 'a key'} is there more than once`)
  return pairs
}

function duplicates(keys: readonly string[]): Set<string> {
  const seen = new Set<string>()
  return new Set(keys.filter(key => seen.has(key) || !seen.add(key)))
}
