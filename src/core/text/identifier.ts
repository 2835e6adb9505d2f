/**
 * A key that is not a plain identifier may really be a secret value (YAML reads `{value:hunter2: }` as one key), so such
 * keys are never printed.
 */
export function isIdentifier(text: string): boolean {
  return /^[\w./-]{1,64}$/.test(text)
}
