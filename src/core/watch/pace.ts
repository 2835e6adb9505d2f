/**
 * How long to wait before the next poll, in milliseconds. The first two polls come after 8.5 s each, the others 6.3 s
 * apart, from start to start. A poll costs one call of the bucket for service reads and one of the bucket for service
 * deployments, each refilled with 20 calls a second for the account
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html): at 6.3 s, 100 deployments at once
 * use 16 of them (docs/performance.md). A jitter of ±15% keeps the jobs of a matrix from polling in step. Throttled polls
 * in a row double the pause, up to four times its length.
 */
export function pauseBefore(
  { polls, history, atMost, deadline }: PollPace,
  { random, now }: { readonly random: number; readonly now: number },
): number {
  const pause = Math.min(usualPause(polls, { random, history }), atMost)
  return Math.max(0, Math.min(pause, deadline - now))
}

function usualPause(
  polls: number,
  { random, history }: { readonly random: number; readonly history: PollHistory },
): number {
  const { throttled, lasted, repeats } = history
  const usual = (firstPauses[polls] ?? 6_300) * 2 ** Math.min(throttled, 2) * (0.85 + 0.3 * random)
  return Math.round(Math.max(usual * leastPause, usual + repeats * repeatCost - lasted))
}

/** What the pause before the next poll depends on, besides chance. */
export interface PollPace {
  /** polls so far */
  readonly polls: number
  readonly history: PollHistory
  /** a shorter pause, in milliseconds, when one more poll may decide */
  readonly atMost: number
  readonly deadline: number
}

/** How the polls before went. */
export interface PollHistory {
  /** throttled polls in a row */
  readonly throttled: number
  /** how long the last poll took */
  readonly lasted: number
  /** requests of the last poll that were sent again */
  readonly repeats: number
}

const firstPauses = [8_500, 8_500]

/** The part of the pause that remains when answers take long. */
const leastPause = 0.5

/** A longer pause makes up for requests that were sent again, so that a bad network does not cost more calls. */
const repeatCost = 2_500

/** The pause after a poll with a tentative result: another poll has to agree. */
export const tentativePause = 1_000

/** The pause after a poll that only lacked a read of the tasks to be a success. */
export const evidencePause = 3_000

/** Stopped tasks are read at most this often, unless a failure count changed: it costs two calls of one bucket. */
export const taskReadGap = 12_000

/** A success needs a new read of the stopped tasks; if that is refused, one this recent is enough. */
export const maxRecordAge = 30_000

/** After this long without a line, the log says that the deployment continues. */
export const maxSilence = 50_000

/** The same when reads fail, which makes the pauses longer. */
export const maxSilenceWithoutAnswer = 30_000

/** For this long, a read without our deployment may be stale, unless an earlier read contained it. */
export const staleFor = 60_000
