/** A difference between two task definitions, on one line. */
import type { Change } from '../../core/task-definition/diff.js'
import { shorten } from '../../core/text/truncate.js'

export function changeText({ sign, path, from, to, hidden }: Change): string {
  if (from !== undefined && to !== undefined) return `${sign} ${path}  ${from} → ${to}`
  const value = hidden ? '(value hidden)' : (to ?? from)
  return value === undefined ? `${sign} ${path}` : `${sign} ${path}  ${value}`
}

/** Both values keep their ends, where tags are. */
export function shortened({ from, to, ...change }: Change): Change {
  const short = (value: string | undefined) => value && shorten(value, longestValue)
  return { ...change, from: short(from), to: short(to) }
}

const longestValue = 280
