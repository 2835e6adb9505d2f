/** The twelve worst worlds of docs/endings.md, each with what happens in ECS. */
import type { World } from '../../../simulator/ecs/world.js'
import { replayBlueGreenHistory } from '../../../simulator/scenarios/blue-green-service.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import {
  commit,
  imageOf,
  register,
  replayHistory,
  workingSoftware,
} from '../../../simulator/scenarios/web-service.js'
import type { Story } from '../play.js'
import { update, webOf, webStory } from '../web-stories.js'

export interface Ending {
  /** of the picture */
  readonly id: string
  readonly title: string
  /** in ECS */
  readonly happened: string
  readonly story: Story
}

const scenario = (name: string) => scenarios[name] as Story
const crash = { exitsAfterSeconds: 2, exitCode: 1, logs: ['Error: DATABASE_URL is not set'] }
const smokeTest = 'arn:aws:lambda:eu-west-1:123456789012:function:smoke-test'

/** At most as many tasks as before: the old ones stop first. */
const inPlace = { deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 } }

function protectOldTasks(world: World): void {
  for (const task of world.tasksOf(webOf(world))) task.protectedUntil = world.now + 7_200_000
}

/** web:8 crashed, and the image of web:7, to which ECS rolls back, is gone from ECR. */
function endlessRollback(world: World): void {
  const now = world.now
  replayHistory(world, { desiredCount: 2, until: now - 20 * 60_000, service: inPlace })
  world.images.add(imageOf('a000001'), { ...workingSoftware, ...crash })
  register(world, 'a000001')
  world.images.expire(imageOf('1f3c9e0'))
  update(world, {
    taskDefinition: 'web',
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  })
  world.advanceTo(now)
  world.images.add(imageOf(commit), workingSoftware)
}

function failingHook(world: World): void {
  replayBlueGreenHistory(world, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 })
  const lifecycleHooks = [
    {
      targetType: 'AWS_LAMBDA',
      hookTargetArn: smokeTest,
      roleArn: 'arn:aws:iam::123456789012:role/hooks',
      lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
    },
  ]
  update(world, { deploymentConfiguration: { lifecycleHooks } })
  world.lambdas.add(smokeTest, { hookStatus: 'FAILED', seconds: 40 })
  world.images.add(imageOf(commit), workingSoftware)
}

export const endings: readonly Ending[] = [
  {
    id: 'port-changed',
    title: 'The app moved to another port',
    happened:
      'The app now listens on 5201, while the load balancer still checks 5001. Every task runs, fails its health check after a minute and is replaced. After three failures the circuit breaker rolls back; the old tasks served all the time.',
    story: scenario('port-mismatch'),
  },
  {
    id: 'first-deployment',
    title: 'A first deployment fails, and there is nothing to go back to',
    happened:
      'No deployment of the service has ever completed. The circuit breaker trips, finds no candidate for a rollback, and starts no more tasks. A task that fails its health check keeps running, and the load balancer, which has no other, sends requests to it.',
    story: scenario('first-deployment'),
  },
  {
    id: 'crash-after-completion',
    title: 'Tasks die after ECS completed the deployment',
    happened:
      'The tasks become healthy, so ECS completes the deployment and removes the old tasks. A minute later the new ones exit, and their successors as well. The circuit breaker no longer watches: ECS would replace tasks for ever.',
    story: webStory({
      software: { exitsAfterSeconds: 60, exitCode: 1, logs: ['FATAL: connection pool exhausted'] },
      inputs: { 'circuit-breaker': 'keep' },
    }),
  },
  {
    id: 'rollback-stuck',
    title: 'The rollback does not get through',
    happened:
      'The service replaces tasks in place (0 and 100 percent), so nothing runs while the new tasks crash. ECS rolls back to the old revision, whose image a lifecycle policy has deleted from ECR: its tasks cannot start either.',
    story: webStory({
      history: { service: inPlace },
      software: crash,
      also: world => world.images.expire(imageOf('1f3c9e0')),
      inputs: { preflight: 'warn' },
    }),
  },
  {
    id: 'rollback-in-flight',
    title: 'A rollback from before makes no headway',
    happened:
      'The deployment before this one failed as above, and its rollback has been failing for a quarter of an hour. ECS cannot end it. No task of the service runs, so the fix does not wait for it. While a task ran, it would be refused at once, and `in-flight: override-rollback` would deploy it.',
    story: webStory({ setUp: endlessRollback }),
  },
  {
    id: 'image-missing',
    title: 'The image cannot be pulled',
    happened:
      'The image was never pushed, and the role may not read ECR, so the checks could not find out. No task gets as far as running; ECS tries each for two minutes, then starts another. The old tasks serve on. After three failures this action asks ECS to roll back, before the circuit breaker has counted them.',
    story: scenario('image-missing'),
  },
  {
    id: 'out-of-memory',
    title: 'Out of memory',
    happened:
      'The new revision needs more memory while it starts than the task has. Each is killed and replaced. The old tasks serve on, and this action asks ECS to roll back once most of what was started has failed.',
    story: scenario('out-of-memory'),
  },
  {
    id: 'protected-tasks',
    title: 'Time is up under scale-in protection',
    happened:
      'All new tasks are healthy, but the old ones are protected from scale-in because they work on long jobs. ECS may not stop them, so it does not complete the deployment in time.',
    story: webStory({ also: protectOldTasks, inputs: { 'wait-for-minutes': '10' } }),
  },
  {
    id: 'superseded',
    title: 'Somebody else deploys',
    happened:
      'Forty seconds after this deployment began, a colleague deploys a hotfix. ECS stops this one, whatever would have become of it.',
    story: scenario('superseded'),
  },
  {
    id: 'cancelled',
    title: 'The workflow is canceled',
    happened:
      'Somebody cancels the workflow while the first new tasks fail. GitHub gives the step a few seconds; ECS goes on by itself, and its circuit breaker will decide.',
    story: { ...scenario('port-mismatch'), cancelAfter: 130_000, post: 'follows' },
  },
  {
    id: 'alarm',
    title: 'An alarm goes off',
    happened:
      'All tasks are healthy, but the responses are not: during the bake time the alarm that counts 5xx goes into ALARM, and ECS rolls back.',
    story: scenario('alarm-rollback'),
  },
  {
    id: 'failing-hook',
    title: 'Blue/green with a hook that fails',
    happened:
      'The new tasks run beside the old ones and get test traffic. A lifecycle hook tests them and returns FAILED, so ECS rolls back before any user saw the new revision.',
    story: webStory({ setUp: failingHook }),
  },
]
