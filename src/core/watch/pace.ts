/**
 * How long to wait until the next look at a deployment, in milliseconds.
 *
 * Starts at 3 s, while ids appear and first tasks start, and relaxes to 6.3 s. One look costs one call in the bucket for
 * service reads and one in the bucket for service deployments, each refilled with 20 calls a second for the account
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html): at 6.3 s, 100 deployments at once
 * use 16 of them (docs/performance.md). The jitter of ±15% keeps a matrix of jobs from asking in step. After looks that
 * were throttled, in a row, the pause doubles up to four times as long.
 */
export function nextLook(looks: number, random: number, throttled = 0): number {
  const relaxed = Math.min(6_300, 3_000 * 1.3 ** looks) * 2 ** Math.min(throttled, 2)
  return Math.round(relaxed * (0.85 + 0.3 * random))
}

/** Stopped tasks are read at most this often, unless a count of failures moved: two calls in one bucket. */
export const taskReadGap = 12_000

/** After this long without a line a deployment says that it still goes on. */
export const longestSilence = 50_000

/** The same where reads fail, which makes the pauses longer. */
export const longestSilenceWithoutAnswer = 30_000

/** A read that does not show our deployment is stale for this long, unless it was seen before. */
export const staleFor = 60_000
