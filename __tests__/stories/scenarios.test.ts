/** Every scenario of the simulator, played once: all that is to be held of a whole run looks at the same transcript. */

import { expect, test } from '@jest/globals'
import { migratingSoftware } from '../../simulator/scenarios/migration.js'
import type { Scenario } from '../../simulator/scenarios/scenario.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { actionsIn, allows, needsOf } from '../support/iam.js'
import { policyForServices } from '../support/iam-policies.js'
import { command } from '../support/migration-stories.js'
import { changesIn, type Played, play } from '../support/play.js'
import { complaints } from '../support/schemas.js'
import { playWeb, type StoryOverrides } from '../support/web-stories.js'

const transcripts = new Map<string, Promise<Played>>()

function transcriptOf(scenario: Scenario): Promise<Played> {
  const transcript = transcripts.get(scenario.name) ?? play(scenario)
  transcripts.set(scenario.name, transcript)
  return transcript
}

function goesBack({ inputs }: Scenario): boolean {
  return inputs['on-verify-failure'] === 'rollback' || inputs['on-partial-failure'] === 'rollback'
}

function servicesOf({ inputs }: Scenario): number {
  return inputs.service?.split(',').length ?? 1
}

test.each(Object.values(scenarios))('$name: $outcome', async scenario => {
  const played = await transcriptOf(scenario)
  expect(played.outputs.outcome).toBe(scenario.outcome)
  for (const [name, expected] of Object.entries(scenario.expect)) {
    expect([name, played.outputs[name]]).toEqual([
      name,
      expected instanceof RegExp ? expect.stringMatching(expected) : expected,
    ])
  }
  const green = ['succeeded', 'idle', 'paused', 'registered', 'planned', 'started', 'no-change'].includes(
    scenario.outcome,
  )
  expect(played.passed).toBe(green)
  expect(played.annotations.some(({ level }) => level === 'error')).toBe(!green)
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
  if (played.outputs.plan) expect(complaints('plan', played.outputs.plan)).toStrictEqual([])
  expect(JSON.parse(played.outputs.result ?? '')).toMatchObject({
    version: 2,
    outcome: scenario.outcome,
    green,
  })
  const reported =
    scenario.outcome === 'succeeded' ? '(serves|came up|succeeded)' : scenario.outcome.replace('-', ' ')
  expect(played.summary).toMatch(new RegExp(`^### .*${reported}`))
  expect(
    changesIn(played.requests).filter(operation => operation === 'UpdateService').length,
  ).toBeLessThanOrEqual(servicesOf(scenario) * (goesBack(scenario) ? 2 : 1))
})

test.each(Object.values(scenarios))(
  '$name: no line of the log twice, and what it waits for at least every five minutes',
  async scenario => {
    const { log } = await transcriptOf(scenario)
    const watched = log.filter(line => /^\s+\d+:\d\d /.test(line))
    expect(new Set(watched).size).toBe(watched.length)
    const times = watched.map(
      line => Number(/(\d+):/.exec(line)?.[1]) * 60 + Number(/:(\d\d)/.exec(line)?.[1]),
    )
    const gaps = times.map((time, i) => time - (times[i - 1] ?? 0))
    expect(Math.max(0, ...gaps)).toBeLessThanOrEqual(310)
  },
)

/** A fault that never strikes proves nothing. */
const faulty = Object.values(scenarios).filter(({ faults }) => faults)

test.each(faulty)('$name: every one of its faults strikes', async scenario => {
  const { requests } = await transcriptOf(scenario)
  const struck = new Set(requests.flatMap(request => request.faults))

  expect([...struck].toSorted()).toStrictEqual(scenario.faults?.map(({ kind }) => kind).toSorted())
})

test.each(faulty)('$name: what changes something is sent as often as it takes, no more', async scenario => {
  const { requests } = await transcriptOf(scenario)
  const accepted = requests.filter(
    ({ status, faults }) => status === 200 || faults.includes('connection-reset'),
  )

  const changes = changesIn(accepted)
  const sent = ['RegisterTaskDefinition', ...(scenario.outcome === 'refused' ? [] : ['UpdateService'])]
  // A doomed deployment is stopped, once.
  expect([sent, [...sent, 'StopServiceDeployment']]).toContainEqual(changes)
})

test('expired-credentials: nothing is known after the first refusal', async () => {
  const { requests, summary } = await transcriptOf(scenarios['expired-credentials'] as Scenario)
  const first = requests.findIndex(({ error }) => error === 'ExpiredTokenException')
  const updated = requests.find(({ operation }) => operation === 'UpdateService')

  expect(first).toBeGreaterThan(0)
  expect((requests[first]?.at ?? 0) - (updated?.at ?? 0)).toBeGreaterThanOrEqual(60_000)
  expect(requests.slice(first).every(({ status }) => status === 403)).toBe(true)
  expect(summary.match(/no longer valid|expired/g)).toStrictEqual(['no longer valid'])
  expect(summary).toMatch(/last poll at 0:\d\d: `web:8` 2 running of 2 · `web:7` 2 running\./)
})

const policy = policyForServices('docs/iam-policy.json', ['web', 'api', 'worker'], ['web', 'migrate'])

/** Stories that reach what no scenario reaches. A call that is new to the action needs one here. */
const further: Readonly<Record<string, StoryOverrides>> = {
  'alarms of the input': {
    also: world => world.setAlarm('web-5xx', 'OK'),
    inputs: { alarms: 'web-5xx', 'wait-for-service-stability': 'false' },
  },
  'a one-off task that is stopped': {
    cancelAfter: 20_000,
    software: migratingSoftware({ exitsAfterSeconds: 600 }),
    inputs: { 'run-task': 'true', 'run-task-command': command, 'run-task-on-cancel': 'stop' },
  },
  'a raised desired count': {
    inputs: { 'bump-desired-count': '3' },
  },
}

test('docs/iam-policy.json: every action that the scenarios need is allowed on its resource, and every action allowed is needed', async () => {
  const needs = []
  for (const scenario of Object.values(scenarios))
    needs.push(...(await transcriptOf(scenario)).requests.flatMap(needsOf))
  for (const unusual of Object.values(further))
    needs.push(...(await playWeb(unusual)).requests.flatMap(needsOf))

  expect(needs.filter(need => !allows(policy, need))).toStrictEqual([])
  const needed = new Set(needs.map(({ action }) => action))
  expect(actionsIn(policy).filter(action => !needed.has(action))).toStrictEqual([])
})
