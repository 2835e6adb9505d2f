/** On the loopback interface, for all services on one port. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { Endpoint, type EndpointOptions, plainText } from './endpoint.js'
import type { ExchangeResult } from './exchange.js'
import type { Pace } from './faults/fault.js'
import { readRequest } from './read-request.js'
import type { RecordedRequest } from './recorded-request.js'
import type { WireResponse } from './service.js'

export interface Address {
  /** By default any free port. */
  readonly port?: number
  /** By default the loopback interface. */
  readonly host?: string
}

export interface HttpServerOptions extends EndpointOptions, Address {}

/** What responds to requests: an Endpoint, or something in front of it. */
export type RequestHandler = Pick<
  Endpoint,
  'handle' | 'nextRequestId' | 'headersOf' | 'maxBodyBytes' | 'requests'
>

export interface SimulatorServer {
  readonly url: string
  readonly port: number
  /** In order of arrival. */
  readonly requests: readonly RecordedRequest[]
  close(): Promise<void>
}

export function listen({ port, host, ...options }: HttpServerOptions): Promise<SimulatorServer> {
  return listenFor(new Endpoint(options), { ...(port && { port }), ...(host && { host }) })
}

const loopback = '127.0.0.1'

export async function listenFor(
  endpoint: RequestHandler,
  { port = 0, host = loopback }: Address,
): Promise<SimulatorServer> {
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = endpoint.nextRequestId()
    const { wire, tooLarge } = await readRequest(request, requestId, endpoint.maxBodyBytes)
    response.sendDate = false
    const result = await endpoint.handle(wire, tooLarge)
    for (const [name, value] of Object.entries(endpoint.headersOf(requestId))) response.setHeader(name, value)
    respond(response, result)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(error => {
      // The client has disconnected.
      if (response.headersSent || request.destroyed) return response.destroy()
      const reason = error instanceof Error ? error.stack : error
      return send(response, plainText(500, `The simulator failed: ${reason}`))
    })
  })
  server.listen(port, host)
  await once(server, 'listening')
  const { port: listeningPort } = server.address() as AddressInfo
  return {
    url: `http://${urlHost(host)}:${listeningPort}`,
    port: listeningPort,
    get requests() {
      return endpoint.requests
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** Who listens on all interfaces is reached on loopback, too. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return loopback
  return host.includes(':') ? `[${host}]` : host
}

function respond(response: ServerResponse, result: ExchangeResult): void {
  if (result === 'reset') response.socket?.resetAndDestroy()
  else if (result.pace) sendSlowly(response, result.response, result.pace)
  else send(response, result.response)
}

function send(response: ServerResponse, { status, contentType, headers, body, bytes }: WireResponse): void {
  const content = bytes ?? body
  const length = Buffer.byteLength(content)
  response.writeHead(status, { 'content-type': contentType, 'content-length': length, ...headers })
  response.end(content)
}

const trickleMs = 5_000
const blanks = Buffer.alloc(64 * 1024, ' ')

/** Never ends: no announced length, and blanks after JSON and XML mean nothing. */
function sendSlowly(
  response: ServerResponse,
  { status, contentType, body, bytes }: WireResponse,
  pace: Pace,
): void {
  const content = bytes ?? Buffer.from(body)
  const half = Math.ceil(content.length / 2)
  response.writeHead(status, { 'content-type': contentType })
  response.write(content.subarray(0, half))
  if (pace === 'trickles') {
    const trickle = setInterval(() => response.write(' '), trickleMs)
    response.on('close', () => clearInterval(trickle))
  }
  if (pace === 'endless') {
    const end = () => response.destroy()
    endlessBlanks().on('error', end).pipe(response).on('error', end)
  }
}

function endlessBlanks(): Readable {
  return new Readable({
    read() {
      this.push(blanks)
    },
  })
}
