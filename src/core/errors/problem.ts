import { distance } from 'fastest-levenshtein'

/** One thing that the user has to fix: where, what is wrong, what is allowed. */
export interface Problem {
  /** the input, or the key inside a file */
  readonly subject: string
  readonly text: string
  /** where in the user's own file */
  readonly position?: Position | undefined
}

/** In a file of the workspace. Lines and columns count from 1. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** `td.json:3:5` */
export function showPosition({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`
}

/** The allowed word that was most likely meant; nothing if none is close. */
export function closest(word: string, allowed: readonly string[]): string | undefined {
  const lower = word.toLowerCase()
  const ranked = allowed
    .map(candidate => ({ candidate, edits: distance(lower, candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)
  const best = ranked[0]
  return best && best.edits <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined
}

/** A value as messages quote it: shortened, on one line. */
export function quote(value: string): string {
  const line = value.replace(/\s+/g, ' ')
  return `"${line.length > 60 ? `${line.slice(0, 57)}…` : line}"`
}
