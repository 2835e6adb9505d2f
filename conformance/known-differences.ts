/**
 * Differences between the simulator and recorded transcripts that are known and stay, each with its reason.
 */
import type { Difference, Rule } from './compare.js'

export interface KnownDifference {
  /** Of any world, or of one. */
  readonly world?: string
  readonly step?: string
  readonly path: string
  readonly rule: Rule
  readonly reason: string
}

export const knownDifferences: readonly KnownDifference[] = []

export function isKnown(difference: Difference, known: readonly KnownDifference[]): boolean {
  return known.some(
    ({ world, step, path, rule }) =>
      path === difference.path &&
      rule === difference.rule &&
      (world ?? difference.world) === difference.world &&
      (step ?? difference.step) === difference.step,
  )
}
