import { isName } from './name.js'

/** Other keys may be secret values and are never printed: YAML reads `{value:hunter2: }` as one key. */
export function isIdentifier(text: string): boolean {
  return /^[\w./-]{1,64}$/.test(text) && isName(text)
}
