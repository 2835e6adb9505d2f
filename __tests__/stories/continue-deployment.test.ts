/** A second step decides how a paused deployment goes on. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { codeRepository } from '../../simulator/scenarios/code-repository.js'
import { call, files, imageOf } from '../../simulator/scenarios/web-service.js'
import { type Decided, deciding, newestArn } from '../support/deciding.js'
import { pausing } from '../support/pausing.js'
import { changesIn, play, type Story } from '../support/play.js'
import { text, update, verdict, webOf } from '../support/web-stories.js'

const serviceDeploymentArn = 'arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/'

test('continue: one request, and the deployment is watched until it serves', async () => {
  const played = await play(deciding())
  expect(verdict(played)).toMatch(/succeeded: web:8 serves/)
  expect(played.outputs).toMatchObject({
    outcome: 'succeeded',
    'service-deployment-arn': newestArn(played.world),
  })
  expect(changesIn(played.requests)).toEqual(['ContinueServiceDeployment'])
  expect(played.requests.find(({ operation }) => operation === 'ContinueServiceDeployment')?.input).toEqual({
    serviceDeploymentArn: newestArn(played.world),
    hookId: expect.stringMatching(/^ecs-pause-/),
    action: 'CONTINUE',
  })
  expect(text(played)).toMatch(/sent +continue web:8 at pause hook ecs-pause-/)
  expect(JSON.parse(played.outputs.result ?? '').services[0].deployment).toMatchObject({
    joined: true,
    decision: 'CONTINUE',
  })
})

test('rollback: red, and the request is the reason', async () => {
  const played = await play(deciding({ decision: 'rollback' }))
  expect(played.outputs).toMatchObject({
    outcome: 'rolled-back',
    'serving-task-definition-arn': expect.stringMatching(/web:7$/),
  })
  expect(verdict(played)).toContain('continue-deployment: rollback asked for it')
  expect(changesIn(played.requests)).toEqual(['ContinueServiceDeployment'])
})

test('without the ARN: the newest deployment of the service, which is said first', async () => {
  const played = await play(deciding({ withoutArn: true }))
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.log[0]).toContain('service-deployment-arn is empty')
})

test('a dry run shows the request and the changes, and sends nothing', async () => {
  const played = await play(deciding({ with: { 'dry-run': 'true' } }))
  expect(played.outputs.outcome).toBe('planned')
  expect(changesIn(played.requests)).toEqual([])
  expect(verdict(played)).toMatch(
    /the deployment of web:8 to web, which waits at ecs-pause-\S+, would be continued; nothing was changed/,
  )
  expect(text(played)).toContain('ContinueServiceDeployment')
  expect(JSON.parse(played.outputs.plan ?? '').decision).toMatchObject({ action: 'CONTINUE' })
})

const answer = (world: World, action: string) => {
  const hookId = webOf(world).serviceDeployments.at(-1)?.hooks.at(-1)?.hookId
  call(world, 'ContinueServiceDeployment', { serviceDeploymentArn: newestArn(world), hookId, action })
}

test.each<{ name: string; decided: Decided; says: RegExp }>([
  {
    name: 'continued by somebody else',
    decided: { also: world => answer(world, 'CONTINUE') },
    says: /is in progress at the stage \S.*, but no pause hook waits: ecs-pause-\S+ was continued already/,
  },
  {
    name: 'rolled back by somebody else',
    decided: {
      also: world => {
        answer(world, 'ROLLBACK')
        world.advanceTo(world.now + 600_000)
      },
    },
    says: /was rolled back: there is nothing to decide/,
  },
  {
    name: 'expired',
    decided: { minutes: 2, also: world => world.advanceTo(world.now + 600_000) },
    says: /rolled back: there is nothing to decide/,
  },
  {
    name: 'completed',
    decided: {
      also: world => {
        answer(world, 'CONTINUE')
        world.advanceTo(world.now + 900_000)
      },
    },
    says: /has completed: there is nothing to decide/,
  },
  {
    name: 'replaced by a newer deployment',
    decided: { also: world => update(world, { forceNewDeployment: true }) },
    says: /(?:is not the newest deployment of the service|is being stopped|was stopped)/,
  },
  {
    name: 'unknown',
    decided: { with: { 'service-deployment-arn': `${serviceDeploymentArn}AAAAAAAAAAAAAAAAAAAAA` } },
    says: /no deployment that could wait/,
  },
])('a deployment that is $name: refused by its state, and nothing is sent', async ({ decided, says }) => {
  const played = await play(deciding(decided))
  expect(played.outputs).toMatchObject({ outcome: 'refused', 'failure-class': 'other' })
  expect(verdict(played)).toMatch(says)
  expect(changesIn(played.requests)).toEqual([])
})

test('a hook after the answered one ends the step as paused with wait-until: paused', async () => {
  const story = deciding({
    with: { 'wait-until': 'paused' },
    stages: ['POST_TEST_TRAFFIC_SHIFT', 'POST_PRODUCTION_TRAFFIC_SHIFT'],
  })
  const played = await play(story)
  expect(played.outputs).toMatchObject({ outcome: 'paused', 'hook-id': expect.stringMatching(/^ecs-pause-/) })
  const hooks = webOf(played.world).serviceDeployments.at(-1)?.hooks ?? []
  expect(hooks.map(({ hookId, status }) => [hookId === played.outputs['hook-id'], status])).toEqual([
    [false, 'SUCCEEDED'],
    [true, 'AWAITING_ACTION'],
  ])
})

test('an answer that is lost after ECS took it: looked for, not sent again, and said', async () => {
  const played = await play({
    ...deciding(),
    faults: [
      { kind: 'connection-reset', when: 'after-effect', operations: ['ContinueServiceDeployment'], times: 1 },
    ],
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(changesIn(played.requests)).toEqual(['ContinueServiceDeployment'])
  expect(verdict(played)).toContain('The answer to ContinueServiceDeployment was lost')
})

test('a request that never arrives: sent once more after the hook was seen waiting', async () => {
  const played = await play({
    ...deciding(),
    faults: [
      { kind: 'server-error', when: 'before-effect', operations: ['ContinueServiceDeployment'], times: 1 },
    ],
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(changesIn(played.requests)).toHaveLength(2)
})

test('requests that never arrive: unknown after two, and the deployment goes on waiting', async () => {
  const played = await play({
    ...deciding(),
    faults: [{ kind: 'server-error', when: 'before-effect', operations: ['ContinueServiceDeployment'] }],
  })
  expect(played.outputs.outcome).toBe('unknown')
  expect(changesIn(played.requests)).toHaveLength(2)
  expect(verdict(played)).toContain(
    'it is not known whether the deployment of web:8 still waits at its pause hook',
  )
})

test('a rollback whose request was lost, and somebody else continued: red, never a success', async () => {
  const played = await play({
    ...deciding({
      decision: 'rollback',
      also: world => world.after(3_000, () => answer(world, 'CONTINUE')),
    }),
    faults: [
      { kind: 'server-error', when: 'before-effect', operations: ['ContinueServiceDeployment'], times: 1 },
    ],
  })
  expect(played.outputs.outcome).toBe('refused')
  expect(verdict(played)).toContain('the deployment was continued, not rolled back')
})

test('a rollback whose request was lost, and the hook expired and continued: red, never a success', async () => {
  const expire = (world: World) => {
    const hook = webOf(world).serviceDeployments.at(-1)?.hooks.at(-1)
    if (hook) hook.status = 'TIMED_OUT'
    world.scheduleRun(webOf(world))
  }
  const played = await play({
    ...deciding({
      decision: 'rollback',
      action: 'CONTINUE',
      also: world => world.after(3_000, () => expire(world)),
    }),
    faults: [
      { kind: 'server-error', when: 'before-effect', operations: ['ContinueServiceDeployment'], times: 1 },
    ],
  })
  expect(played.outputs.outcome).toBe('refused')
  expect(verdict(played)).toContain('the deployment was continued, not rolled back')
})

test('canceled after the request, with on-cancel: rollback, as a deployment of its own', async () => {
  const played = await play({ ...deciding({ with: { 'on-cancel': 'rollback' } }), cancelAfter: 8_000 })
  expect(played.outputs.outcome).toBe('cancelled')
  expect(changesIn(played.requests)[0]).toBe('ContinueServiceDeployment')
  expect(verdict(played)).toMatch(/a rollback to web:7 was requested|it was not rolled back because/)
})

test('a record at GitHub: open while the deployment waits, closed by the step that continues it', async () => {
  const record = { environment: 'production', 'github-token': 'ghs_simulated' }
  const stateAfter = async (story: Story) => {
    const { world } = await play(story)
    return world.github.open(codeRepository).deployments.map(({ statuses }) => statuses.at(-1)?.state)
  }
  expect(await stateAfter(pausing({ inputs: { ...record, 'wait-until': 'paused' } }))).toEqual([
    'in_progress',
  ])
  expect(await stateAfter(deciding({ with: record }))).toEqual(['success'])
})

test('a role that may not continue: refused with the action, and the deployment goes on waiting', async () => {
  const played = await play({
    ...deciding(),
    faults: [{ kind: 'access-denied', operations: ['ContinueServiceDeployment'] }],
  })
  expect(played.outputs).toMatchObject({ outcome: 'refused', 'failure-class': 'permissions' })
  expect(verdict(played)).toContain('ecs:ContinueServiceDeployment')
  expect(webOf(played.world).serviceDeployments.at(-1)?.status).toBe('IN_PROGRESS')
})

test('a workflow that is canceled before: nothing is sent', async () => {
  const played = await play({ ...deciding(), cancelAfter: 0 })
  expect(played.outputs.outcome).toBe('cancelled')
  expect(changesIn(played.requests)).toEqual([])
})

test.each([
  { input: 'image', value: imageOf('1f3c9e0') },
  { input: 'task-definition', value: 'task-definition.json' },
  { input: 'rollback', value: 'previous' },
  { input: 'bump-desired-count', value: '4' },
  { input: 'tags', value: 'a=b' },
  { input: 'run-task', value: 'true' },
  { input: 'wait-for-service-stability', value: 'false' },
])('continue-deployment with $input is refused before any call', async ({ input, value }) => {
  const played = await play(deciding({ with: { [input]: value } }))
  expect(played.outputs.outcome).toBe('refused')
  expect(played.requests).toEqual([])
  expect(verdict(played)).toContain(input)
})

test.each([
  {
    inputs: { 'service-deployment-arn': `${serviceDeploymentArn}x` },
    says: 'continue-deployment   is empty',
  },
  { inputs: { 'continue-deployment': 'continue' }, says: 'service   is empty' },
  {
    inputs: { 'continue-deployment': 'approve', service: 'web' },
    says: '"approve" is not one of continue, rollback',
  },
  {
    inputs: { 'continue-deployment': 'continue', 'service-deployment-arn': 'web' },
    says: 'is not the ARN of a service deployment',
  },
  {
    inputs: {
      'continue-deployment': 'continue',
      'service-deployment-arn': `${serviceDeploymentArn}x`,
      service: 'api',
    },
    says: 'is not the service of service-deployment-arn, web',
  },
])('$inputs: refused', async ({ inputs, says }) => {
  const played = await play({ files, inputs: inputs as unknown as Record<string, string>, setUp: () => {} })
  expect(played.outputs.outcome).toBe('refused')
  expect(verdict(played).replace(/ +/g, ' ')).toContain(says.replace(/ +/g, ' '))
})
