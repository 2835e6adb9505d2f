/**
 * Runs the real action in worlds by chance and checks every truth after each run. The seed is printed with every
 * property. `npm test` runs a few worlds and the deep tier all of them, the same every time: a gate that fails for
 * one change and passes for the next says nothing of either.
 * PROPERTY_SEED=random looks for others, PROPERTY_SEED=123 runs those of that seed; PROPERTY_RUNS sets how many.
 */
import fc from 'fast-check'
import { play } from '../support/play.js'
import { isDeep } from '../support/tier.js'
import { invariants } from './invariants.js'
import { makeStory } from './random-story.js'
import { type Chances, type RandomWorld, randomWorld } from './random-world.js'

const usualSeed = 20_261_121
const few = 10

export interface Tally {
  readonly runs: number
  /** how often each outcome came up */
  readonly outcomes: Readonly<Record<string, number>>
}

export async function checkWorlds(name: string, chances: Chances, allRuns: number): Promise<Tally> {
  const { numRuns, seed } = chance(name, allRuns, chances.seed)
  const outcomes: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(randomWorld(chances), async random => {
      const outcome = await check(random)
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    }),
    { numRuns, seed },
  )
  return { runs: Object.values(outcomes).reduce((sum, runs) => sum + runs, 0), outcomes }
}

/** The outcome of one run; throws with every truth that does not hold and with what was logged. */
async function check(random: RandomWorld): Promise<string> {
  const { story, record } = makeStory(random)
  const played = await play(story)
  const broken = Object.entries(invariants).flatMap(([invariant, against]) => {
    const violation = against({ random, played, record })
    return violation === undefined ? [] : [`${invariant}\n    but: ${violation}`]
  })
  const outcome = played.outputs.outcome ?? 'none'
  if (broken.length > 0) throw new Error([outcome, ...broken, ...played.log].join('\n'))
  return outcome
}

/** How many runs, from which seed: told, so that the same ones can be had again. */
export function chance(name: string, allRuns: number, fixed?: number): { numRuns: number; seed: number } {
  const usual = isDeep ? allRuns : Math.min(few, allRuns)
  const numRuns = Number(process.env.PROPERTY_RUNS ?? usual)
  const seed = seedOf(process.env.PROPERTY_SEED, fixed)
  process.stderr.write(`${name}: ${numRuns} runs, PROPERTY_SEED=${seed}\n`)
  return { numRuns, seed }
}

function seedOf(value: string | undefined, fixed: number | undefined): number {
  if (value === 'random') return Math.floor(Math.random() * 2 ** 31)
  return Number(value ?? fixed ?? usualSeed)
}
