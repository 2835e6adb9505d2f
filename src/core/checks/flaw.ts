import type { Path } from '../text/json.js'
import type { CheckFinding } from './check.js'
import type { CheckContext } from './check-context.js'
import { locate } from './locate.js'

/** What ECS does not take, and where it is. */
export interface Flaw {
  readonly path: Path
  readonly text: string
  readonly next: string
  /** refused unless ECS may take it */
  readonly result?: Extract<CheckFinding['result'], 'warning'>
}

export function toFinding(context: CheckContext, { path, text, next, result }: Flaw): CheckFinding {
  return { result: result ?? 'refused', text, next, ...locate(context, path) }
}
