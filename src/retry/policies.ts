/** Every wait of this action for an answer: what is tried again, how often, for how long and how soon. */
import { type ApiError, isTransient } from '../core/errors/api-error.js'
import type { RetryPolicy } from './retry.js'

const isThrottled = ({ kind }: ApiError) => kind === 'throttled'
const isUnanswered = ({ kind }: ApiError) => kind === 'unavailable'
const forever = Number.POSITIVE_INFINITY

/** Doubles from twice `base` up to `most`; the whole of it is jitter, so that jobs do not ask in step. */
function fullJitter(base: number, most: number): RetryPolicy['pause'] {
  return (n, random) => random * Math.min(most, base * 2 ** n)
}

/** A read before anything is changed, and one that a poll does not repeat by itself. */
export function reads(attempts: number): RetryPolicy {
  return {
    attempts,
    within: forever,
    isRetryable: isTransient,
    pause: (n, random, error) => fullJitter(isThrottled(error) ? 1_000 : 300, 15_000)(n, random, error),
  }
}

/** A read that nothing depends on: no answer soon is none. */
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
 * A read that AWS did not answer, while the poll still describes one moment (docs/adr/0011). Not one that was
 * throttled: asking sooner would take from the other clients of the account.
 */
export const withinPoll: RetryPolicy = {
  attempts: 3,
  within: 4_000,
  isRetryable: isUnanswered,
  pause: (_, random) => 400 * (0.5 + random),
}

/**
 * A change that was throttled, and so had no effect. RegisterTaskDefinition is refilled with one call a second for the
 * whole account, which many jobs may share.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
export const throttledChanges: RetryPolicy = {
  attempts: forever,
  within: 600_000,
  isRetryable: isThrottled,
  pause: fullJitter(1_000, 15_000),
}

/** Before each look for the effect of a change whose answer was lost: together longer than a read can be stale. */
export const lostChange = { times: 16, pause: 4_500 }

/** How often a change is sent when nothing is seen of it. */
export const maxSendings = 2

/** Setting a count twice is setting it once. Only what cannot pass is given up at once. */
export const restoreCount: RetryPolicy = {
  attempts: forever,
  within: 300_000,
  isRetryable: ({ kind }) => kind !== 'denied' && kind !== 'expired',
  pause: fullJitter(250, 10_000),
}

/** The same for a canceled workflow, which has seconds left. */
export const restoreCountQuickly: RetryPolicy = {
  ...restoreCount,
  within: 2_000,
  pause: fullJitter(250, 500),
}

/** Stopping a deployment that stops already has no effect. */
export const stopDeployment: RetryPolicy = {
  attempts: 4,
  within: forever,
  isRetryable: isTransient,
  pause: fullJitter(500, forever),
}

/** A service deployment is listed seconds after its start. */
export const findServiceDeployment = { times: 4, pause: 1_000 }

/** GitHub: nothing waits for it longer than this. */
export const gitHub: RetryPolicy = {
  attempts: 2,
  within: forever,
  isRetryable: isUnanswered,
  pause: () => 500,
}

/** Between two looks at what is in progress before the deployment, with jitter, in milliseconds. */
export function inFlightPause(random: number): number {
  return 8_000 * (0.85 + 0.3 * random)
}
