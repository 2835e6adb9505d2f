/** The policy of every retry: for which errors, how often, for how long and how soon. */
import { type ApiError, isTransient } from '../core/errors/api-error.js'
import type { RetryPolicy } from './retry.js'

const isThrottled = ({ kind }: ApiError) => kind === 'throttled'
const isUnanswered = ({ kind }: ApiError) => kind === 'unavailable'
const forever = Number.POSITIVE_INFINITY

/** A random part of a limit that doubles from twice `base` up to `most`, so that jobs do not retry at the same time. */
function fullJitter(base: number, most: number): RetryPolicy['pause'] {
  return (n, random) => random * Math.min(most, base * 2 ** n)
}

/** A read before anything is changed, and one that the next poll does not repeat. */
export function reads(attempts: number): RetryPolicy {
  return {
    attempts,
    within: forever,
    isRetryable: isTransient,
    pause: (n, random, error) => fullJitter(isThrottled(error) ? 1_000 : 300, 15_000)(n, random, error),
  }
}

/** A read that nothing depends on. */
export const optionalReads = reads(2)

/**
 * Sent once. The next poll reads again; a change is repeated by its caller, which first looks for the effect
 * (docs/adr/0006).
 */
export const once: RetryPolicy = {
  attempts: 1,
  within: 0,
  isRetryable: () => false,
  pause: () => 0,
}

/**
 * Retries an unanswered read within the same poll, so that both reads still describe one moment (docs/adr/0011).
 * Throttled reads are not retried: that would starve other clients.
 */
export const withinPoll: RetryPolicy = {
  attempts: 3,
  within: 4_000,
  isRetryable: isUnanswered,
  pause: (_, random) => 400 * (0.5 + random),
}

/**
 * A throttled change had no effect. All jobs of an account share one RegisterTaskDefinition a second.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
export const throttledChanges: RetryPolicy = {
  attempts: forever,
  within: 600_000,
  isRetryable: isThrottled,
  pause: fullJitter(1_000, 15_000),
}

/** Polls after a lost response; 16 × 4.5 s exceeds the longest stale read. */
export const lostChange = { times: 16, pause: 4_500 }

/** How often a change is sent if it shows no effect. */
export const maxSendings = 2

/** Setting a count is idempotent: only errors that cannot pass end it at once. */
export const restoreCount: RetryPolicy = {
  attempts: forever,
  within: 300_000,
  isRetryable: ({ kind }) => kind !== 'denied' && kind !== 'expired',
  pause: fullJitter(250, 10_000),
}

/** For a canceled workflow, which has seconds left. */
export const restoreCountQuickly: RetryPolicy = {
  ...restoreCount,
  within: 2_000,
  pause: fullJitter(250, 500),
}

/** Stopping a deployment is idempotent. */
export const stopDeployment: RetryPolicy = {
  attempts: 4,
  within: forever,
  isRetryable: isTransient,
  pause: fullJitter(500, forever),
}

/** A service deployment is listed only seconds after its start. */
export const findServiceDeployment = { times: 4, pause: 1_000 }

/** GitHub: nothing waits longer for it. */
export const gitHub: RetryPolicy = {
  attempts: 2,
  within: forever,
  isRetryable: isUnanswered,
  pause: () => 500,
}

/** Between two polls for deployments in progress, with jitter, in milliseconds. */
export function inFlightPause(random: number): number {
  return 8_000 * (0.85 + 0.3 * random)
}
