/** An HTTP server on the loopback interface for any number of AWS services on one port. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AwsError } from '../aws-error.js'
import { Random } from '../ecs/random.js'
import type { WaitingClock } from '../time/clock.js'
import { type ExchangeResult, exchange, refuse } from './exchange.js'
import type { Fault } from './faults/fault.js'
import { FaultPlan } from './faults/fault-plan.js'
import { readRequest } from './read-request.js'
import type { RecordedRequest } from './recorded-request.js'
import type { Service, WireRequest, WireResponse } from './service.js'

export interface HttpServerOptions {
  /** The first service that owns a request handles it. */
  readonly services: readonly Service[]
  readonly clock: WaitingClock
  /** By default any free port. */
  readonly port?: number
  readonly faults?: readonly Fault[]
  readonly seed?: number
  readonly maxBodyBytes?: number
  readonly onResponse?: (request: RecordedRequest) => void
}

export interface SimulatorServer {
  readonly url: string
  readonly port: number
  /** Every request that a service has read, in order of arrival. */
  readonly requests: readonly RecordedRequest[]
  close(): Promise<void>
}

const MEBIBYTE = 1024 * 1024

export async function listen(options: HttpServerOptions): Promise<SimulatorServer> {
  const { services, clock, port = 0, faults = [], seed = 1, maxBodyBytes = MEBIBYTE } = options
  const requests: RecordedRequest[] = []
  const random = new Random(seed)
  const plan = new FaultPlan({ faults, clock, seed })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = random.uuid()
    const { wire, tooLarge } = await readRequest(request, requestId, maxBodyBytes)
    response.sendDate = false
    // The SDK takes a date more than five minutes off as clock skew and retries rejected requests.
    if (clock.followable) response.setHeader('date', new Date(clock.now()).toUTCString())
    response.setHeader('x-amzn-RequestId', requestId)

    const service = services.find(candidate => candidate.owns(wire))
    if (!service) return send(response, unknownService(wire, services))
    if (tooLarge) {
      const message = `The request is larger than ${maxBodyBytes} bytes.`
      return send(
        response,
        refuse({ service, wire }, new AwsError('RequestEntityTooLarge', message, 413)).response,
      )
    }
    const call = service.read(wire)
    const faults = plan.inject(service.name, call)
    const record: RecordedRequest = {
      service: service.name,
      operation: call.operation,
      input: call.input,
      at: clock.now(),
      requestId,
      unknownMembers: call.unknownMembers,
      faults: faults.kinds,
    }
    requests.push(record)
    if (faults.delayMs > 0) await clock.wait(faults.delayMs)
    respond(response, record, exchange({ service, wire }, call, faults))
    options.onResponse?.(record)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(error => {
      // The client has disconnected.
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
    requests,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function respond(response: ServerResponse, record: RecordedRequest, result: ExchangeResult): void {
  if (result === 'reset') {
    record.status = 'reset'
    response.socket?.resetAndDestroy()
    return
  }
  record.status = result.response.status
  if (result.error) record.error = result.error
  if (result.stalls) sendHalf(response, result.response)
  else send(response, result.response)
}

function send(response: ServerResponse, { status, contentType, headers, body, bytes }: WireResponse): void {
  const content = bytes ?? body
  const length = Buffer.byteLength(content)
  response.writeHead(status, { 'content-type': contentType, 'content-length': length, ...headers })
  response.end(content)
}

/** Announces the full length but sends only half. */
function sendHalf(response: ServerResponse, { status, contentType, body, bytes }: WireResponse): void {
  const content = bytes ?? Buffer.from(body)
  response.writeHead(status, { 'content-type': contentType, 'content-length': content.length + 1 })
  response.write(content.subarray(0, Math.ceil(content.length / 2)))
}

function unknownService({ method, path }: WireRequest, services: readonly Service[]): WireResponse {
  const names = services.map(({ name }) => name).join(', ')
  return plainText(404, `${method} ${path} is for no service of this simulator, which has: ${names}.`)
}

function plainText(status: number, text: string): WireResponse {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${text}\n` }
}
