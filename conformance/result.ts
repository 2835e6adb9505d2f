/** The result of a run as one value, and as lines for people. */
import type { CheckedFact } from './check-course.js'
import type { Difference } from './compare.js'
import type { Transcript } from './transcript.js'

export interface WorldResult {
  readonly world: string
  readonly facts: readonly CheckedFact[]
  readonly incomplete: string | undefined
}

export interface ComparedFolder {
  readonly folder: string
  readonly compared: readonly Transcript[]
  readonly members: number
  readonly differences: readonly Difference[]
  /** Differences that known-differences.ts explains. */
  readonly known: readonly Difference[]
  readonly notes: readonly string[]
}

export interface Result {
  readonly worlds: readonly WorldResult[]
  readonly comparisons: readonly ComparedFolder[]
}

export function isAsExpected({ worlds, comparisons }: Result): boolean {
  return (
    worlds.every(world => world.incomplete === undefined && failedFacts(world).length === 0) &&
    comparisons.every(({ differences }) => differences.length === 0)
  )
}

export function failedFacts({ facts }: WorldResult): readonly CheckedFact[] {
  return facts.filter(({ problem, isUnknown }) => problem !== undefined && !isUnknown)
}

export function worldLines(result: WorldResult): readonly string[] {
  const { world, facts, incomplete } = result
  const failed = failedFacts(result)
  const unknown = facts.filter(({ isUnknown }) => isUnknown).length
  const isGood = incomplete === undefined && failed.length === 0
  const held = facts.length - failed.length - unknown
  return [
    `${isGood ? '✓' : '✗'} ${world}: ${held} of ${facts.length} documented facts${unknown > 0 ? `, ${unknown} not seen` : ''}`,
    ...(incomplete === undefined ? [] : [`    ended early: ${incomplete}`]),
    ...failed.flatMap(({ fact, place, problem, source }) => [
      `    ${fact}`,
      `      ${place}: ${problem}`,
      `      source: ${source}`,
    ]),
  ]
}

export function comparisonLines(comparison: ComparedFolder): readonly string[] {
  const { folder, compared, members, differences, known, notes } = comparison
  const sources = [...new Set(compared.map(({ source }) => sourceText(source)))].join('; ')
  return [
    `${differences.length === 0 ? '✓' : '✗'} ${folder}${sources === '' ? '' : ` (${sources})`}: ${compared.length} transcripts, ${members} members, ${differences.length} differences${known.length > 0 ? `, ${known.length} known ones` : ''}`,
    ...differences.map(
      ({ world, step, path, rule, detail }) =>
        `    ${world}, step ${step}: ${path === '' ? 'the step' : path}: ${rule}: ${detail}`,
    ),
    ...notes.map(note => `    note: ${note}`),
  ]
}

function sourceText({ kind, client, date }: Transcript['source']): string {
  return kind === 'public capture' ? 'public captures' : `${kind}, ${client ?? 'unknown client'}, ${date}`
}
