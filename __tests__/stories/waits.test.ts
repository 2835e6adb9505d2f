/** The wait is over: the log has said what the deployment waits for, and that is the reason. */
import { expect, test } from '@jest/globals'
import { stopTask } from '../../simulator/ecs/behavior/task-stop.js'
import type { StopCode } from '../../simulator/ecs/state/task.js'
import type { World } from '../../simulator/ecs/world.js'
import { replayBlueGreenHistory } from '../../simulator/scenarios/blue-green-service.js'
import { firstDeployment } from '../../simulator/scenarios/first-deployment.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import {
  commit,
  imageOf,
  targetGroupArn,
  taskDefinition,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import { play } from '../support/play.js'
import {
  playWeb,
  type StoryOverrides,
  text,
  update,
  verdict,
  webOf,
  webStory,
} from '../support/web-stories.js'

/** AWS stops each new task after half a minute. */
const stopping = (code: StopCode, reason: string): StoryOverrides => ({
  also: (world: World) => {
    const old = webOf(world).deployments[0]?.id
    const sweep = () => {
      for (const task of world.tasksOf(webOf(world))) {
        const isOurs = task.deploymentId !== old && task.lastStatus === 'RUNNING'
        if (isOurs && world.now - (task.startedAt ?? 0) > 10_000) stopTask(world, task, { code, reason })
      }
      world.after(5_000, sweep)
    }
    world.after(5_000, sweep)
  },
})

const withSidecar = (sidecar: object, condition: string): StoryOverrides => {
  const definition = taskDefinition(imageOf('x')) as { containerDefinitions: object[] }
  const [app] = definition.containerDefinitions
  const side = { name: 'side', essential: false, image: imageOf('1f3c9e0'), ...sidecar }
  const dependsOn = [{ containerName: 'side', condition }]
  const containers = { ...definition, containerDefinitions: [{ ...app, dependsOn }, side] }
  return { files: { 'task-definition.json': JSON.stringify(containers) } }
}

const withHealthCheck = (healthCheck: object): StoryOverrides => {
  const definition = taskDefinition(imageOf('x')) as { containerDefinitions: object[] }
  const [app] = definition.containerDefinitions
  const checked = { ...app, healthCheck: { command: ['CMD', 'true'], ...healthCheck } }
  const containers = { ...definition, containerDefinitions: [checked] }
  return { files: { 'task-definition.json': JSON.stringify(containers) } }
}

const lambda = 'arn:aws:lambda:eu-west-1:123456789012:function:smoke-test'

const shifting = (deploymentConfiguration: object): StoryOverrides => ({
  setUp: world => {
    replayBlueGreenHistory(world, {
      strategy: 'BLUE_GREEN',
      bakeTimeInMinutes: 1,
      ...deploymentConfiguration,
    })
    world.images.add(imageOf(commit), workingSoftware)
    world.lambdas.add(lambda, { hookStatus: 'SUCCEEDED', seconds: 3600 })
  },
})

test.each<
  StoryOverrides & {
    readonly name: string
    readonly as: string
    /** what the log says that it waits for; without: ECS's words in the log say it */
    readonly log?: RegExp
    readonly why: RegExp
    readonly next: RegExp
  }
>([
  {
    name: 'old tasks under scale-in protection',
    also: world => {
      for (const task of world.tasksOf(webOf(world))) task.protectedUntil = world.now + 7_200_000
    },
    as: 'placement',
    log: /waits for the scale-in protection of 2 tasks of web:7 to end/,
    why: /2 tasks of web:7 are under scale-in protection, so ECS does not stop them/,
    next: /UpdateTaskProtection/,
  },
  {
    name: 'no room between the percents',
    also: world =>
      world.after(20_000, () =>
        update(world, { deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 149 } }),
      ),
    settings: { rolloutStartMs: 30_000 },
    as: 'placement',
    log: /waits for room to start or stop a task: of 2 desired, at least 2 .* at most 2/,
    why: /neither stop an old task nor start a new one: of 2 desired, at least 2 .* at most 2/,
    next: /Set maximum-percent to at least 150/,
  },
  {
    name: 'Spot',
    ...stopping('SpotInterruption', 'Your Spot Task was interrupted.'),
    as: 'placement',
    log: /2 tasks were interrupted by Spot/,
    why: /\d+ tasks were interrupted by Spot/,
    next: /not Spot/,
  },
  {
    name: 'retirement',
    ...stopping(
      'ServiceSchedulerInitiated',
      'ECS is performing maintenance on the underlying infrastructure hosting the task',
    ),
    as: 'placement',
    log: /2 tasks were retired for maintenance/,
    why: /\d+ tasks were retired for maintenance/,
    next: /Deploy again/,
  },
  {
    name: 'a host that fails',
    ...stopping('InfrastructureHealth', 'Host EC2 (instance i-0a1b2c3d) terminated.'),
    as: 'placement',
    log: /2 tasks were lost with a host/,
    why: /\d+ tasks were lost with a host/,
    next: /container instances/,
  },
  {
    name: 'a target group that is gone',
    also: world => world.after(20_000, () => world.targetGroups.remove(targetGroupArn)),
    as: 'health-check',
    why: /cannot register the tasks in target group web-prod: One or more target groups not found/,
    next: /Create target group web-prod again/,
  },
  {
    name: 'a container that another depends on and that failed',
    ...withSidecar({ image: imageOf('broken') }, 'SUCCESS'),
    also: world => world.images.add(imageOf('broken'), { exitsAfterSeconds: 2, exitCode: 3 }),
    as: 'container-exit',
    log: /waits for container side, which others depend on and which exited with code 3/,
    why: /2 tasks stay in PENDING: container side, which others depend on, exited with code 3/,
    next: /Read the log of side/,
  },
  {
    name: 'a container that another depends on and that is unhealthy',
    ...withSidecar(
      { image: imageOf('broken'), healthCheck: { command: ['CMD', 'true'], interval: 5, retries: 2 } },
      'HEALTHY',
    ),
    also: world => world.images.add(imageOf('broken'), { containerHealthCheckPasses: false }),
    as: 'health-check',
    log: /waits for container side, which others depend on and which is unhealthy/,
    why: /container side, which others depend on, is unhealthy/,
    next: /dependsOn/,
  },
  {
    name: 'the bake time',
    inputs: { 'bake-time-minutes': '20' },
    as: 'time-limit',
    log: /waits for the bake time of 20 minutes to end, at 2026-01-15 09:2\d UTC/,
    why: /all its tasks run, and the bake time of 20 minutes lasts until 2026-01-15 09:2\d UTC/,
    next: /Set wait-for-minutes to at least 23, or bake-time-minutes to at most 3\./,
  },
  {
    name: 'connections that drain',
    history: { targetGroup: { deregistrationDelaySeconds: 1800 } },
    as: 'time-limit',
    log: /waits for 2 tasks of web:7 to stop: .*deregistration delay, 300 s unless set/,
    why: /2 tasks of web:7 are still stopping: the load balancer drains their connections/,
    next: /deregistration delay/,
  },
  {
    name: 'a container health check that takes long',
    ...withHealthCheck({ startPeriod: 300, interval: 60, retries: 10 }),
    software: { containerHealthCheckPasses: false },
    history: { service: { loadBalancers: [] } },
    as: 'health-check',
    log: /waits for container app of 2 tasks of web:8 to become healthy/,
    why: /waits for container app of 2 tasks of web:8 to become healthy/,
    next: /health check sooner/,
  },
  {
    name: 'targets within their grace period',
    software: { startSeconds: 900 },
    history: { service: { healthCheckGracePeriodSeconds: 1800 } },
    as: 'health-check',
    log: /waits for the targets of 2 tasks of web:8 to become healthy/,
    why: /waits for the targets of 2 tasks of web:8 to become healthy: 2 of 4 targets of the load balancer are unhealthy/,
    next: /answer the health check/,
  },
  {
    name: 'a function that does not answer',
    ...shifting({
      lifecycleHooks: [
        {
          targetType: 'AWS_LAMBDA',
          hookTargetArn: lambda,
          roleArn: 'arn:aws:iam::123456789012:role/hooks',
          lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
        },
      ],
    }),
    as: 'lifecycle-hook',
    log: /waits for lifecycle hook arn:aws:lambda:eu-west-1:123456789012:function:smoke-test, in progress since \d:\d\d \(stage post test traffic shift\)/,
    why: /lifecycle hook arn:aws:lambda:eu-west-1:123456789012:function:smoke-test is in progress since \d:\d\d \(stage post test traffic shift\)/,
    next: /hookStatus/,
  },
  {
    name: 'the bake time of two revisions side by side',
    ...shifting({ bakeTimeInMinutes: 60 }),
    as: 'time-limit',
    log: /waits for the bake time of 60 minutes to end, at 2026-01-15 10:0\d UTC/,
    why: /bake time of 60 minutes lasts until 2026-01-15 10:0\d UTC; the new revision gets 100% of the traffic/,
    next: /Set wait-for-minutes to at least 6\d, or bake-time-minutes to at most \d\./,
  },
  {
    name: 'traffic that shifts in steps',
    ...shifting({ strategy: 'LINEAR', linearConfiguration: { stepPercent: 10, stepBakeTimeInMinutes: 10 } }),
    as: 'time-limit',
    why: /stage production traffic shift is not over; the new revision gets \d+% of the traffic/,
    next: /larger steps/,
  },
  {
    name: 'capacity',
    also: world => {
      world.capacity.available = false
    },
    as: 'placement',
    why: /could not place a task repeatedly since .*capacity is unavailable/,
    next: /Availability Zones/,
  },
  {
    name: 'network interfaces',
    settings: { provisioningMs: 1_200_000 },
    as: 'placement',
    log: /waits for 2 tasks in PROVISIONING/,
    why: /2 of 2 tasks are still starting: they are in PROVISIONING/,
    next: /free addresses/,
  },
  {
    name: 'images that take long to pull',
    software: { pullSeconds: 1800 },
    as: 'time-limit',
    log: /waits for 2 tasks to start \(PENDING\)/,
    why: /2 of 2 tasks are still starting \(PENDING\)/,
    next: /wait-for-minutes/,
  },
  {
    name: 'somebody who stops the tasks',
    ...stopping('UserInitiated', 'Task stopped by user: nightly cleanup'),
    as: 'other',
    log: /2 tasks were stopped by a person or a program/,
    why: /\d+ tasks were stopped by a person or a program/,
    next: /StopTask/,
  },
])('$name', async ({ as, log, why, next, name: _, ...story }) => {
  const inputs = {
    'wait-for-minutes': '6',
    'circuit-breaker': 'keep',
    'image-policy': 'any',
    preflight: 'warn',
  }
  const played = await playWeb({ ...story, inputs: { ...inputs, ...story.inputs } })
  expect(played.outputs).toMatchObject({ outcome: 'timed-out', 'failure-class': as })
  if (log) expect(text(played)).toMatch(new RegExp(`^ +\\d+:\\d\\d +${log.source}`, 'm'))
  expect(text(played)).not.toContain('no change')
  expect(verdict(played)).toMatch(new RegExp(`^ +why +.*${why.source}`, 'm'))
  expect(verdict(played)).toMatch(new RegExp(`^ +next +.*${next.source}`, 'm'))
})

test.each([
  { name: 'ECS rolls back', story: webStory({ software: movedSoftware }) },
  { name: 'one task at a time', story: webStory({ software: movedSoftware, history: { desiredCount: 1 } }) },
  { name: 'nothing to go back to', story: firstDeployment },
])(
  'later tasks wait for targets of their own, whatever was read of earlier ones: $name',
  async ({ story }) => {
    const played = await play(story)
    expect(text(played)).toMatch(/waits for the targets of \d tasks? of web:\d to become healthy/)
    expect(text(played)).not.toContain('waits for ECS to complete')
  },
)
