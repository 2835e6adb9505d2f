/**
 * What looks like the name of a variable, a label or a member. Where a name is expected and something else stands, it
 * may be a value: in `{value:hunter2: }`, which lacks a blank, YAML finds one key. That is never told.
 */
export function isIdentifier(text: string): boolean {
  return /^[\w./-]{1,64}$/.test(text)
}
