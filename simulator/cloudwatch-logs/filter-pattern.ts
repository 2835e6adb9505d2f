/**
 * Patterns for unstructured events: all terms, ?any of the terms, -no term, "a phrase", %a regular expression%
 * (AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html). Those for JSON and for columns are not modeled.
 */
import { invalid } from './find-log-group.js'

const term = /([?-]?)(?:"((?:[^"\\]|\\.)*)"|(\S+))/g

export function parsePattern(pattern: string): (message: string) => boolean {
  const trimmed = pattern.trim()
  if (/^[{[]/.test(trimmed)) {
    throw invalid(`This simulator does not understand the filter pattern ${trimmed}; it understands terms.`)
  }
  const [, expression] = /^%(.+)%$/.exec(trimmed) ?? []
  if (expression !== undefined) {
    const compiled = new RegExp(expression)
    return message => compiled.test(message)
  }
  const terms = [...trimmed.matchAll(term)].map(([, sign, quoted, plain]) => {
    return { sign, words: quoted?.replaceAll(/\\(.)/g, '$1') ?? plain ?? '' }
  })
  const wordsWith = (sign: string) => terms.filter(each => each.sign === sign).map(({ words }) => words)
  const [all, any, none] = [wordsWith(''), wordsWith('?'), wordsWith('-')]
  return message => {
    const has = (words: string) => message.includes(words)
    // "If you combine ? with other filter patterns, the ? is ignored" holds for terms of the first kind.
    const someOf = any.length === 0 || all.length > 0 || any.some(has)
    return all.every(has) && someOf && !none.some(has)
  }
}
