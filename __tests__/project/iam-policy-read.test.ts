/** docs/iam-policy-read.json against the calls of dry-runs: nothing missing, nothing unused, nothing that changes. */
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { actionsIn, actionsOf, allows, needsOf } from '../support/iam.js'
import { policyForServices } from '../support/iam-policies.js'
import { type Played, play, type Story } from '../support/play.js'
import { playWeb } from '../support/web-stories.js'

const policy = policyForServices('docs/iam-policy-read.json', ['web', 'api', 'worker'])
const whole = policyForServices('docs/iam-policy.json', ['web', 'api', 'worker'])
const dry = { 'dry-run': 'true' }

/** What a scenario does to a deployment that is under way never comes about. */
const planned = (story: Story) =>
  play({ ...story, inputs: { ...story.inputs, ...dry }, idleFaults: 'allowed' })

/** What no scenario asks. */
const further: readonly (() => Promise<Played>)[] = [
  () =>
    playWeb({
      inputs: { ...dry, alarms: 'web-5xx', 'bump-desired-count': '3', 'image-policy': 'digest' },
      also: world => world.setAlarm('web-5xx', 'OK'),
    }),
  () => playWeb({ inputs: { ...dry, 'task-definition': '', 'task-definition-family': 'web' } }),
]

test('the policy allows exactly the actions of dry-runs, on their resources', async () => {
  const needs = []
  for (const story of Object.values(scenarios))
    needs.push(...(await planned(story)).requests.flatMap(needsOf))
  for (const story of further) needs.push(...(await story()).requests.flatMap(needsOf))

  expect(needs.filter(need => !allows(policy, need))).toStrictEqual([])
  const needed = new Set(needs.map(({ action }) => action))
  expect(actionsIn(policy).filter(action => !needed.has(action))).toStrictEqual([])
})

test('each statement is part of the one with that name in docs/iam-policy.json, and allows no change', () => {
  for (const statement of policy.Statement) {
    const same = whole.Statement.find(({ Sid }) => Sid === statement.Sid)
    expect(same && actionsOf(same)).toEqual(expect.arrayContaining([...actionsOf(statement)]))
    expect([same?.Resource].flat()).toEqual(expect.arrayContaining([statement.Resource].flat()))
  }
  const changes = actionsIn(policy).filter(action => !/:(?:Describe|List|Get|BatchGet)/.test(action))
  expect(changes).toStrictEqual([])
})
