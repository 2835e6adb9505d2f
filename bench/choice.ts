/** Which benchmarks a command line selects. Knows their names and their order, not what they measure. */

/** The start comes first, so that no other benchmark's work is in its figures. */
export const names = ['start', 'watch', 'fleet', 'verdict', 'simulator'] as const

export type Name = (typeof names)[number]

export interface Choice {
  readonly chosen: readonly Name[]
  /** Passed to each of them; each takes its own. */
  readonly options: readonly string[]
}

/** All of them if none is named; undefined if there is no benchmark of that name. */
export function choose(args: readonly string[]): Choice | undefined {
  const [first, ...others] = args
  if (first === undefined || first.startsWith('--')) return { chosen: names, options: args }
  const name = names.find(known => known === first)
  return name && { chosen: [name], options: others }
}
