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
}

/** Raises the last ApiError. */
export async function retry<T>(
  policy: RetryPolicy,
  { clock, canceled, onRetry }: RetryContext,
  work: () => Promise<T>,
): Promise<T> {
  const startedAt = clock.now()
  for (let n = 1; ; n++) {
    const result = await attempt(work)
    if (result.kind === 'answered') return result.value
    const { error } = result
    const isLast = n >= policy.attempts || clock.now() - startedAt >= policy.within || canceled?.aborted
    if (isLast || !policy.isRetryable(error)) throw error
    await clock.sleep(policy.pause(n, clock.random(), error), canceled)
    if (canceled?.aborted) throw error
    onRetry?.()
  }
}

/** The first poll has no pause. */
export async function pollUntil<T>(
  { times, pause }: { readonly times: number; readonly pause: number },
  { clock, canceled }: RetryContext,
  poll: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let n = 0; n < times; n++) {
    if (n > 0) await clock.sleep(pause, canceled)
    if (n > 0 && canceled?.aborted) return undefined
    const answer = await poll()
    if (answer !== undefined) return answer
  }
  return undefined
}
