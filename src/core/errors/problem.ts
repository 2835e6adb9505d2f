import { distance } from 'fastest-levenshtein'

/** Something the user must fix. */
export interface Problem {
  /** the input, or the key in a file */
  readonly subject: string
  readonly text: string
  readonly position?: Position | undefined
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

export function quote(value: string): string {
  const line = value.replace(/\s+/g, ' ')
  return `"${line.length > 60 ? `${line.slice(0, 57)}…` : line}"`
}
