/** Every scenario of the simulator ends with its true outcome, told the same way everywhere. */
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { changesIn, play } from '../support/play.js'
import { complaints } from '../support/schemas.js'

test.each(Object.values(scenarios))('$name: $outcome', async scenario => {
  const played = await play(scenario)
  expect(played.outputs.outcome).toBe(scenario.outcome)
  for (const [name, expected] of Object.entries(scenario.expect)) {
    expect([name, played.outputs[name]]).toEqual([
      name,
      expected instanceof RegExp ? expect.stringMatching(expected) : expected,
    ])
  }
  const green = ['succeeded', 'idle', 'registered', 'planned', 'started', 'no-change'].includes(
    scenario.outcome,
  )
  expect(played.passed).toBe(green)
  expect(played.annotations.some(({ level }) => level === 'error')).toBe(!green)
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
  if (played.outputs.plan) expect(complaints('plan', played.outputs.plan)).toStrictEqual([])
  expect(JSON.parse(played.outputs.result ?? '')).toMatchObject({
    version: 1,
    outcome: scenario.outcome,
    green,
  })
  const told = scenario.outcome === 'succeeded' ? '(serves|came up)' : scenario.outcome.replace('-', ' ')
  expect(played.summary).toMatch(new RegExp(`^### .*${told}`))
  expect(
    changesIn(played.requests).filter(operation => operation === 'UpdateService').length,
  ).toBeLessThanOrEqual(1)
})

test.each(Object.values(scenarios))(
  '$name: no line of the log twice, no minute of silence',
  async scenario => {
    const { log } = await play(scenario)
    const watched = log.filter(line => /^\s+\d+:\d\d /.test(line))
    expect(new Set(watched).size).toBe(watched.length)
    const times = watched.map(
      line => Number(/(\d+):/.exec(line)?.[1]) * 60 + Number(/:(\d\d)/.exec(line)?.[1]),
    )
    const gaps = times.map((time, i) => time - (times[i - 1] ?? 0))
    expect(Math.max(0, ...gaps)).toBeLessThanOrEqual(60)
  },
)
