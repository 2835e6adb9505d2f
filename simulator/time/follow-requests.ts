/** Observes this process's HTTP requests through node:http or fetch. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'

/**
 * Calls `begin` in the sender's async context, and its result when the response ends or fails. The returned
 * function stops observing.
 */
export function followRequests(begin: () => () => void): () => void {
  const fetched = new WeakMap<object, () => void>()
  const endFetch = (message: unknown) => {
    const { request } = message as { request: object }
    fetched.get(request)?.()
    fetched.delete(request)
  }
  const listeners = {
    'http.client.request.start': (message: unknown) => {
      const { request } = message as { request: ClientRequest }
      request.once('close', begin())
    },
    'undici:request:create': (message: unknown) => {
      fetched.set((message as { request: object }).request, begin())
    },
    'undici:request:trailers': endFetch,
    'undici:request:error': endFetch,
  }
  for (const [channel, listener] of Object.entries(listeners)) subscribe(channel, listener)
  return () => {
    for (const [channel, listener] of Object.entries(listeners)) unsubscribe(channel, listener)
  }
}
