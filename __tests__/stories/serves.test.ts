/** The wait ends in the middle of a rollout: what serves then, by traffic, healthy targets and containers. */
import { expect, test } from '@jest/globals'
import { stopTask } from '../../simulator/ecs/behavior/task-stop.js'
import type { World } from '../../simulator/ecs/world.js'
import { replayBlueGreenHistory } from '../../simulator/scenarios/blue-green-service.js'
import { commit, filesOf, imageOf, workingSoftware } from '../../simulator/scenarios/web-service.js'
import { headingOf, playWeb, type StoryOverrides, verdict, webOf } from '../support/web-stories.js'

const shifting = (deploymentConfiguration: object, software: object = {}): StoryOverrides => ({
  setUp: world => {
    replayBlueGreenHistory(world, deploymentConfiguration)
    world.images.add(imageOf(commit), { ...workingSoftware, ...software })
  },
})

const checked = filesOf({ healthCheck: { command: ['CMD', 'true'], interval: 30, startPeriod: 300 } })
const noBalancer = { service: { loadBalancers: [] } }
const long = { targetGroup: { deregistrationDelaySeconds: 1800 } }
const protect = (world: World) => {
  for (const task of world.tasksOf(webOf(world))) task.protectedUntil = world.now + 7_200_000
}
const canary = { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 60 } }

test.each<
  StoryOverrides & {
    readonly name: string
    readonly title: string
    readonly serves: string
    readonly arns: string
  }
>([
  {
    name: 'blue/green in its bake time',
    ...shifting({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 60 }),
    title: '`web:8` serves',
    serves: 'web:8, 2 of 2 healthy',
    arns: 'web:8',
  },
  {
    name: 'a canary in its bake time',
    ...shifting(canary),
    title: '`web:8` (20% of the traffic) and `web:7` (80% of the traffic) serve',
    serves: 'web:8, 2 of 2 healthy, 20% of the traffic · web:7, 2 of 2 healthy, 80% of the traffic',
    arns: 'web:8,web:7',
  },
  {
    name: 'blue/green before any traffic: tasks start slowly',
    ...shifting({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 }, { startSeconds: 1_000 }),
    title: '`web:7` still serves',
    serves: 'web:7, 2 of 2 healthy',
    arns: 'web:7',
  },
  {
    name: 'old tasks that drain',
    history: long,
    title: '`web:8` serves',
    serves: 'web:8, 2 of 2 healthy',
    arns: 'web:8',
  },
  {
    name: 'old tasks that drain, without a load balancer to say so',
    history: noBalancer,
    software: { stopSeconds: 100 },
    also: world => {
      const old = world.tasksOf(webOf(world))
      world.after(60_000, () => {
        for (const task of old) stopTask(world, task, { code: 'UserInitiated', reason: 'x' })
      })
    },
    inputs: { 'bake-time-minutes': '20' },
    title: '`web:8` serves',
    serves: 'web:8, 2 of 2 running',
    arns: 'web:8',
  },
  {
    name: 'old tasks that are kept',
    also: protect,
    title: '`web:8` and `web:7` serve',
    serves: 'web:8, 2 of 2 healthy · web:7, 2 of 2 healthy',
    arns: 'web:8,web:7',
  },
  {
    name: 'new tasks that run and are not healthy',
    history: { service: { healthCheckGracePeriodSeconds: 1800 } },
    software: { startSeconds: 1_000 },
    title: '`web:7` still serves',
    serves: 'web:7, 2 of 2 healthy',
    arns: 'web:7',
  },
  {
    name: 'new containers without a result of their health check',
    history: noBalancer,
    files: checked,
    software: { containerHealthCheckPasses: false },
    title: '`web:7` still serves',
    serves: 'web:7, 2 of 2 running',
    arns: 'web:7',
  },
  {
    name: 'new tasks that cannot be placed after the old one had to go',
    history: { service: { deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 } } },
    also: world => {
      world.capacity.available = false
    },
    title: 'no task is running',
    serves: 'nothing: no task is running',
    arns: '',
  },
  {
    name: 'a role that may not read tasks: what ECS and the load balancer count',
    also: protect,
    faults: [{ kind: 'access-denied', operations: ['ListTasks'] }],
    title: '`web:7` still serves',
    serves: 'web:7, 2 of 2 running',
    arns: 'web:7',
  },
])('$name: $title', async ({ title, serves, arns, name: _, ...story }) => {
  const inputs = {
    'wait-for-minutes': '6',
    'circuit-breaker': 'keep',
    preflight: 'warn',
    'fail-fast-after': '0',
  }
  const played = await playWeb({ ...story, inputs: { ...inputs, ...story.inputs } })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(headingOf(played)).toBe(`timed out, ${title}`)
  expect(verdict(played)).toMatch(new RegExp(`^ +serves +${serves}$`, 'm'))
  const named = played.outputs['serving-task-definition-arn'] ?? ''
  expect(named.replace(/arn:\S+?\//g, '')).toBe(arns)
})
