/** How many tasks ran at each poll. Equal polls in a row are kept as one. */
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
  readonly running: number
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
    deployments: service.deployments
      .filter(({ runningCount }) => runningCount > 0)
      .map(({ id, taskDefinition, runningCount }) => ({ id, taskDefinition, running: runningCount })),
  }
  const last = polls.at(-1)
  if (!last || !isSame(last, poll)) return [...polls, poll]
  return [...polls.slice(0, -1), { ...last, lastAt: at }]
}

function isSame(one: CapacityPoll, other: CapacityPoll): boolean {
  return (
    one.wanted === other.wanted &&
    one.trafficWeight === other.trafficWeight &&
    one.deployments.length === other.deployments.length &&
    one.deployments.every(({ id, running }, index) => {
      const same = other.deployments[index]
      return same?.id === id && same.running === running
    })
  )
}
