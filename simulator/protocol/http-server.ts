/**
 * HTTP on the loopback interface for any number of AWS services on one port. Knows headers, bodies and the record of
 * requests; what a request means is the business of its service.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Endpoint, type EndpointOptions, plainText } from './endpoint.js'
import type { Ending } from './exchange.js'
import { readRequest } from './read-request.js'
import type { RecordedRequest } from './recorded-request.js'
import type { Answer } from './service.js'

export interface HttpServerOptions extends EndpointOptions {
  /** By default any free port. */
  readonly port?: number
}

export interface SimulatorServer {
  readonly url: string
  readonly port: number
  /** Every request so far that a service has read, in the order of arrival. */
  readonly requests: readonly RecordedRequest[]
  close(): Promise<void>
}

export async function listen({ port = 0, ...options }: HttpServerOptions): Promise<SimulatorServer> {
  const endpoint = new Endpoint(options)

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = endpoint.nextRequestId()
    const { wire, tooLarge } = await readRequest(request, requestId, endpoint.maxBodyBytes)
    response.sendDate = false
    const ending = await endpoint.handle(wire, tooLarge)
    for (const [name, value] of Object.entries(endpoint.headersOf(requestId))) response.setHeader(name, value)
    finish(response, ending)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(error => {
      // A client that hung up is no longer there to be told.
      if (response.headersSent || request.destroyed) return response.destroy()
      const reason = error instanceof Error ? error.stack : error
      return send(response, plainText(500, `The simulator failed: ${reason}`))
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: listeningPort } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${listeningPort}`,
    port: listeningPort,
    requests: endpoint.requests,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function finish(response: ServerResponse, ending: Ending): void {
  if (ending === 'reset') response.socket?.resetAndDestroy()
  else if (ending.stalls) sendHalf(response, ending.answer)
  else send(response, ending.answer)
}

function send(response: ServerResponse, { status, contentType, headers, body, bytes }: Answer): void {
  const sent = bytes ?? body
  const length = Buffer.byteLength(sent)
  response.writeHead(status, { 'content-type': contentType, 'content-length': length, ...headers })
  response.end(sent)
}

/** Announces the whole answer, and leaves it at half. */
function sendHalf(response: ServerResponse, { status, contentType, body, bytes }: Answer): void {
  const whole = bytes ?? Buffer.from(body)
  response.writeHead(status, { 'content-type': contentType, 'content-length': whole.length + 1 })
  response.write(whole.subarray(0, Math.ceil(whole.length / 2)))
}
