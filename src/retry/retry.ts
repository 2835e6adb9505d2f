/** The SDK's strategies use another clock and blame the caller for truncated answers (docs/adr/0008). */
import { type ApiError, isRefusal } from '../core/errors/api-error.js'
import type { Clock } from '../ports.js'
import { attempt } from './attempt.js'

export interface RetryPolicy {
  /** requests */
  readonly attempts: number
  /** milliseconds after the first request */
  readonly within: number
  /** `refusals`: errors so far that are not transient */
  readonly isRetryable: (error: ApiError, refusals: number) => boolean
  /** milliseconds after the n-th request; 0 ≤ `random` < 1 */
  readonly pause: (n: number, random: number, error: ApiError) => number
}

export interface RetryContext {
  readonly clock: Clock
  /** the last error is raised */
  readonly canceled?: AbortSignal | undefined
  /** before each request but the first */
  readonly onRetry?: (() => void) | undefined
  /** shared by calls of `retry` that are one piece of work; otherwise each call has its own */
  readonly budget?: RetryBudget | undefined
}

/** What was spent of a policy. */
export interface RetryBudget {
  readonly startedAt: number
  requests: number
  refusals: number
}

export function openBudget(clock: Clock): RetryBudget {
  return { startedAt: clock.now(), requests: 0, refusals: 0 }
}

/** Raises the last ApiError; when the time of the step is up, the one before, which says more. */
export async function retry<T>(
  policy: RetryPolicy,
  { clock, canceled, onRetry, budget = openBudget(clock) }: RetryContext,
  work: () => Promise<T>,
): Promise<T> {
  let previous: ApiError | undefined
  for (;;) {
    const n = ++budget.requests
    const result = await attempt(work)
    if (result.kind === 'answered') return result.value
    const { error } = result
    if (error.kind === 'out-of-time') throw previous ?? error
    previous = error
    if (isRefusal(error)) budget.refusals++
    const isLast =
      n >= policy.attempts || clock.now() - budget.startedAt >= policy.within || canceled?.aborted
    if (isLast || !policy.isRetryable(error, budget.refusals)) throw error
    const pause = Math.max(policy.pause(n, clock.random(), error), error.retryAfter ?? 0)
    if (error.retryAfter !== undefined && clock.now() + pause - budget.startedAt > policy.within) throw error
    await clock.sleep(pause, canceled)
    if (canceled?.aborted) throw error
    onRetry?.()
  }
}

export interface PollPolicy {
  readonly times: number
  /** milliseconds between two polls */
  readonly pause: number
  /** by how much of itself a pause is shorter or longer at most */
  readonly jitter?: number
}

/** The first poll has no pause. A cancellation ends the pause, and the poll after it is the last. */
export async function pollUntil<T>(
  { times, pause, jitter = 0 }: PollPolicy,
  { clock, canceled }: RetryContext,
  poll: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let n = 0; n < times; n++) {
    if (n > 0 && canceled?.aborted) return undefined
    if (n > 0) await clock.sleep(pause * (1 + jitter * (2 * clock.random() - 1)), canceled)
    const answer = await poll()
    if (answer !== undefined) return answer
  }
  return undefined
}
