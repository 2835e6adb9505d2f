/** With a bake time, the new revision is verified while ECS can still shift the traffic back. */
import { expect, test } from '@jest/globals'
import { replayBlueGreenHistory } from '../../simulator/scenarios/blue-green-service.js'
import { softwareWithVersion, verifyHost } from '../../simulator/scenarios/verification.js'
import { commit, imageOf } from '../../simulator/scenarios/web-service.js'
import { deciding } from '../support/deciding.js'
import { changesIn, type Played, play } from '../support/play.js'
import { complaints } from '../support/schemas.js'
import { onceVerifying, playVerification, type VerificationStory } from '../support/verification-stories.js'
import { deployed, headingOf, stops, text, update, verdict } from '../support/web-stories.js'

const good = { status: 200, body: commit }
const verification = { 'verify-url': `http://${verifyHost}/version`, 'verify-contains': commit }
const bad = { status: 500, body: 'no' }

interface BakeStory extends VerificationStory {
  readonly strategy?: object
}

function playBake({ answer = () => bad, inputs, strategy, ...rest }: BakeStory): Promise<Played> {
  return playVerification({
    ...rest,
    setUp: world => {
      replayBlueGreenHistory(world, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5, ...strategy })
      world.images.add(imageOf(commit), softwareWithVersion(commit))
      let nth = 0
      world.hosts.set(verifyHost, {
        kind: 'fixed',
        answer: (path, query) => answer({ nth: ++nth, path, query }),
      })
    },
    inputs: { 'on-verify-failure': 'rollback', ...inputs },
  })
}

const resultOf = ({ outputs }: Played) => JSON.parse(outputs.result ?? '')

test.each([
  { name: 'blue/green', strategy: {} },
  {
    name: 'a canary',
    strategy: {
      strategy: 'CANARY',
      canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 1 },
    },
  },
])('$name: the deployment is stopped, and no other one is started', async ({ strategy }) => {
  const played = await playBake({ strategy })
  expect(played.outputs).toMatchObject({
    outcome: 'rolled-back',
    'failure-class': 'verification',
    'failure-reason': expect.stringMatching(/\/version: 500 instead of 200/),
    'serving-task-definition-arn': expect.stringMatching(/\/web:7$/),
  })
  expect(changesIn(played.requests)).toStrictEqual([
    'RegisterTaskDefinition',
    'UpdateService',
    'StopServiceDeployment',
  ])
  expect(headingOf(played)).toBe('rolled back, `web:7` serves')
  expect(verdict(played)).toContain('web:8 failed its verification and was rolled back; web:7 serves.')
  expect(text(played)).toContain('rollback    to web:7 by StopServiceDeployment')
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
})

test('what verifies is watched to its end', async () => {
  const played = await playBake({ answer: () => good })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(stops(played)).toBe(0)
  expect(deployed(played)).toHaveLength(1)
  expect(resultOf(played).verification.result).toBe('verified')
  expect(resultOf(played).services[0].deployment.seconds).toBeGreaterThan(400)
  expect(verdict(played)).toContain('and is verified.')
})

test.each([
  { name: 'fail', inputs: { 'on-verify-failure': 'fail' }, answer: good, outcome: 'succeeded' },
  { name: 'rollback, and it verifies', inputs: {}, answer: good, outcome: 'succeeded' },
  { name: 'rollback, and it does not', inputs: {}, answer: bad, outcome: 'rolled-back' },
])(
  'what the watch could not read is said once: on-verify-failure: $name',
  async ({ answer, inputs, outcome }) => {
    const faults = [{ kind: 'access-denied', operations: ['ListTasks'] }] as const
    const played = await playBake({ answer: () => answer, faults, inputs })
    expect(played.outputs.outcome).toBe(outcome)
    expect(played.annotations.filter(({ message }) => /allow ecs:ListTasks/.test(message))).toHaveLength(1)
  },
)

test('an alarm in the bake time, after the verification, still rolls back', async () => {
  const played = await playBake({
    answer: () => good,
    inputs: { alarms: 'web-5xx' },
    onAnswered: onceVerifying(world => world.after(60_000, () => world.setAlarm('web-5xx', 'ALARM'))),
    strategy: {},
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'alarm' })
  expect(played.passed).toBe(false)
})

test.each<
  BakeStory & { readonly name: string; readonly outcome: string; readonly changes: readonly string[] }
>([
  {
    name: 'fail leaves it to the end of the bake time',
    inputs: { 'on-verify-failure': 'fail' },
    outcome: 'failed',
    changes: [],
  },
  {
    name: 'the bake time ends first: a deployment goes back',
    strategy: { bakeTimeInMinutes: 1 },
    outcome: 'rolled-back',
    changes: ['UpdateService'],
  },
  {
    name: 'a role that may not stop it deploys instead',
    faults: [{ kind: 'access-denied', operations: ['StopServiceDeployment'] }],
    outcome: 'rolled-back',
    changes: ['UpdateService'],
  },
  {
    name: 'somebody else deploys meanwhile',
    onAnswered: onceVerifying(world => update(world, { taskDefinition: 'web:6' })),
    outcome: 'superseded',
    changes: [],
  },
  { name: 'it is canceled while it verifies', cancelAfter: 200_000, outcome: 'cancelled', changes: [] },
])('$name', async ({ name: _, changes, outcome, ...story }) => {
  const played = await playBake(story)
  expect(played.outputs.outcome).toBe(outcome)
  expect(
    changesIn(played.requests)
      .filter(one => one !== 'StopServiceDeployment')
      .slice(2),
  ).toStrictEqual(changes)
  expect(played.passed).toBe(false)
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
})

test.each([
  { name: 'the page is as expected', answer: good, outcome: 'succeeded', stopped: 0 },
  { name: 'it is not', answer: bad, outcome: 'rolled-back', stopped: 1 },
])(
  'a deployment that is continued by hand is verified as well: $name',
  async ({ answer, outcome, stopped }) => {
    const played = await play(
      deciding({
        with: { ...verification, 'on-verify-failure': 'rollback', 'verify-for-seconds': '30' },
        also: world => world.hosts.set(verifyHost, { kind: 'fixed', answer: () => answer }),
      }),
    )
    expect(played.outputs.outcome).toBe(outcome)
    expect(stops(played)).toBe(stopped)
    expect(changesIn(played.requests)).not.toContain('UpdateService')
    expect(complaints('result', played.outputs.result)).toStrictEqual([])
  },
)
