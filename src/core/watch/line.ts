/** One line of a look before it has its moment. */
import type { News } from './news.js'

export interface Line {
  readonly text: string
  readonly news?: News
}

/** A text without what differs from task to task, to tell whether two say the same. */
export function alike(text: string): string {
  return text.replace(
    /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|\d+\.\d+\.\d+\.\d+)\b/g,
    '·',
  )
}
