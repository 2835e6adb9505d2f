/** Follows the HTTP requests that this process makes, whoever makes them. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'

const channel = 'http.client.request.start'

/**
 * Calls `begin` in the context of whoever sends a request, and what that returns when the answer has been read to its
 * end or will never be. Returns what stops it.
 */
export function followRequests(begin: () => () => void): () => void {
  const listener = (message: unknown) => {
    const { request } = message as { request: ClientRequest }
    request.once('close', begin())
  }
  subscribe(channel, listener)
  return () => unsubscribe(channel, listener)
}
