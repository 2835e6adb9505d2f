/** Says when the process has sent its first request and has nothing to do but wait. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ClientRequest } from 'node:http'

const channel = 'http.client.request.start'

export function onFirstRequestSent(callback: () => void): void {
  function listen(message: unknown): void {
    unsubscribe(channel, listen)
    const { request } = message as { readonly request: ClientRequest }
    // It has been written to its connection.
    request.once('finish', callback)
  }
  subscribe(channel, listen)
}
