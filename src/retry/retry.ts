/** The SDK's strategies use another clock and blame the caller for truncated answers (docs/adr/0008). */
import type { ApiError } from '../core/errors/api-error.js'
import type { Clock } from '../ports.js'
import { attempt } from './attempt.js'

export interface RetryPolicy {
  /** requests */
  readonly attempts: number
  /** milliseconds after the first request */
  readonly within: number
  readonly isRetryable: (error: ApiError) => boolean
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
}

export function openBudget(clock: Clock): RetryBudget {
  return { startedAt: clock.now(), requests: 0 }
}

/** Raises the last ApiError. */
export async function retry<T>(
  policy: RetryPolicy,
  { clock, canceled, onRetry, budget = openBudget(clock) }: RetryContext,
  work: () => Promise<T>,
): Promise<T> {
  for (;;) {
    const n = ++budget.requests
    const result = await attempt(work)
    if (result.kind === 'answered') return result.value
    const { error } = result
    const isLast =
      n >= policy.attempts || clock.now() - budget.startedAt >= policy.within || canceled?.aborted
    if (isLast || !policy.isRetryable(error)) throw error
    await clock.sleep(policy.pause(n, clock.random(), error), canceled)
    if (canceled?.aborted) throw error
    onRetry?.()
  }
}

/** The first poll has no pause. A cancellation ends the pause, and the poll after it is the last. */
export async function pollUntil<T>(
  { times, pause }: { readonly times: number; readonly pause: number },
  { clock, canceled }: RetryContext,
  poll: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let n = 0; n < times; n++) {
    if (n > 0 && canceled?.aborted) return undefined
    if (n > 0) await clock.sleep(pause, canceled)
    const answer = await poll()
    if (answer !== undefined) return answer
  }
  return undefined
}
