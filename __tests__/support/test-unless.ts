/** Tests that cannot run everywhere: skipped with the reason in their name, which the end of the run lists. */
import { test } from '@jest/globals'

type Test = (name: string, run: () => unknown) => void
type Each = <T>(rows: readonly T[]) => (name: string, run: (row: T) => unknown) => void

export function testUnless(isImpossible: boolean, reason: string): Test & { readonly each: Each } {
  if (!isImpossible) return test as unknown as Test & { readonly each: Each }
  const named = (name: string) => `${name} [skipped: ${reason}]`
  // The reason is in the name.
  const { skip } = test
  const skipped: Test = (name, run) => skip(named(name), run as () => void)
  const each: Each = rows => (name, run) => skip.each(rows as never)(named(name), run as never)
  return Object.assign(skipped, { each })
}
