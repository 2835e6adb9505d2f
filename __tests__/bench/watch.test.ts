/**
 * The benchmark's figures are seconds of a virtual clock, the same on every machine: they are checked like any other
 * behavior, for the scenarios that stand for an end of each kind and for some deployments at once.
 */
import { expect, test } from '@jest/globals'
import { benchFleet } from '../../bench/fleet-bench.js'
import { benchScenario } from '../../bench/scenario-bench.js'
import { mostCalls, possible, successWhileDraining, targets, unforeseen } from '../../bench/watch.js'
import { type Scenario, scenarios } from '../../simulator/scenarios/scenarios.js'

/** Enough of them that a median says something. */
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

const measured: Readonly<Record<string, Scenario>> = {
  ...scenarios,
  'success-while-draining': successWhileDraining,
}

/** Between them every kind of ending, of evidence and of hindrance. */
test.each([
  { name: 'healthy' },
  { name: 'first-deployment' },
  { name: 'superseded', within: unforeseen },
  { name: 'stopped-by-user' },
  { name: 'scaled-to-zero' },
  { name: 'flapping' },
  { name: 'out-of-memory' },
  { name: 'early-success' },
  { name: 'success-while-draining', within: possible },
  { name: 'throttled', within: unforeseen },
  { name: 'denied-service-deployments' },
  { name: 'denied-tasks' },
])(
  '$name: the verdict is correct, in time and within the limit of calls',
  async ({ name, within = targets }) => {
    const figures = await benchScenario(measured[name] as Scenario, seeds)

    expect(figures.right).toBe(true)
    expect(figures.lagMax).toBeGreaterThan(0)
    expect(figures.lagMax).toBeLessThanOrEqual(within.lagMax)
    expect(figures.lagMedian).toBeLessThanOrEqual(within.lagMedian)
    expect(figures.perSecond).toBeGreaterThan(0.1)
    expect(figures.perSecond).toBeLessThanOrEqual(mostCalls(figures.lasted))
  },
)

test('starved: four reads of tasks at one in ten seconds take between half a minute and 75 seconds', async () => {
  const figures = await benchScenario(scenarios.starved as Scenario, seeds)

  expect(figures.right).toBe(true)
  expect(figures.lagMax).toBeGreaterThan(30)
  expect(figures.lagMax).toBeLessThanOrEqual(75)
  expect(figures.perSecond).toBeLessThanOrEqual(mostCalls(figures.lasted))
})

test('flaky: without the time that AWS takes, the verdict comes in time and within the limit of calls', async () => {
  const figures = await benchScenario(scenarios.flaky as Scenario, seeds)

  expect(figures.right).toBe(true)
  expect(figures.pausedMax).toBeLessThanOrEqual(unforeseen.lagMax)
  expect(figures.pausedMedian).toBeLessThanOrEqual(unforeseen.lagMedian)
  // A target that AWS's answers alone use up is none that pauses could meet.
  expect(figures.lagMedian).toBeGreaterThan(figures.pausedMedian ?? 0)
  expect(figures.perSecond).toBeLessThanOrEqual(mostCalls(figures.lasted))
})

test('ten deployments at once: all verdicts are correct and in time, and no read is throttled', async () => {
  const figures = await benchFleet(10)

  expect(figures.wrong).toEqual([])
  expect(figures.lagMax).toBeLessThanOrEqual(unforeseen.lagMax)
  expect(figures.perDeployment).toBeLessThanOrEqual(mostCalls(figures.lasted))
  expect(figures.throttled).toBe(0)
})
