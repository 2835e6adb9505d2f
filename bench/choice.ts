/** Which benchmarks a command line asks for. Knows their names and their order, not what they measure or take. */

/** The start first: what ran before it in this process, and what other work it left behind, is in no figure of it. */
export const names = ['start', 'watch', 'verdict'] as const

export type Name = (typeof names)[number]

export interface Choice {
  readonly chosen: readonly Name[]
  /** Handed to each of them, which takes what is its own. */
  readonly options: readonly string[]
}

/** All of them where none is named; nothing where what is named is none. */
export function choose(args: readonly string[]): Choice | undefined {
  const [first, ...others] = args
  if (first === undefined || first.startsWith('--')) return { chosen: names, options: args }
  const name = names.find(known => known === first)
  return name && { chosen: [name], options: others }
}
