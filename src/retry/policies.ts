import { type ApiError, isTransient, maxRefusals } from '../core/errors/api-error.js'
import type { PollPolicy, RetryPolicy } from './retry.js'

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

/** Nothing is decided before a paused deployment is read. */
export const pausedReads = reads(10)

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

/** Each request has the same client token (docs/adr/0037). */
export const runTask: RetryPolicy = { ...throttledChanges, within: 300_000, isRetryable: isTransient }

/** A task is read until it has stopped, or the wait is over. */
export const oneOffTask: PollPolicy = { times: forever, pause: 4_000, jitter: 0.15 }

/** Idempotent; a canceled workflow has seconds left. */
export const stopTask: RetryPolicy = {
  attempts: 3,
  within: 3_000,
  isRetryable: isTransient,
  pause: fullJitter(250, 500),
}

/** 16 × 4.5 s exceeds the longest stale read. */
export const lostChange: PollPolicy = { times: 16, pause: 4_500 }

/** For the post step: as patient as `restoreCount`. */
export const findLostChange: PollPolicy = { ...lostChange, times: 64 }

export const maxSendings = 2

const isUnauthorized = ({ kind }: ApiError) => kind === 'denied' || kind === 'expired'

/** Idempotent: only lasting errors end it. */
export const restoreCount: RetryPolicy = {
  attempts: forever,
  within: 300_000,
  isRetryable: (error, refusals) => !isUnauthorized(error) || refusals < maxRefusals,
  pause: (n, random, error) => (isUnauthorized(error) ? 5_000 : fullJitter(250, 10_000)(n, random, error)),
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
export const findServiceDeployment: PollPolicy = { times: 4, pause: 1_000 }

/** While a deployment is changed or watched, nothing waits longer for GitHub. */
export const gitHub: RetryPolicy = {
  attempts: 2,
  within: forever,
  isRetryable: isUnanswered,
  pause: () => 500,
}

/** Of a dry run, where nothing else waits. A retry finds a comment whose answer was lost. */
export const gitHubComment: RetryPolicy = {
  attempts: forever,
  within: 30_000,
  isRetryable: isTransient,
  pause: fullJitter(500, 8_000),
}

/** The end of a deployment record, after the report. Equal statuses do no harm. */
export const gitHubRecordEnd: RetryPolicy = { ...gitHubComment, within: 60_000 }

/**
 * An image that was pushed seconds ago, or is replicated: "most images replicate in less than 30 minutes".
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html
 */
export const imageArrival: PollPolicy = { times: 7, pause: 5_000 }

/** The user says for how long. */
export const inFlight: PollPolicy = { times: forever, pause: 8_000, jitter: 0.15 }

/** One answer without the service may be stale. */
export const missingService: PollPolicy = { times: 2, pause: 0 }
