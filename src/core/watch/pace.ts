/**
 * How long to wait until the next look at a deployment, in milliseconds.
 *
 * Nothing is decided in the first seconds, and what the answer to UpdateService says needs no look: the first two looks
 * come after 8.5 s each, the others 6.3 s apart, counted from the beginning of one to that of the next. One look costs
 * one call in the bucket for service reads and one in the bucket for service deployments, each refilled with 20 calls a
 * second for the account (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html): at 6.3 s,
 * 100 deployments at once use 16 of them (docs/performance.md). The jitter of ±15% keeps a matrix of jobs from asking in
 * step. After looks that were throttled, in a row, the pause doubles up to four times as long.
 */
export function pauseBefore(
  { polls, history, atMost, deadline }: PollPace,
  random: number,
  now: number,
): number {
  const pause = Math.min(nextPoll(polls, random, history), atMost)
  return Math.max(0, Math.min(pause, deadline - now))
}

export function nextPoll(
  looks: number,
  random: number,
  { throttled, lasted, repeats }: PollHistory = noHistory,
): number {
  const usual = (firstPauses[looks] ?? 6_300) * 2 ** Math.min(throttled, 2) * (0.85 + 0.3 * random)
  return Math.round(Math.max(usual * leastPause, usual + repeats * repeatCost - lasted))
}

/** Everything that decides how long to wait before the next poll, except for chance. */
export interface PollPace {
  /** polls so far */
  readonly polls: number
  readonly history: PollHistory
  /** a shorter pause, where one more poll is all that is missing; in milliseconds */
  readonly atMost: number
  readonly deadline: number
}

/** How it went before the pause. */
export interface PollHistory {
  /** looks in a row that were throttled */
  readonly throttled: number
  /** how long the last look took */
  readonly lasted: number
  /** requests of the last look that had to be sent again */
  readonly repeats: number
}

const noHistory: PollHistory = { throttled: 0, lasted: 0, repeats: 0 }

const firstPauses = [8_500, 8_500]

/** Where answers take long, at least this part of the pause remains. */
const leastPause = 0.5

/** A request that was sent again is made up for, so that a bad wire does not cost more calls. */
const repeatCost = 2_500

/** The pause after a look that hints at an ending by the service alone: another one has to agree. */
export const tentativePause = 1_000

/** The pause after a look that only lacked a sight of the tasks to be a success. */
export const evidencePause = 3_000

/** Stopped tasks are read at most this often, unless a count of failures moved: two calls in one bucket. */
export const taskReadGap = 12_000

/** For a success the stopped tasks are read anew; where that is refused, a read this recent has to do. */
export const maxRecordAge = 30_000

/** After this long without a line a deployment says that it still goes on. */
export const maxSilence = 50_000

/** The same where reads fail, which makes the pauses longer. */
export const maxSilenceWithoutAnswer = 30_000

/** A read that does not show our deployment is stale for this long, unless it was seen before. */
export const staleFor = 60_000
