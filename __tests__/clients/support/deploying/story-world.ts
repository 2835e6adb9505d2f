/** The world of stories.test.ts, and what ECS holds in it. */
import { operations } from '../../../../simulator/ecs/operations.js'
import type { World } from '../../../../simulator/ecs/world.js'
import type { Fault } from '../../../../simulator/protocol/faults/fault.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { crashingSoftware } from '../../../../simulator/scenarios/crash-at-start.js'
import { inWorld } from '../../../../simulator/scenarios/in-world.js'
import { openScenario } from '../../../../simulator/scenarios/open-scenario.js'
import { imageOf, releases, webWorld, workingSoftware } from '../../../../simulator/scenarios/web-service.js'
import { ScaledClock } from '../../../../simulator/time/scaled-clock.js'
import type { WorldDescription } from '../../../../simulator/world/description.js'
import type { Observers } from '../record-exchanges.js'

export const tags = { previous: releases[6].tag, healthy: '9be21c4', crashing: 'c4a5e11' }

const task = { exitsAfterSeconds: 20 }

const description: WorldDescription = {
  settings: { stoppedTaskRetentionMs: 30 * 86_400_000 },
  ...webWorld(
    {
      desiredCount: 2,
      service: { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
    },
    {
      history: [
        {
          ago: 0,
          images: {
            [imageOf(tags.previous)]: {
              ...workingSoftware,
              commands: { migrate: { ...task, exitCode: 0 }, 'migrate badly': { ...task, exitCode: 3 } },
            },
            [imageOf(tags.healthy)]: workingSoftware,
            [imageOf(tags.crashing)]: crashingSoftware,
          },
        },
      ],
    },
  ),
}

export interface StoryWorld {
  readonly world: World
  readonly server: SimulatorServer
  readonly clock: ScaledClock
}

export async function openStoryWorld(
  observers: Observers,
  faults: readonly Fault[] = [],
): Promise<StoryWorld> {
  const clock = new ScaledClock({ speed: 600 })
  const settings = { stoppedTaskRetentionMs: 30 * 86_400_000 }
  const options = { clock, validateResponses: true, unknownMembers: 'refuse', ...observers } as const
  return { ...(await openScenario({ ...inWorld(description), settings, faults }, options)), clock }
}

export interface DeployedService {
  readonly cluster: string
  readonly service: string
}

export interface Holds {
  /** Tags of the images of the service's running tasks. */
  readonly runs: readonly string[]
  /** What the service is set to. */
  readonly serves: string
  /** Its deployments in DescribeServices. */
  readonly deployments: readonly string[]
  /** Its newest service deployments, newest first. */
  readonly rollouts: readonly string[]
  /** Exit codes of tasks of their own. */
  readonly exitCodes: readonly number[]
}

/** When everything has ended that goes on. */
export function whatEcsHolds({ world, clock }: StoryWorld, deployed: DeployedService): Holds {
  clock.advance(3_600_000)
  world.advance()
  const { cluster, service } = deployed
  const [found] = call(world, 'DescribeServices', { cluster, services: [service] }).services
  return {
    runs: imagesOf(world, deployed),
    serves: shortName(found.taskDefinition),
    deployments: found.deployments.map(
      ({ status, rolloutState, taskDefinition }: Record<string, string>) =>
        `${status} ${rolloutState} ${shortName(taskDefinition ?? '')}`,
    ),
    rollouts: rolloutsOf(world, deployed),
    exitCodes: [...world.tasks.values()]
      .filter(({ serviceArn }) => serviceArn === undefined)
      .map(({ arn }) => call(world, 'DescribeTasks', { cluster, tasks: [arn] }).tasks[0])
      .map(({ containers }) => containers[0].exitCode),
  }
}

function imagesOf(world: World, { cluster, service }: DeployedService): string[] {
  const { taskArns: tasks } = call(world, 'ListTasks', { cluster, serviceName: service })
  const found = tasks.length === 0 ? [] : call(world, 'DescribeTasks', { cluster, tasks }).tasks
  return found.map(({ containers }: { containers: { image: string }[] }) =>
    containers[0]?.image.replace(/^.*:/, ''),
  )
}

function rolloutsOf(world: World, { cluster, service }: DeployedService): string[] {
  const { serviceDeployments } = call(world, 'ListServiceDeployments', { cluster, service })
  return serviceDeployments
    .slice(0, 2)
    .map(({ status, targetServiceRevisionArn }: Record<string, string>) => {
      const { serviceRevisions } = call(world, 'DescribeServiceRevisions', {
        serviceRevisionArns: [targetServiceRevisionArn],
      })
      return `${shortName(serviceRevisions[0].taskDefinition)} ${status}`
    })
}

// biome-ignore lint/suspicious/noExplicitAny: answers are wire JSON, read as a client would
function call(world: World, operation: string, input: object): any {
  return JSON.parse(JSON.stringify(operations[operation]?.(world, input)))
}

function shortName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
