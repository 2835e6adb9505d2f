/**
 * Stops a doomed deployment once, without waiting for the circuit breaker; never one that could not be rolled back. A
 * read of the service can be old, so the tasks that run are looked at before: they may be more than it shows.
 */

import { stageOf } from '../../core/ecs/service-deployment.js'
import { isFailed } from '../../core/ecs/task.js'
import { ApiError } from '../../core/errors/api-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { warning } from '../../core/errors/notice.js'
import type { WatchOptions } from '../../core/watch/deployment-health.js'
import {
  type DeploymentHealth,
  hasRollbackTarget,
  shouldFailFast,
} from '../../core/watch/deployment-health.js'
import type { Snapshot, Tracked } from '../../core/watch/tracked-deployment.js'
import type { Ports } from '../../ports.js'
import { stopDeployment } from '../change/stop-deployment.js'
import type { TaskTracker } from './task-tracker.js'

/** Looks in which the request may fail in passing. */
const mostTries = 5

const notStopped = 'fail-fast-after could not stop the deployment'
const unconfirmed = 'fail-fast-after asked ECS to stop the deployment, which ECS did not confirm'

export interface FailFast {
  /** answers the line to say when it stopped the deployment with this look */
  consider(snapshot: Snapshot): Promise<string | undefined>
  /** why it stopped the deployment, if it did */
  explainOutcome(): string | undefined
  /** it asked for that, and ECS has not refused it so far */
  hasAsked(): boolean
  notices(): readonly Notice[]
}

/** `isBlind`: whether service deployments may not be read, which the look has said */
export function failFast(
  { ecs, clock, cancelled }: Pick<Ports, 'ecs' | 'clock' | 'cancelled'>,
  tracked: Tracked,
  tasks: Pick<TaskTracker, 'running' | 'stopped'>,
  { failFastAfter }: WatchOptions,
  isAccessDenied: () => boolean,
): FailFast {
  const notices: Notice[] = []
  let explainOutcome: string | undefined
  let asked = false
  let tries = 0
  let unseen = false

  async function isDoomedForSure(health: DeploymentHealth, at: number): Promise<boolean> {
    if (!shouldFailFast(health, failFastAfter, at)) return false
    try {
      const running = await tasks.running()
      return running === undefined || shouldFailFast({ ...health, running }, failFastAfter, at)
    } catch (error) {
      // The next look asks again.
      if (!(error instanceof ApiError)) throw error
      return false
    }
  }

  return {
    async consider({ at, service, serviceDeployment }) {
      if (tries >= mostTries || service === 'missing' || !hasRollbackTarget(tracked)) return undefined
      if (serviceDeployment && stageOf(serviceDeployment) !== 'ongoing') return undefined
      const stopped = tasks.stopped()
      if (
        !(await isDoomedForSure({ tracked, service, stopped, running: undefined }, at)) ||
        cancelled.aborted
      )
        return undefined
      unseen = serviceDeployment === undefined
      if (!serviceDeployment) return undefined
      tries++
      asked = true
      const result = await stopDeployment(ecs, clock, serviceDeployment.arn)
      asked = result === 'stopped' || result.doubtful
      if (result === 'stopped') {
        tries = mostTries
        const failed = stopped.filter(isFailed).length
        explainOutcome = `${failed} of its tasks had failed, more than half of all that it started`
        return `stopping the deployment (fail-fast-after): ${explainOutcome}`
      }
      if (result.final) tries = mostTries
      if (tries === mostTries) {
        notices.push(warning(`${result.doubtful ? unconfirmed : notStopped}: ${result.why}.`))
      }
      return undefined
    },
    explainOutcome: () => explainOutcome,
    hasAsked: () => asked,
    notices() {
      if (!unseen) return notices
      const why = isAccessDenied() ? 'could not be read' : 'was not found'
      return [...notices, warning(`${notStopped}: its service deployment ${why}.`)]
    },
  }
}
