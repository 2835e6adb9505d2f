import { distance } from 'fastest-levenshtein'
import { redact } from '../redaction/redact.js'
import { enumerate } from '../text/enumerate.js'
import { showInvisible } from '../text/invisible.js'

/** Something the user must fix. */
export interface Problem {
  /** the input, or the key in a file */
  readonly subject: string
  readonly text: string
  readonly next?: string | undefined
  readonly position?: Position | undefined
  /** of several; undefined: it concerns all */
  readonly service?: string | undefined
}

/** Several services can have the same one, such as missing credentials. */
export function distinctProblems(problems: readonly Problem[]): readonly Problem[] {
  const keyOf = ({ subject, text, position, service }: Problem) =>
    JSON.stringify([subject, text, position, service])
  return [...new Map(problems.map(problem => [keyOf(problem), problem])).values()]
}

/** Counted from 1. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
}

export function showPosition({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`
}

/** undefined if no word is close */
export function closest(word: string, allowed: readonly string[]): string | undefined {
  const lower = word.toLowerCase()
  const ranked = allowed
    .map(candidate => ({ candidate, edits: distance(lower, candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)
  const best = ranked[0]
  return best && best.edits <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined
}

/** What a name that does not exist should be: `did you mean app?`, or `it has app and envoy` */
export function knownNames(meant: string | undefined, names: readonly string[]): string {
  if (meant !== undefined) return `did you mean ${showInvisible(meant)}?`
  return names.length === 0 ? 'it has none' : `it has ${enumerate(names.map(showInvisible))}`
}

/** Redacts first: what is cut is not recognized. */
export function quote(value: string): string {
  const line = showInvisible(redact(value, [])).replace(/\s+/g, ' ')
  return `"${line.length > 60 ? `${line.slice(0, 57)}…` : line}"`
}

/** For names of services and clusters: hides all before an @, where a URL has its password. */
export function quoteReference(value: string): string {
  return quote(withoutPassword(value))
}

/** A repository with a host, a long tag and a digest. */
const longestReference = 160

/** For images, whose end matters most: the beginning is cut. */
export function quoteImage(value: string): string {
  const line = showInvisible(redact(withoutPassword(value), [])).replace(/\s+/g, ' ')
  return `"${line.length > longestReference ? `…${line.slice(1 - longestReference)}` : line}"`
}

function withoutPassword(value: string): string {
  return value.replace(/^.*@(?!sha256:)/is, '***@')
}
