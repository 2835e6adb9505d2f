/** Stories about the service web, told by what is unusual in them, and what is asked of them afterwards. */

import type { Software } from '../../simulator/ecs/resources/software.js'
import type { Service } from '../../simulator/ecs/state/service.js'
import type { World } from '../../simulator/ecs/world.js'
import {
  call,
  cluster,
  commit,
  files,
  imageOf,
  inputs,
  type ReplayedHistory,
  replayHistory,
  taskDefinition,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import { type Played, play, type Story } from './play.js'

/** What of a story is not as usual: two tasks, a working image, no further inputs. */
export interface StoryOverrides extends Partial<Story> {
  /** of the image that is deployed */
  readonly software?: Partial<Software>
  readonly history?: Partial<ReplayedHistory>
  /** what there is beside the service, and what will happen by itself */
  readonly also?: (world: World) => void
}

/** The moment at which a story starts: that of the virtual clock. */
export const beginning = Date.UTC(2026, 0, 15, 9)

export function webStory({ software, history, also, inputs: more, ...rest }: StoryOverrides): Story {
  return {
    files,
    setUp: world => {
      replayHistory(world, { desiredCount: 2, ...history })
      world.images.add(imageOf(commit), { ...workingSoftware, ...software })
      also?.(world)
    },
    ...rest,
    inputs: { ...inputs, ...more },
  }
}

export function playWeb(overrides: StoryOverrides): Promise<Played> {
  return play(webStory(overrides))
}

export function webOf(world: World): Service {
  const web = [...world.services.values()].find(({ name }) => name === 'web')
  if (!web) throw new Error('this world has no service web')
  return web
}

/** Somebody else's UpdateService. */
export function update(world: World, members: object): void {
  call(world, 'UpdateService', { cluster, service: 'web', ...members })
}

/** Input of every request of an operation that reached ECS and was not refused, in their order. */
export function acceptedInputs(played: Played, operation: string): readonly Record<string, unknown>[] {
  return played.requests
    .filter(
      request => request.operation === operation && (request.status === 200 || request.status === 'reset'),
    )
    .map(({ input }) => input as Record<string, unknown>)
}

/** Deployments that our UpdateService started. */
export function deployed(played: Played): readonly Record<string, unknown>[] {
  return acceptedInputs(played, 'UpdateService').filter(input => 'taskDefinition' in input)
}

/** Desired counts that were set without a deployment: restores. */
export function restores(played: Played): readonly unknown[] {
  return acceptedInputs(played, 'UpdateService')
    .filter(input => !('taskDefinition' in input))
    .map(({ desiredCount }) => desiredCount)
}

export function stops(played: Played): number {
  return acceptedInputs(played, 'StopServiceDeployment').length
}

export function text({ log }: Played): string {
  return log.join('\n')
}

/** The line of the verdict and what follows it. */
export function verdict({ log }: Played): string {
  return log.slice(log.findIndex(line => /^\S+ [a-z-]+: /.test(line))).join('\n')
}

/** Of the job summary, without the mark, the service and what users noticed. */
export function headingOf({ summary }: Played): string | undefined {
  return /^### \S+ web on prod: ([^;\n]*)/.exec(summary)?.[1]
}

/** Lines about images that did not pass a check; what refuses stands in the plan and in the verdict. */
export function imageLines({ log }: Played): readonly string[] {
  const lines = log.filter(line => /image-(?:moves|missing|architecture)[ ,]/.test(line))
  return lines.map(line => line.trim()).filter(line => !line.startsWith('✗'))
}

export function associateCapacityProviders(world: World, capacityProviders: readonly string[]): void {
  const cluster = world.clusters.get('prod')
  if (!cluster) throw new Error('no cluster prod')
  world.clusters.set('prod', { ...cluster, attributes: { ...cluster.attributes, capacityProviders } })
}

/** This action deployed the serving revision. */
export function deployedBefore(world: World): void {
  const tags = [{ key: 'ecs-safe-deploy:commit', value: '1f3c9e0' }]
  call(world, 'RegisterTaskDefinition', { ...taskDefinition(imageOf('1f3c9e0')), tags })
  update(world, { taskDefinition: 'web' })
  world.advanceTo(world.now + 900_000)
}
