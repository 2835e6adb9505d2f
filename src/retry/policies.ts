import { type ApiError, isTransient } from '../core/errors/api-error.js'
import type { RetryPolicy } from './retry.js'

const isThrottled = ({ kind }: ApiError) => kind === 'throttled'
const isUnanswered = ({ kind }: ApiError) => kind === 'unavailable'
const forever = Number.POSITIVE_INFINITY

/** Random, so that jobs do not retry together. The limit doubles from twice `base` to `most`. */
function fullJitter(base: number, most: number): RetryPolicy['pause'] {
  return (n, random) => random * Math.min(most, base * 2 ** n)
}

/** For reads that no poll repeats. */
export function reads(attempts: number): RetryPolicy {
  return {
    attempts,
    within: forever,
    isRetryable: isTransient,
    pause: (n, random, error) => fullJitter(isThrottled(error) ? 1_000 : 300, 15_000)(n, random, error),
  }
}

/** For reads that nothing depends on. */
export const optionalReads = reads(2)

/** The next poll reads again; changes are repeated only after a look for their effect (docs/adr/0006). */
export const once: RetryPolicy = {
  attempts: 1,
  within: 0,
  isRetryable: () => false,
  pause: () => 0,
}

/** Both reads of a poll describe one moment (docs/adr/0011). Retries of throttled reads starve other clients. */
export const withinPoll: RetryPolicy = {
  attempts: 3,
  within: 4_000,
  isRetryable: isUnanswered,
  pause: (_, random) => 400 * (0.5 + random),
}

/**
 * A throttled change had no effect. An account has one RegisterTaskDefinition a second.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
export const throttledChanges: RetryPolicy = {
  attempts: forever,
  within: 600_000,
  isRetryable: isThrottled,
  pause: fullJitter(1_000, 15_000),
}

/** 16 × 4.5 s exceeds the longest stale read. */
export const lostChange = { times: 16, pause: 4_500 }

export const maxSendings = 2

/** Idempotent: only lasting errors end it. */
export const restoreCount: RetryPolicy = {
  attempts: forever,
  within: 300_000,
  isRetryable: ({ kind }) => kind !== 'denied' && kind !== 'expired',
  pause: fullJitter(250, 10_000),
}

/** A canceled workflow has seconds left. */
export const restoreCountQuickly: RetryPolicy = {
  ...restoreCount,
  within: 2_000,
  pause: fullJitter(250, 500),
}

/** Idempotent. */
export const stopDeployment: RetryPolicy = {
  attempts: 4,
  within: forever,
  isRetryable: isTransient,
  pause: fullJitter(500, forever),
}

/** A service deployment is listed seconds after its start. */
export const findServiceDeployment = { times: 4, pause: 1_000 }

/** Nothing waits longer for GitHub. */
export const gitHub: RetryPolicy = {
  attempts: 2,
  within: forever,
  isRetryable: isUnanswered,
  pause: () => 500,
}

/** Milliseconds, with jitter. */
export function inFlightPause(random: number): number {
  return 8_000 * (0.85 + 0.3 * random)
}
