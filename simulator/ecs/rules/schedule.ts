import type { Deployment } from '../state/service.js'
import { isDesiredRunning, isHealthy, isPending, occupiesCapacity, type Task } from '../state/task.js'
import type { Limits } from './percent-limits.js'

export type Situation = {
  readonly now: number
  readonly desired: number
  readonly limits: Limits
  /** The lifecycle stage allows starting new tasks and stopping old ones. */
  readonly mayStart: boolean
  readonly mayStopOlder: boolean
  readonly primary: Deployment
  readonly older: readonly Deployment[]
  readonly tasks: readonly Task[]
}

export type Schedule = {
  readonly starts: readonly { readonly deployment: Deployment; readonly count: number }[]
  readonly stops: readonly { readonly deployment: Deployment; readonly tasks: readonly Task[] }[]
}

/**
 * Moves the PRIMARY deployment toward the desired count within the limits. task-evaluation.ts handles
 * unhealthy tasks.
 */
export function schedule(situation: Situation): Schedule {
  const stops = [...surplusStops(situation), ...olderStops(situation)].filter(stop => stop.tasks.length > 0)
  return { starts: starts(situation), stops }
}

function starts(situation: Situation): Schedule['starts'] {
  const { now, desired, limits, mayStart, primary, older, tasks } = situation
  let capacityLeft = limits.upper - tasks.filter(occupiesCapacity).length
  const planned: { deployment: Deployment; count: number }[] = []
  // During a rollout, failed tasks of an older deployment are replaced with their own revision
  // (deployment-type-ecs).
  const repaired = older.filter(deployment => deployment.rolloutState === 'COMPLETED')
  for (const deployment of mayStart ? [primary, ...repaired] : repaired) {
    if (deployment.rolloutState === 'FAILED' || deployment.startsFrom > now) continue
    const target = deployment === primary ? desired : deployment.desiredCount
    const count = Math.min(target - desiredTasks(situation, deployment).length, capacityLeft)
    if (count <= 0) continue
    capacityLeft -= count
    planned.push({ deployment, count })
  }
  return planned
}

/** Unhealthy tasks first, then the youngest. */
function surplusStops({ primary, desired, tasks }: Situation): Schedule['stops'] {
  if (primary.rolloutState === 'FAILED') return []
  const own = tasks.filter(task => isDesiredRunning(task) && task.deploymentId === primary.id)
  const surplus = own.length - desired
  if (surplus <= 0) return []
  const removalOrder = own.toSorted(
    (a, b) => Number(isHealthy(a)) - Number(isHealthy(b)) || b.createdAt - a.createdAt,
  )
  return [{ deployment: primary, tasks: removalOrder.slice(0, surplus) }]
}

function olderStops(situation: Situation): Schedule['stops'] {
  const { now, primary, older, tasks, limits, desired } = situation
  if (primary.rolloutState === 'FAILED' || now < primary.beginsAt) return []
  if (!situation.mayStopOlder) {
    // They receive no traffic.
    const superseded = older.filter(({ everCompleted }) => !everCompleted)
    return superseded.map(deployment => ({ deployment, tasks: desiredTasks(situation, deployment) }))
  }
  const healthyPrimary = tasks.filter(task => task.deploymentId === primary.id && isHealthy(task)).length
  const complete = healthyPrimary >= desired
  let spare = tasks.filter(isHealthy).length - limits.lower
  return older.toReversed().map(deployment => {
    const own = desiredTasks(situation, deployment)
    const stopping = own.filter(task => {
      if (!isHealthy(task)) {
        // An unhealthy task protects nothing, unless it starts in a completed deployment.
        return complete || deployment.rolloutState !== 'COMPLETED' || !isPending(task)
      }
      if (spare <= 0) return false
      spare -= 1
      return true
    })
    return { deployment, tasks: stopping }
  })
}

function desiredTasks(situation: Situation, deployment: Deployment): Task[] {
  return situation.tasks.filter(task => isDesiredRunning(task) && task.deploymentId === deployment.id)
}
