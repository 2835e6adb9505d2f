/**
 * Repeats reads that were throttled or not answered. Not left to the SDK: its strategies wait on a clock of their own,
 * and an answer that was cut off counts there as a mistake of the caller and is never repeated.
 */
import { ApiError, isTransient } from '../../core/errors/api-error.js'
import type { Clock } from '../../ports.js'

/** Full jitter, doubling from 0.3 s (1 s when throttled) to 15 s; at most `attempts` requests. Raises the last fault. */
export async function retryReads<T>(clock: Clock, attempts: number, read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read()
    } catch (error) {
      if (!(error instanceof ApiError) || !isTransient(error) || attempt >= attempts) throw error
      const base = error.kind === 'throttled' ? 1_000 : 300
      await clock.sleep(clock.random() * Math.min(15_000, base * 2 ** attempt))
    }
  }
}
