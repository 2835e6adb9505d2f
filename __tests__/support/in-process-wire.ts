/**
 * Connects the clients of AWS and of GitHub to the simulator in this process: no sockets and no signatures, which cost
 * most of the time of a story. What differs from HTTP is held by __tests__/stories/over-http/.
 */

import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { HttpResponse } from '@smithy/core/protocols'
import type { HttpRequest as SdkRequest } from '@smithy/types'
import type { World } from '../../simulator/ecs/world.js'
import type { Endpoint } from '../../simulator/protocol/endpoint.js'
import type { Pace } from '../../simulator/protocol/faults/fault.js'
import type { WireRequest, WireResponse } from '../../simulator/protocol/service.js'
import type { Web } from '../../src/ports.js'

/** An address that no machine has (RFC 6761): a request that leaves the process fails. */
export const inProcessUrl = 'http://simulator.test'

/** Lets the time pass that a client waits for the end of a response. */
export interface Unfinished {
  readonly wait: () => void
}

export function inProcessWire(endpoint: Endpoint, unfinished?: Unfinished) {
  const requestHandler = {
    async handle(request: SdkRequest) {
      const { protocol, hostname, port, path, method } = request
      const url = new URL(`${protocol}//${hostname}${port ? `:${port}` : ''}${path}`)
      for (const [name, value] of Object.entries(request.query ?? {}))
        for (const one of [value].flat()) url.searchParams.append(name, one ?? '')
      const sent = { url, method, headers: request.headers, body: request.body }
      const { response, headers } = await send(endpoint, sent, unfinished)
      const body = Readable.from([bytesOf(response)], { objectMode: false })
      return { response: new HttpResponse({ statusCode: response.status, headers, body }) }
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  }
  return { requestHandler, signerConstructor: NoSigner, fetch: fetchFrom(endpoint, unfinished) }
}

/** The simulator reads the region and the service of a signature, and never verifies it. */
class NoSigner {
  readonly #scope: string

  constructor({ region, service }: { region?: unknown; service?: unknown }) {
    this.#scope = `20260115/${region}/${service}/aws4_request`
  }

  async sign(request: SdkRequest, { signingDate }: { signingDate: Date }): Promise<SdkRequest> {
    request.headers['x-amz-date'] = signingDate.toISOString().replace(/[-:]|\.\d+/g, '')
    request.headers.authorization = `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/${this.#scope}, Signature=none`
    return request
  }
}

function fetchFrom(endpoint: Endpoint, unfinished: Unfinished | undefined): typeof fetch {
  return async (input, init = {}) => {
    const request = new Request(input, init)
    const sent = {
      url: new URL(request.url),
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body: init.body ?? '',
    }
    const { response, headers } = await send(endpoint, sent, unfinished)
    const body = [204, 304].includes(response.status) ? null : bytesOf(response)
    return new Response(body, { status: response.status, headers })
  }
}

/** The hosts of the world; others do not exist. What the real adapter does is held by __tests__/src/adapters/web.test.ts. */
export function inProcessWeb(world: World, endpoint: Endpoint, unfinished: Unfinished): Web {
  return {
    async get(url, { bytes }) {
      const sent = { url: new URL(url), method: 'GET', headers: {}, body: '' }
      const { hostname } = sent.url
      if (!world.hosts.find(hostname))
        return { kind: 'unanswered', reason: `getaddrinfo ENOTFOUND ${hostname}`, isReached: false }
      try {
        const { response, headers } = await send(endpoint, sent, unfinished)
        const body = bytesOf(response).subarray(0, bytes).toString('utf8')
        return { kind: 'answered', status: response.status, location: headers.location, body }
      } catch (error) {
        const { message } = error as Error
        return { kind: 'unanswered', reason: message, isReached: true }
      }
    },
  }
}

interface Sent {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** The answer of one request, with all headers; raises what Node raises when the connection is cut. */
async function send(endpoint: Endpoint, sent: Sent, unfinished: Unfinished | undefined) {
  const wire = toWire(sent, endpoint.nextRequestId())
  const result = await endpoint.handle(wire)
  // As over a network: whoever canceled the request in the meantime does not get its answer.
  await nextTurn()
  if (result === 'reset')
    throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', name: 'TimeoutError' })
  if (result.pace) throw giveUp(result.pace, unfinished)
  const { response } = result
  const headers = {
    'content-type': response.contentType,
    'content-length': String(bytesOf(response).length),
    ...response.headers,
    ...endpoint.headersOf(wire.requestId),
  }
  return { response, headers: lowerCased(headers) }
}

/** What the limits of the clients do with a response that does not end, in virtual time. */
function giveUp(pace: Pace, unfinished: Unfinished | undefined): Error {
  if (!unfinished) throw new Error('a response that does not end needs a clock that moves on')
  if (pace !== 'endless') unfinished.wait()
  return Object.assign(new Error('the response did not end'), { name: 'TimeoutError' })
}

function toWire({ url, method, headers, body }: Sent, requestId: string): WireRequest {
  const bytes = body instanceof Uint8Array ? viewOf(body) : Buffer.from(String(body ?? ''))
  return {
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: { host: url.host, ...lowerCased(headers) },
    body: bytes.toString('utf8'),
    bytes,
    requestId,
  }
}

/** Not `Buffer.from(body)`: the SDK's bytes warn when they are read like text. */
function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

function bytesOf({ bytes, body }: WireResponse): Buffer {
  return Buffer.from(bytes ?? body)
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
