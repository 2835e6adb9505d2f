/** Stops a doomed deployment once, without waiting for the circuit breaker; never one that could not be rolled back. */
import type { Notice } from '../core/notice.js'
import { warning } from '../core/notice.js'
import type { Policy } from '../core/outcome/settle.js'
import { hasRollbackTarget, isDoomed } from '../core/outcome/settle.js'
import { stageOf } from '../core/service/service-deployment.js'
import type { Task } from '../core/service/task.js'
import { isFailed } from '../core/service/task.js'
import type { Sight, Tracked } from '../core/watch/tracked.js'
import type { Clock, Ecs } from '../ports.js'
import { stopDeployment } from './stop.js'

/** Looks in which the request may fail in passing. */
const mostTries = 5

const notStopped = 'fail-fast-after could not stop the deployment'

export interface FailFast {
  /** answers the line to say when it stopped the deployment with this look */
  consider(sight: Sight, stopped: readonly Task[]): Promise<string | undefined>
  /** why it stopped the deployment, if it did */
  because(): string | undefined
  notices(): readonly Notice[]
}

/** `isBlind`: whether service deployments may not be read, which the look has said */
export function failFast(
  ecs: Ecs,
  clock: Clock,
  tracked: Tracked,
  { failFastAfter }: Policy,
  isBlind: () => boolean,
): FailFast {
  const notices: Notice[] = []
  let because: string | undefined
  let tries = 0
  let unseen = false

  return {
    async consider({ at, service, serviceDeployment }, stopped) {
      if (tries >= mostTries || service === 'missing' || !hasRollbackTarget(tracked)) return undefined
      if (serviceDeployment && stageOf(serviceDeployment) !== 'ongoing') return undefined
      if (!isDoomed({ tracked, service, stopped }, failFastAfter, at)) return undefined
      unseen = serviceDeployment === undefined
      if (!serviceDeployment) return undefined
      tries++
      const result = await stopDeployment(ecs, clock, serviceDeployment.arn)
      if (result === 'stopped') {
        tries = mostTries
        const failed = stopped.filter(isFailed).length
        because = `${failed} of its tasks had failed, more than half of all that it started`
        return `stopping the deployment (fail-fast-after): ${because}`
      }
      if (result.final) tries = mostTries
      if (tries === mostTries) {
        notices.push(warning(`${notStopped}: ${result.why}.`))
      }
      return undefined
    },
    because: () => because,
    notices() {
      if (!unseen) return notices
      const why = isBlind() ? 'could not be read' : 'was not found'
      return [...notices, warning(`${notStopped}: its service deployment ${why}.`)]
    },
  }
}
