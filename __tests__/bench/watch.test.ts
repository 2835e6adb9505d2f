/**
 * The benchmark's figures are seconds of a virtual clock, the same on every machine: they are checked like any other
 * behaviour, for the scenarios that stand for an end of each kind and for some deployments at once.
 */
import { expect, test } from '@jest/globals'
import { benchFleet } from '../../bench/fleet-bench.js'
import { benchScenario } from '../../bench/scenario-bench.js'
import { targets } from '../../bench/watch.js'
import { type Scenario, scenarios } from '../../simulator/scenarios/scenarios.js'

test.each([{ name: 'healthy' }, { name: 'port-mismatch' }, { name: 'first-deployment' }])(
  '$name: the verdict is right and comes in time, for no more calls than it may cost',
  async ({ name }) => {
    const figures = await benchScenario(scenarios[name] as Scenario, [1, 2, 3])

    expect(figures.right).toBe(true)
    expect(figures.lagMost).toBeGreaterThan(0)
    expect(figures.lagMost).toBeLessThanOrEqual(targets.lagMost)
    expect(figures.lagMedian).toBeLessThanOrEqual(targets.lagMedian)
    expect(figures.perSecond).toBeGreaterThan(0.1)
    expect(figures.perSecond).toBeLessThanOrEqual(targets.perSecond)
  },
)

test('ten deployments at once: all verdicts are right and in time, and no read is throttled', async () => {
  const figures = await benchFleet(10)

  expect(figures.wrong).toEqual([])
  expect(figures.lagMost).toBeLessThanOrEqual(targets.lagMost)
  expect(figures.perDeployment).toBeLessThanOrEqual(targets.perSecond)
  expect(figures.throttled).toBe(0)
})
