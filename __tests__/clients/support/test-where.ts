/** Tests that need a program of somebody else, which not every machine has. */
import { testUnless } from '../../support/test-unless.js'

export interface Needed {
  readonly name: string
  /** The variable that, as 1, has the tests run in any case. */
  readonly requiredBy: string
  /** Asked only where nothing requires it. */
  isHere(): boolean
}

export function testWhere({ name, requiredBy, isHere }: Needed) {
  return testUnless(
    !isRequired(requiredBy) && !isHere(),
    `${name} is not on this machine; ${requiredBy}=1 requires it`,
  )
}

export function isRequired(variable: string): boolean {
  return process.env[variable] === '1'
}
