/**
 * RunTask, never twice: every request has the same client token, and ECS answers a repeated one with the task that it
 * started. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html
 */

import type { PlacementFailure } from '../../core/ecs/task.js'
import type { ApiError } from '../../core/errors/api-error.js'
import type { JsonObject } from '../../core/text/json.js'
import type { Ports, RunTaskAnswer } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import * as policies from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'

export type StartedTask =
  | { readonly kind: 'started'; readonly arn: string }
  | {
      readonly kind: 'not-placed'
      readonly failures: readonly PlacementFailure[]
      /** ARNs */
      readonly started: readonly string[]
    }
  /** no task was started */
  | { readonly kind: 'refused'; readonly error: ApiError }
  | { readonly kind: 'unconfirmed'; readonly reason: string }
  /** before it was sent */
  | { readonly kind: 'cancelled' }

/** `request` has a `clientToken`. */
export async function startTask(
  { canceled, clock, ecs }: Pick<Ports, 'canceled' | 'clock' | 'ecs'>,
  request: JsonObject,
): Promise<StartedTask> {
  if (canceled.aborted) return { kind: 'cancelled' }
  let doubtful = false
  const sent = await attempt(() =>
    retry(policies.runTask, { clock, canceled }, async () => {
      const answer = await attempt(() => ecs.runTask(request))
      if (answer.kind === 'answered') return answer.value
      doubtful ||= answer.error.kind === 'unavailable'
      throw answer.error
    }),
  )
  if (sent.kind === 'answered') return resultOf(sent.value)
  const { error } = sent
  if (doubtful) {
    const reason = `RunTask was sent, but ECS did not confirm it (${error.code}: ${error.message})`
    return { kind: 'unconfirmed', reason }
  }
  return error.kind === 'throttled' && canceled.aborted ? { kind: 'cancelled' } : { kind: 'refused', error }
}

function resultOf({ failures, tasks }: RunTaskAnswer): StartedTask {
  if (failures.length > 0) return { kind: 'not-placed', failures, started: tasks }
  const [arn] = tasks
  if (arn !== undefined) return { kind: 'started', arn }
  return { kind: 'unconfirmed', reason: 'ECS answered RunTask with neither a task nor a failure' }
}
