/** A fault that never strikes proves nothing: each of them does, and the action gets by on as few calls as it may. */
import { expect, test } from '@jest/globals'
import type { Scenario } from '../../simulator/scenarios/scenario.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { changesIn, play } from '../support/play.js'

const faulty = Object.values(scenarios).filter(({ faults }) => faults)

test.each(faulty)('$name: every one of its faults strikes', async scenario => {
  const { requests } = await play(scenario)
  const struck = new Set(requests.flatMap(request => request.faults))

  expect([...struck].toSorted()).toStrictEqual(scenario.faults?.map(({ kind }) => kind).toSorted())
})

test.each(faulty)('$name: what changes something is sent as often as it takes, no more', async scenario => {
  const { requests } = await play(scenario)
  const accepted = requests.filter(
    ({ status, faults }) => status === 200 || faults.includes('connection-reset'),
  )

  const changes = changesIn(accepted)
  const sent = ['RegisterTaskDefinition', ...(scenario.outcome === 'refused' ? [] : ['UpdateService'])]
  // A doomed deployment is stopped, once.
  expect([sent, [...sent, 'StopServiceDeployment']]).toContainEqual(changes)
})

test('expired-credentials: nothing is known after the first refusal', async () => {
  const { requests, summary } = await play(scenarios['expired-credentials'] as Scenario)
  const first = requests.findIndex(({ error }) => error === 'ExpiredTokenException')
  const updated = requests.find(({ operation }) => operation === 'UpdateService')

  expect(first).toBeGreaterThan(0)
  expect((requests[first]?.at ?? 0) - (updated?.at ?? 0)).toBeGreaterThanOrEqual(60_000)
  expect(requests.slice(first).every(({ status }) => status === 403)).toBe(true)
  expect(summary.match(/not valid any more|expired/g)).toStrictEqual(['not valid any more'])
  expect(summary).toMatch(/last seen at 0:\d\d: web:8 2 running of 2 · web:7 2 running\./)
})
