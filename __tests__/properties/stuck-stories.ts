/** What keeps the deployments of stuck-worlds.ts, and what is true of their tasks, looked up in the world. */
import { type Interruption, interrupt } from '../../simulator/ecs/behavior/interruptions.js'
import { isDesiredRunning, type Task } from '../../simulator/ecs/state/task.js'
import type { World } from '../../simulator/ecs/world.js'
import { replayBlueGreenHistory } from '../../simulator/scenarios/blue-green-service.js'
import { commit, imageOf, taskDefinition, workingSoftware } from '../../simulator/scenarios/web-service.js'
import type { Played } from '../support/play.js'
import { type StoryOverrides, webOf } from '../support/web-stories.js'

export function ours(world: World): readonly Task[] {
  const web = webOf(world)
  const [newest] = [...web.revisions].reverse()
  return world.tasksOf(web).filter(({ deploymentId }) => deploymentId === newest?.digits)
}

export function older(world: World): readonly Task[] {
  const mine = new Set(ours(world))
  return world.tasksOf(webOf(world)).filter(task => !mine.has(task) && task.lastStatus !== 'STOPPED')
}

const running = ({ world }: Played) => ours(world).filter(({ lastStatus }) => lastStatus === 'RUNNING').length
export const isBehind = (played: Played) => running(played) < webOf(played.world).desiredCount
export const isFull = (played: Played) => !isBehind(played)
export const hasOld = ({ world }: Played) => older(world).length > 0

/** Each task, some time after its start. */
export function stopping(stop: (world: World, task: Task) => void): StoryOverrides {
  return {
    also: world => {
      const before = new Set(world.tasksOf(webOf(world)))
      const sweep = () => {
        for (const task of world.tasksOf(webOf(world))) {
          const age = world.now - (task.startedAt ?? world.now)
          if (!before.has(task) && task.lastStatus === 'RUNNING' && isDesiredRunning(task) && age > 10_000)
            stop(world, task)
        }
        world.after(5_000, sweep)
      }
      world.after(5_000, sweep)
    },
  }
}

export function interrupted(how: Interruption): StoryOverrides {
  return stopping((world, task) => interrupt(world, task, how))
}

export function withSidecar(sidecar: object, condition: string): StoryOverrides {
  const definition = taskDefinition(imageOf('x')) as { containerDefinitions: object[] }
  const [app] = definition.containerDefinitions
  const side = { name: 'side', essential: false, image: imageOf('broken'), ...sidecar }
  const dependsOn = [{ containerName: 'side', condition }]
  const containers = { ...definition, containerDefinitions: [{ ...app, dependsOn }, side] }
  return { files: { 'task-definition.json': JSON.stringify(containers) } }
}

const lambda = 'arn:aws:lambda:eu-west-1:123456789012:function:smoke-test'
export function shifting(
  { desiredCount }: { readonly desiredCount: number },
  configuration: object,
): StoryOverrides {
  return {
    setUp: world => {
      const strategy = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1, ...configuration }
      replayBlueGreenHistory(world, strategy, { desiredCount })
      world.images.add(imageOf(commit), workingSoftware)
      world.lambdas.add(lambda, { hookStatus: 'SUCCEEDED', seconds: 3600 })
    },
  }
}

export const hook = {
  targetType: 'AWS_LAMBDA',
  hookTargetArn: lambda,
  roleArn: 'arn:aws:iam::123456789012:role/hooks',
  lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
}
