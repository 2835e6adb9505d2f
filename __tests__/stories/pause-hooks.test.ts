/** Deployments that wait at a pause hook, and steps that end before the deployment does. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { replayBlueGreenHistory } from '../../simulator/scenarios/blue-green-service.js'
import { healthy } from '../../simulator/scenarios/healthy.js'
import { commit, files, imageOf, inputs, workingSoftware } from '../../simulator/scenarios/web-service.js'
import { pausing } from '../support/pausing.js'
import { changesIn, play, type Story } from '../support/play.js'
import { text, verdict, webOf } from '../support/web-stories.js'

const pauseId = /^ecs-pause-[\w-]{43}$/

test('wait-until: paused ends green at the hook, with its id and its end', async () => {
  const played = await play(pausing({ inputs: { 'wait-until': 'paused' } }))
  expect(played.passed).toBe(true)
  expect(played.outputs).toMatchObject({
    outcome: 'paused',
    'hook-id': expect.stringMatching(pauseId),
    'hook-expires-at': expect.stringMatching(/^2026-01-15T\d\d:\d\d:\d\dZ$/),
    'service-deployment-arn': webOf(played.world).serviceDeployments.at(-1)?.arn,
    'serving-task-definition-arn': expect.stringMatching(/web:7$/),
    'failure-class': '',
  })
  expect(webOf(played.world).serviceDeployments.at(-1)?.status).toBe('IN_PROGRESS')
  expect(verdict(played)).toMatch(/paused: web:8 is paused: pause hook \S+ waits for somebody/)
  expect(verdict(played)).toContain('aws ecs continue-service-deployment')
  expect(played.annotations.map(({ level, title }) => `${level}: ${title}`)).toEqual([
    'warning: ECS deployment paused',
  ])
  expect(played.state.unfinished ?? '').toBe('')
})

test.each([
  { stage: 'TEST_TRAFFIC_SHIFT', shown: /test traffic shift/ },
  { stage: 'SCALE_UP', shown: /scale up/ },
])('wait-until: $stage ends before the pause, green, and says that it goes on', async ({ stage, shown }) => {
  const played = await play(pausing({ inputs: { 'wait-until': stage } }))
  expect(played.outputs).toMatchObject({ outcome: 'started', 'hook-id': '' })
  expect(verdict(played)).toMatch(shown)
  expect(webOf(played.world).serviceDeployments.at(-1)?.status).toBe('IN_PROGRESS')
})

test('a stage behind a hook: the step waits for the hook and says so in the plan', async () => {
  const played = await play(
    pausing({ inputs: { 'wait-until': 'BAKE_TIME' }, action: 'CONTINUE', minutes: 3 }),
  )
  expect(played.outputs.outcome).toBe('started')
  expect(text(played)).toMatch(/pause-hook +the service has a pause hook at POST_TEST_TRAFFIC_SHIFT/)
  expect(played.annotations.map(({ title }) => title)).toContain('web on prod waits at a pause hook')
})

test('a stage that a rollback keeps from being reached: rolled back', async () => {
  const played = await play(pausing({ inputs: { 'wait-until': 'BAKE_TIME' }, minutes: 3 }))
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'lifecycle-hook' })
})

test.each(['TEST_TRAFFIC_SHIFT', 'BAKE_TIME'])(
  'wait-until: %s for a rolling deployment: a warning before, and a notice at the end',
  async stage => {
    const played = await play({ ...healthy, inputs: { ...healthy.inputs, 'wait-until': stage } })
    expect(played.outputs.outcome).toBe('succeeded')
    expect(verdict(played)).toContain(`before a poll showed it at ${stage} or later`)
    expect(text(played)).toMatch(/lifecycle-stage +wait-until is/)
  },
)

test('a stage of hooks for a rolling deployment that has one: started', async () => {
  const inputs = { 'wait-until': 'SCALE_UP' }
  const played = await play(pausing({ inputs, strategy: 'ROLLING', stage: 'POST_SCALE_UP' }))
  expect(played.outputs.outcome).toBe('started')
  expect(text(played)).not.toContain('lifecycle-stage')
})

test('a service without a pause hook: refused before anything is changed', async () => {
  const played = await play(withoutHook({ 'wait-until': 'paused' }))
  expect(played.outputs.outcome).toBe('refused')
  expect(changesIn(played.requests)).toEqual([])
  expect(verdict(played)).toContain('no pause hook')
})

test('a deployment that no hook pauses: succeeded, and said', async () => {
  const played = await play(withoutHook({ 'wait-until': 'paused', preflight: 'warn' }))
  expect(played.outputs.outcome).toBe('succeeded')
  expect(verdict(played)).toContain('No pause hook was seen to pause this deployment')
})

test('a rolling deployment pauses, too', async () => {
  const played = await play(
    pausing({ inputs: { 'wait-until': 'paused' }, strategy: 'ROLLING', stage: 'POST_SCALE_UP' }),
  )
  expect(played.outputs).toMatchObject({ outcome: 'paused', 'hook-id': expect.stringMatching(pauseId) })
})

test('a role that may not read service deployments sees no pause, and says so', async () => {
  const played = await play({
    ...pausing({ inputs: { 'wait-until': 'paused', 'wait-for-minutes': '5' } }),
    faults: [{ kind: 'access-denied', operations: ['ListServiceDeployments', 'DescribeServiceDeployments'] }],
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(verdict(played)).toContain('wait-until: paused needs the service deployment')
})

test('a pause is no success: a rollout that fails before it ends red', async () => {
  const story = pausing({ inputs: { 'wait-until': 'paused' } })
  const played = await play({
    ...story,
    setUp: world => {
      story.setUp(world)
      world.images.add(imageOf(commit), { ...workingSoftware, exitsAfterSeconds: 5, exitCode: 1 })
    },
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'container-exit' })
})

test.each([
  { input: 'bump-desired-count', value: '4', says: 'contradicts wait-until: paused' },
  { input: 'wait-for-service-stability', value: 'false', says: 'contradicts wait-for-service-stability' },
  { input: 'wait-until', value: 'POST_TRAFFIC', says: '"POST_TRAFFIC" is not one of completed, paused' },
])('wait-until with $input: $value is refused', async ({ input, value, says }) => {
  const played = await play(pausing({ inputs: { 'wait-until': 'paused', [input]: value } }))
  expect(played.outputs.outcome).toBe('refused')
  expect(played.requests).toEqual([])
  expect(verdict(played)).toContain(says)
})

test('a verification does not run on a deployment that waits, and the report says so', async () => {
  const url = 'https://web.example.com/version'
  const played = await play(pausing({ inputs: { 'wait-until': 'paused', 'verify-url': url } }))
  expect(played.outputs.outcome).toBe('paused')
  expect(played.requests.filter(({ service }) => service === 'web')).toEqual([])
  expect(verdict(played)).toMatch(/verif/)
})

function withoutHook(more: Readonly<Record<string, string>>): Story {
  return {
    files,
    inputs: { ...inputs, ...more },
    setUp: (world: World) => {
      replayBlueGreenHistory(world, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 })
      world.images.add(imageOf(commit), workingSoftware)
    },
  }
}
