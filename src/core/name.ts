/**
 * What looks like the name of a variable, a label or a member. Where a name is expected and something else stands, it
 * may be a value: `{value:hunter2}`, which lacks a blank, is one key to YAML. That is never told.
 */
export function isName(text: string): boolean {
  return /^[\w./-]{1,64}$/.test(text)
}
