/**
 * Asks ECS to end our own deployment and to roll back: StopServiceDeployment with stopType ROLLBACK, which may be
 * repeated: on one that rolls back already "it continues the rollback operation".
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
 */
import { ApiError, isTransient, missingPermission } from '../../core/errors/api-error.js'
import type { Clock, Ecs } from '../../ports.js'

const tries = 4

export interface NotStopped {
  readonly why: string
  /** another try would be answered the same */
  readonly final: boolean
  /** an answer was lost: ECS may stop it all the same */
  readonly doubtful: boolean
}

/** `stopped`, or the sentence that says why not. */
export async function stopDeployment(ecs: Ecs, clock: Clock, arn: string): Promise<'stopped' | NotStopped> {
  let doubtful = false
  for (let attempt = 1; ; attempt++) {
    try {
      await ecs.stopServiceDeployment(arn)
      return 'stopped'
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      doubtful ||= error.kind === 'unavailable'
      if (error.kind === 'denied') {
        return { why: `the role may not call ${missingPermission(error)}`, final: true, doubtful }
      }
      const final = !isTransient(error)
      if (final || attempt >= tries) return { why: error.message.replace(/\.$/, ''), final, doubtful }
      await clock.sleep(clock.random() * 500 * 2 ** attempt)
    }
  }
}
