/**
 * In milliseconds. A poll costs one call of each of two buckets (service reads, service deployments), each refilled with
 * 20 calls a second for the account (docs/performance.md). A jitter of ±15% keeps the jobs of a matrix out of step.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
export function pauseBefore(
  { usual, history, atMost, deadline }: PollPace,
  { random, now }: { readonly random: number; readonly now: number },
): number {
  const pause = Math.min(varied(usual, { random, history }), atMost)
  return Math.max(0, Math.min(pause, deadline - now))
}

function varied(
  pause: number,
  { random, history }: { readonly random: number; readonly history: PollHistory },
): number {
  const { throttled, lasted, repeats } = history
  const usual = pause * 2 ** Math.min(throttled, 2) * (0.85 + 0.3 * random)
  return Math.round(Math.max(usual * leastPause, usual + repeats * repeatCost - lasted))
}

export interface PollPace {
  /** milliseconds on average, if AWS answers at once */
  readonly usual: number
  readonly history: PollHistory
  /** milliseconds; short when one more poll may decide */
  readonly atMost: number
  readonly deadline: number
}

export interface PollHistory {
  /** in a row */
  readonly throttled: number
  /** milliseconds of the last poll */
  readonly lasted: number
  /** requests of the last poll that were sent again */
  readonly repeats: number
}

/** ECS decides nothing in the first seconds. */
export const firstPauses = [8_500, 8_500]

/** Nothing can be decided yet. */
export const slowPause = 9_000

/** The result is known, and proof is missing. */
export const proofPause = 6_300

/** The next event decides. */
export const leastNearPause = 1_800

/** The same where the service is all that can be read: a second poll has to agree. */
export const leastServicePause = 1_000

/** How long that may take, and how much longer once it has taken that long. */
export const nearFor = 24_000
export const leastNearFor = 12_000

/** Between polls of both views, while only the service deployment is read in between. */
export const maxPollGap = 9_000

/** A poll of the service alone needs a service deployment that was read just before: every other poll reads it. */
export const maxReuseAge = 5_000

/** How long the poll that follows may use what a glance has read. */
export const freshFor = 2_000

/** Reads of the service deployment in a millisecond, on average over the watch. */
export const readRate = 0.19 / 1_000

/** Reads that need no time before them. */
export const firstReads = 5

/** The part of the pause that remains when answers take long. */
const leastPause = 0.5

/** Milliseconds for each: a bad network must not cost more calls. */
const repeatCost = 2_500

/** Another poll has to agree. */
export const tentativePause = 1_000

/** Only a read of the tasks is missing. */
export const evidencePause = 3_000

/** A read costs two calls of one bucket. */
export const taskReadGap = 12_000

/** While the service shows no task that started or stopped. */
export const quietTaskReadGap = 60_000

/** Of tasks that start, while nothing else changes. */
export const startingReadGap = 60_000

/** For a success, if a new read of the stopped tasks is refused. */
export const maxRecordAge = 30_000

/** Between counts of a repeated text. */
export const maxSilence = 50_000

/** Failed reads make the pauses longer. */
export const maxSilenceWithoutAnswer = 30_000

/** Until then, a read without our deployment may be stale. */
export const staleFor = 60_000

/** Without a failure or a new start, what runs is no crash loop. */
export const quietFor = 120_000
