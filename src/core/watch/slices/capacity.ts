/** How many tasks ran at each poll. Equal polls in a row are kept as one. */
import type { Service } from '../../ecs/service.js'
import type { Snapshot } from '../tracked-deployment.js'

export interface CapacityPoll {
  readonly at: number
  /** the last poll with the same counts */
  readonly lastAt: number
  readonly wanted: number
  readonly deployments: readonly RunningTasks[]
  /** percent of production traffic for the new revision */
  readonly trafficWeight: number | undefined
}

export interface RunningTasks {
  /** of the deployment */
  readonly id: string
  readonly taskDefinition: string
  /** including those that drain: ECS counts tasks until they have stopped */
  readonly running: number
  /** more than ECS wants to keep: they may drain, without new requests */
  readonly stopping: number
}

export function capacityPolled(
  polls: readonly CapacityPoll[],
  { at, service, serviceDeployment }: Snapshot,
): readonly CapacityPoll[] {
  if (service === 'missing') return polls
  const poll = {
    at,
    lastAt: at,
    wanted: service.desiredCount,
    trafficWeight: serviceDeployment?.trafficWeight,
    deployments: runningTasksOf(service),
  }
  const last = polls.at(-1)
  if (!last || !isSame(last, poll)) return [...polls, poll]
  return [...polls.slice(0, -1), { ...last, lastAt: at }]
}

/** A new PRIMARY deployment has no desired count at first. Where traffic shifts, the older tasks stay as they are. */
function runningTasksOf({ deployments, strategy }: Service): RunningTasks[] {
  return deployments
    .filter(({ runningCount }) => runningCount > 0)
    .map(({ desiredCount, id, runningCount: running, status, taskDefinition }) => {
      const isReplaced = strategy === 'ROLLING' && status !== 'PRIMARY'
      return { id, taskDefinition, running, stopping: isReplaced ? Math.max(0, running - desiredCount) : 0 }
    })
}

function isSame(one: CapacityPoll, other: CapacityPoll): boolean {
  return (
    one.wanted === other.wanted &&
    one.trafficWeight === other.trafficWeight &&
    one.deployments.length === other.deployments.length &&
    one.deployments.every(({ id, running, stopping }, index) => {
      const same = other.deployments[index]
      return same?.id === id && same.running === running && same.stopping === stopping
    })
  )
}
