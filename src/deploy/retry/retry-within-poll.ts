/**
 * A read of one look that AWS did not answer is asked for again at once, while the look still shows one moment. Not one
 * that was refused by rate: asking sooner would take from those who wait (docs/adr/0011).
 */
import { ApiError } from '../../core/errors/api-error.js'
import type { Clock } from '../../ports.js'

/** Requests for one read, and how long after the first a further one is sent. */
const maxRequests = 3
const retryWindow = 4_000

/** The mean pause between two of them. */
const pause = 400

/** Raises the last Fault. `repeating` is told of each request but the first. */
export async function retryWithinPoll<T>(
  clock: Clock,
  cancelled: AbortSignal,
  read: () => Promise<T>,
  repeating = () => {},
): Promise<T> {
  const startedAt = clock.now()
  for (let request = 1; ; request++) {
    try {
      return await read()
    } catch (error) {
      const unanswered = error instanceof ApiError && error.kind === 'unavailable'
      const late = clock.now() - startedAt >= retryWindow
      if (!unanswered || late || request === maxRequests || cancelled.aborted) throw error
      await clock.sleep(pause * (0.5 + clock.random()), cancelled)
      if (cancelled.aborted) throw error
      repeating()
    }
  }
}
