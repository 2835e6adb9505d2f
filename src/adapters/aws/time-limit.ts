/** Time that calls to AWS may take, in milliseconds. docs/security.md lists these numbers. */
import { ApiError } from '../../core/errors/api-error.js'
import type { Clock } from '../../ports.js'

export interface Timeouts {
  /** to connect */
  readonly connect: number
  /** from the request to the first byte of the answer */
  readonly answer: number
  /** credentials, request, and the whole answer */
  readonly total: number
}

export const ecsTimeouts: Timeouts = { connect: 6_000, answer: 12_000, total: 20_000 }

/** For reads that only improve checks or reports. */
export const optionalTimeouts: Timeouts = { connect: 3_000, answer: 5_000, total: 8_000 }

/** Logs are read last. */
export const logsTimeouts: Timeouts = { connect: 2_000, answer: 4_000, total: 6_000 }

/** The moment by which all calls end, shared by the clients of a run. */
export class CallDeadline {
  #at = Number.POSITIVE_INFINITY

  set(at: number): void {
    this.#at = at
  }

  timeLeft(clock: Pick<Clock, 'now'>): number {
    return this.#at - clock.now()
  }
}

export interface TimeLimit {
  readonly operation: string
  /** milliseconds; none: the call is not sent */
  readonly time: number
}

/**
 * Raises a TimeoutError, and aborts `work`: what waited for credentials must not be sent after it was given up. Whoever
 * works on, such as a provider of credentials, is no longer waited for.
 */
export async function limitTime<T>(
  { operation, time }: TimeLimit,
  work: (late: AbortSignal) => Promise<T>,
): Promise<T> {
  if (time <= 0) {
    const message = 'not sent, because the time of this step is up'
    throw new ApiError({ kind: 'out-of-time', operation, code: 'OutOfTime', message })
  }
  const aborter = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(timeoutError(time))
      aborter.abort()
    }, time)
  })
  const answer = work(aborter.signal)
  answer.catch(() => {})
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

export function timeoutError(time: number): Error {
  const error = new Error(`AWS did not finish its answer within ${Math.round(time / 100) / 10} s`)
  error.name = 'TimeoutError'
  return error
}
