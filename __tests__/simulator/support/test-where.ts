/** Tests that need a program of somebody else, which not every machine has. */
import { test } from '@jest/globals'

export interface Needed {
  readonly name: string
  /** The variable that, as 1, has the tests run in any case. */
  readonly requiredBy: string
  /** Asked only where nothing requires it. */
  isHere(): boolean
}

/** Skipped with a message where it is missing, except where it is required. */
export function testWhere({ name, requiredBy, isHere }: Needed) {
  if (isRequired(requiredBy) || isHere()) return test
  console.warn(`${name} is not on this machine: its tests are skipped, except with ${requiredBy}=1.`)
  // What is missing has been said.
  return test.skip
}

export function isRequired(variable: string): boolean {
  return process.env[variable] === '1'
}
