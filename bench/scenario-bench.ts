/** How soon the verdict comes in one scenario, and what it costs in calls. */
import { openScenario } from '../simulator/scenarios/open-scenario.js'
import type { Scenario } from '../simulator/scenarios/scenario.js'
import { SharedClock } from '../simulator/time/shared-clock.js'
import { Rollouts } from './decision.js'
import { deploy, type Pause } from './deployment.js'
import { busiest, max, median } from './figures.js'

export interface ScenarioFigures {
  readonly name: string
  /** the outcomes of all runs; more than one is a mistake */
  readonly outcomes: readonly string[]
  readonly right: boolean
  /** from ECS's decision to the verdict, in seconds; undefined where ECS does not decide */
  readonly lagMedian: number | undefined
  readonly lagMax: number | undefined
  /** the part of the lag that the action waited by its own choice; in the rest it waited for AWS */
  readonly pausedMedian: number | undefined
  readonly pausedMax: number | undefined
  /** medians over the runs */
  readonly lasted: number
  readonly calls: number
  /** the busiest bucket of the costliest run, and its calls a second */
  readonly bucket: string
  readonly perSecond: number
}

/** Runs the scenario once with each seed. */
export async function benchScenario(scenario: Scenario, seeds: readonly number[]): Promise<ScenarioFigures> {
  const runs = []
  for (const seed of seeds) runs.push(await runOnce(scenario, seed))
  const lags = runs.flatMap(({ lag }) => (lag === undefined ? [] : [lag]))
  const paused = runs.flatMap(({ paused }) => (paused === undefined ? [] : [paused]))
  const costliest = runs.toSorted((a, b) => b.perSecond - a.perSecond)[0]
  const outcomes = [...new Set(runs.map(({ outcome }) => outcome))]
  return {
    name: scenario.name,
    outcomes,
    right: outcomes.every(outcome => outcome === scenario.outcome),
    lagMedian: median(lags),
    lagMax: max(lags),
    pausedMedian: median(paused),
    pausedMax: max(paused),
    lasted: median(runs.map(({ lasted }) => lasted)) ?? 0,
    calls: median(runs.map(({ calls }) => calls)) ?? 0,
    bucket: costliest?.bucket ?? 'none',
    perSecond: costliest?.perSecond ?? 0,
  }
}

async function runOnce(scenario: Scenario, seed: number) {
  const clock = new SharedClock()
  const { world, server } = await openScenario(scenario, { clock, seed })
  try {
    const rollouts = new Rollouts(world)
    const { inputs, files } = scenario
    const { outputs, startedAt, endedAt, pauses } = await clock.run(() =>
      deploy({ clock, endpoint: server.url, inputs, files, seed }),
    )
    const outcome = outputs.outcome ?? 'none'
    const decidedAt = rollouts.decidedAt(inputs.service ?? '', outputs['deployment-id'] ?? '', outcome)
    const lasted = (endedAt - startedAt) / 1000
    const { bucket, bucketCalls } = busiest(server.requests)
    return {
      outcome,
      lasted,
      calls: server.requests.length,
      lag: decidedAt === undefined ? undefined : (endedAt - decidedAt) / 1000,
      paused: decidedAt === undefined ? undefined : pausedSince(pauses, decidedAt) / 1000,
      bucket,
      perSecond: lasted > 0 ? bucketCalls / lasted : 0,
    }
  } finally {
    await server.close()
  }
}

/** Milliseconds. */
function pausedSince(pauses: readonly Pause[], since: number): number {
  return pauses.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, since)), 0)
}
