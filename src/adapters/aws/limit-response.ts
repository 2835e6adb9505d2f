/** An answer that trickles is never idle, and one without an end would fill the memory. */
import { addAbortSignal, Readable } from 'node:stream'
import type { DeserializeMiddleware, Pluggable } from '@smithy/types'
import type { Client } from './sdk-client.js'
import { timeoutError } from './time-limit.js'

/** Far more than 100 tasks, the most that an answer describes (API_DescribeTasks). */
export const maxAnswerBytes = 8 * 1024 * 1024

export interface ResponseLimits {
  /** milliseconds after the headers */
  readonly time: number
  readonly bytes: number
}

/** Reads each answer whole before anything else sees it. Raises TimeoutError or OversizedAnswer. */
export function limitResponses<T extends Client>(client: T, limits: ResponseLimits): T {
  const read: DeserializeMiddleware<object, object> = next => async args => {
    const result = await next(args)
    const response = result.response as { body?: unknown }
    if (response.body instanceof Readable) response.body = await readAll(response.body, limits)
    return result
  }
  const plugin: Pluggable<object, object> = {
    // `low` is next to the connection.
    applyToStack: stack =>
      stack.add(read as never, { name: 'limitResponse', step: 'deserialize', priority: 'low' }),
  }
  client.middlewareStack.use(plugin)
  return client
}

export async function readAll(body: Readable, { time, bytes }: ResponseLimits): Promise<Uint8Array> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), time)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of addAbortSignal(late.signal, body)) {
      size += chunk.length
      // Leaving the loop closes the connection.
      if (size > bytes) throw oversized(bytes)
      chunks.push(chunk)
    }
  } catch (error) {
    throw late.signal.aborted ? timeoutError(time) : error
  } finally {
    clearTimeout(timer)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function oversized(bytes: number): Error {
  const error = new Error(`AWS answered with more than ${bytes / 1024 / 1024} MiB`)
  error.name = 'OversizedAnswer'
  return error
}
