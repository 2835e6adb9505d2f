/** Deployments that shift traffic, wait at hooks or end early; services that are scheduled or controlled otherwise. */
import { expect, test } from '@jest/globals'
import type { HookFunction } from '../../simulator/ecs/resources/lambdas.js'
import type { World } from '../../simulator/ecs/world.js'
import { replayBlueGreenHistory } from '../../simulator/scenarios/blue-green-service.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import {
  call,
  cluster,
  commit,
  createService,
  files,
  imageOf,
  inputs,
  openCluster,
  register,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import { changesIn, play, type Story } from '../support/play.js'
import { text, update, verdict, webOf } from '../support/web-stories.js'

function shifting(deploymentConfiguration: object, software: object = {}): Story {
  return {
    files,
    inputs,
    setUp: world => {
      replayBlueGreenHistory(world, deploymentConfiguration)
      world.images.add(imageOf(commit), { ...workingSoftware, ...software })
    },
  }
}

const canary = { canaryPercent: 20, canaryBakeTimeInMinutes: 2 }
const linear = { stepPercent: 50, stepBakeTimeInMinutes: 1 }

test.each([
  { strategy: 'BLUE_GREEN', more: {}, weights: [100] },
  { strategy: 'CANARY', more: { canaryConfiguration: canary }, weights: [20, 100] },
  { strategy: 'LINEAR', more: { linearConfiguration: linear }, weights: [50, 100] },
])(
  '$strategy: the log shows stage and traffic, and the success is ours',
  async ({ strategy, more, weights }) => {
    const played = await play(shifting({ strategy, bakeTimeInMinutes: 1, ...more }))
    expect(played.outputs.outcome).toBe('succeeded')
    for (const weight of weights)
      expect(text(played)).toMatch(new RegExp(`stage .*: the new revision gets ${weight}% of the traffic`))
    expect(text(played)).toContain('stage bake time')
  },
)

const lambda = 'arn:aws:lambda:eu-west-1:123456789012:function:smoke-test'

function atHook(hook: object, also: (world: World) => void = () => {}): Story {
  const plain = shifting({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 })
  return {
    ...plain,
    setUp: world => {
      plain.setUp(world)
      update(world, {
        deploymentConfiguration: {
          lifecycleHooks: [{ lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'], ...hook }],
        },
      })
      also(world)
    },
  }
}

test.each([
  { action: 'ROLLBACK', different: 'rolls back', outcome: 'rolled-back' },
  { action: 'CONTINUE', different: 'continues', outcome: 'succeeded' },
])(
  'a waiting pause hook is reported with its id, its end and what happens then: $action',
  async ({ action, different, outcome }) => {
    const timeoutConfiguration = { timeoutInMinutes: 5, action }
    const played = await play(atHook({ targetType: 'PAUSE', timeoutConfiguration }))
    expect(played.annotations[0]?.message).toMatch(
      new RegExp(
        `pause hook ecs-pause-\\S+ waits for somebody to continue it until .*\\d\\d:\\d\\d.*; otherwise ECS ${different}`,
      ),
    )
    const request = played.annotations.filter(({ title }) => title === 'web on prod waits at a pause hook')
    expect(request).toEqual([
      {
        level: 'warning',
        title: 'web on prod waits at a pause hook',
        message: expect.stringMatching(
          /^pause hook (ecs-pause-\S+) waits .*\. To continue it, or with --action ROLLBACK to roll back:\naws ecs continue-service-deployment --service-deployment-arn arn:\S+:service-deployment\/prod\/web\/\S+ --hook-id \1 --region eu-west-1$/,
        ),
      },
    ])
    expect(played.outputs.outcome).toBe(outcome)
    if (outcome === 'rolled-back') expect(played.outputs['failure-class']).toBe('lifecycle-hook')
  },
)

test('a pause hook that outlasts the wait: timed out, and what it waits for is the reason', async () => {
  const story = atHook({
    targetType: 'PAUSE',
    timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' },
  })
  const played = await play({ ...story, inputs: { ...story.inputs, 'wait-for-minutes': '6' } })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(verdict(played)).toMatch(/why +pause hook ecs-pause-\S+ waits for somebody to continue it/)
  expect(verdict(played)).toMatch(
    /Continue it \(or end it with --action ROLLBACK\):\s+aws ecs continue-service-deployment --service-deployment-arn arn:\S+:service-deployment\/prod\/web\/\S+ --hook-id ecs-pause-\S+ --region eu-west-1$/m,
  )
})

test('a pause hook that timed out and let the deployment go on is not what ended it', async () => {
  const timeoutConfiguration = { timeoutInMinutes: 1, action: 'CONTINUE' }
  const story = atHook({ targetType: 'PAUSE', timeoutConfiguration }, world =>
    world.after(180_000, () => {
      const serviceDeploymentArn = webOf(world).serviceDeployments.at(-1)?.arn
      call(world, 'StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' })
    }),
  )
  const played = await play(story)
  expect(text(played)).toMatch(/pause hook \S+ timed out/)
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(played.outputs['failure-class']).not.toBe('lifecycle-hook')
  expect(verdict(played)).not.toContain('hook')
})

test.each<HookFunction & { readonly outcome: string }>([
  { hookStatus: 'SUCCEEDED', seconds: 40, outcome: 'succeeded' },
  { hookStatus: 'FAILED', seconds: 20, outcome: 'rolled-back' },
  { hookStatus: null, seconds: 20, outcome: 'rolled-back' },
])('a lifecycle hook that answers $hookStatus: $outcome', async ({ outcome, ...answer }) => {
  const hook = {
    targetType: 'AWS_LAMBDA',
    hookTargetArn: lambda,
    roleArn: 'arn:aws:iam::123456789012:role/hooks',
  }
  const played = await play(atHook(hook, world => world.lambdas.add(lambda, answer)))
  expect(played.outputs.outcome).toBe(outcome)
  if (outcome === 'succeeded') return
  expect(played.outputs).toMatchObject({
    'failure-class': 'lifecycle-hook',
    'failure-reason': expect.stringMatching(/lifecycle hook.* smoke-test /),
  })
})

test('a bake time that outlasts the wait: until when, and who gets the traffic', async () => {
  const story = shifting({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 60 })
  const played = await play({
    ...story,
    inputs: { ...story.inputs, 'wait-for-minutes': '10', preflight: 'warn' },
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(verdict(played)).toMatch(
    /the bake time of 60 minutes lasts until 2026-01-15 10:0\d UTC; the new revision gets 100% of the traffic/,
  )
})

test('a lifecycle hook that outlasts the wait is what the deployment waits for', async () => {
  const hook = { targetType: 'AWS_LAMBDA', hookTargetArn: lambda, roleArn: 'arn:aws:iam::1:role/hooks' }
  const story = atHook(hook, world => world.lambdas.add(lambda, { hookStatus: 'SUCCEEDED', seconds: 3_600 }))
  const played = await play({ ...story, inputs: { ...story.inputs, 'wait-for-minutes': '6' } })
  expect(played.outputs).toMatchObject({ outcome: 'timed-out', 'failure-class': 'lifecycle-hook' })
  expect(verdict(played)).toMatch(
    /why +lifecycle hook arn:aws:lambda:\S+:smoke-test is in progress since \d:\d\d/i,
  )
  expect(verdict(played)).toContain('Read the log of its function')
})

test('a hook error of a hook that ECS does not list', async () => {
  const hook = { targetType: 'AWS_LAMBDA', hookTargetArn: lambda, roleArn: 'arn:aws:iam::1:role/hooks' }
  const played = await play({
    ...atHook(hook, world => world.lambdas.add(lambda, { hookStatus: null, seconds: 20 })),
    faults: [
      {
        kind: 'altered-response',
        operations: ['DescribeServiceDeployments'],
        member: 'serviceDeployments[].lifecycleHookDetails',
        to: 'empty',
      },
    ],
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'lifecycle-hook' })
  expect(verdict(played)).toContain('HookStatus must not be null')
  expect(verdict(played)).toContain('Make the function of the lifecycle hook return hookStatus')
})

test('early success: green while old tasks still drain, without calling that unfinished', async () => {
  const played = await play(scenarios['early-success'] as Story)
  expect(played.outputs.outcome).toBe('succeeded')
  const old = played.world
    .tasksOf(webOf(played.world))
    .filter(task => task.taskDefinition.arn.endsWith('web:7'))
  expect(old.some(({ lastStatus }) => lastStatus !== 'STOPPED')).toBe(true)
  expect(played.annotations).toEqual([])
})

const daemon: Story = {
  files,
  inputs,
  setUp: world => {
    const today = world.now
    world.startFrom(today - 3_600_000)
    openCluster(world)
    register(world, '1f3c9e0')
    call(world, 'CreateService', {
      cluster,
      serviceName: 'web',
      taskDefinition: 'web',
      schedulingStrategy: 'DAEMON',
      launchType: 'EC2',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } },
    })
    world.advanceTo(today)
    world.images.add(imageOf(commit), workingSoftware)
  },
}

test('a daemon service: one task on each instance, and the deployment succeeds', async () => {
  const played = await play(daemon)
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', revision: '2' })
})

test.each(['desired-count', 'bump-desired-count'])('a daemon service has no %s: refused', async name => {
  const played = await play({ ...daemon, inputs: { ...inputs, [name]: '3' } })
  expect(played.outputs.outcome).toBe('refused')
  expect(changesIn(played.requests)).toEqual([])
  expect(verdict(played)).toContain('DAEMON')
})

test.each([
  { type: 'CODE_DEPLOY', remedy: 'Deploy it through AWS CodeDeploy' },
  { type: 'EXTERNAL', remedy: 'Deploy it with task sets' },
])(
  'the deployment controller $type: refused with what to do, and nothing is registered',
  async ({ type, remedy }) => {
    const played = await play({
      files,
      inputs,
      setUp: world => {
        openCluster(world)
        register(world, '1f3c9e0')
        const deploymentController = { type }
        if (type === 'EXTERNAL')
          call(world, 'CreateService', { cluster, serviceName: 'web', deploymentController })
        else createService(world, { desiredCount: 2, deploymentController })
      },
    })
    expect(played.outputs).toMatchObject({ outcome: 'refused', 'task-definition-arn': '' })
    expect(changesIn(played.requests)).toEqual([])
    expect(verdict(played)).toContain(remedy)
    expect(verdict(played)).not.toContain('is not a container')
    expect(played.summary).not.toMatch(/UpdateService<|rollback-target|alarm-none/)
  },
)
