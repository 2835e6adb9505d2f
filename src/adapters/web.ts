/** Reads one page, with the proxies and certificates of the runner. It may be hostile: time and size are bounded. */
import type { Agent, IncomingMessage } from 'node:http'
import { env } from 'node:process'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { WebAnswer } from '../core/verification/web-answer.js'
import type { Web, WebLimits } from '../ports.js'
import { certificateCode } from './certificate-error.js'
import { type Environment, type Proxies, proxiesOf } from './proxy.js'

const headers = {
  accept: '*/*',
  'accept-encoding': 'identity',
  'cache-control': 'no-cache',
  'user-agent': 'ecs-safe-deploy',
}

interface Sending {
  readonly signal: AbortSignal
  readonly proxies: Proxies
}

export function connectWeb(variables: Environment = env): Web {
  return { get: (url, limits) => get(url, { ...limits, proxies: proxiesOf(variables) }) }
}

async function get(
  url: string,
  { proxies, ...limits }: WebLimits & { readonly proxies: Proxies },
): Promise<WebAnswer> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), limits.milliseconds)
  try {
    const response = await send(url, { signal: late.signal, proxies })
    const body = await readBody(response, limits.bytes)
    const { location } = response.headers
    return { kind: 'answered', status: response.statusCode ?? 0, location, body }
  } catch (error) {
    const seconds = Math.round(limits.milliseconds / 100) / 10
    if (late.signal.aborted)
      return { kind: 'unanswered', reason: `no whole answer within ${seconds} s`, isReached: true }
    return unanswered(error)
  } finally {
    clearTimeout(timer)
    late.abort()
  }
}

/** No agent is shared: what one request left open must not answer the next. */
async function send(url: string, { signal, proxies }: Sending): Promise<IncomingMessage> {
  const { Agent, request } = url.startsWith('https:') ? await import('node:https') : await import('node:http')
  const agent: Agent = new Agent({ keepAlive: false, proxyEnv: { ...proxies } })
  return new Promise((resolve, reject) => {
    request(url, { agent, headers, signal }, resolve).on('error', reject).end()
  })
}

/** Its beginning, if it is longer. */
async function readBody(response: IncomingMessage, bytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of decoded(response)) {
    chunks.push(chunk)
    size += chunk.length
    // Leaving the loop closes the connection.
    if (size >= bytes) break
  }
  return Buffer.concat(chunks).subarray(0, bytes).toString('utf8')
}

/** Some servers compress what nobody wants compressed. */
function decoded(response: IncomingMessage): AsyncIterable<Uint8Array> {
  const decoder = decoderOf(response.headers['content-encoding'])
  if (!decoder) return response
  // Whoever reads it gets the error, too.
  pipeline(response, decoder, () => {})
  return decoder
}

function decoderOf(encoding: string | undefined): (Readable & NodeJS.WritableStream) | undefined {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      return undefined
  }
}

function unanswered(error: unknown): WebAnswer {
  const certificate = certificateCode(error)
  const { code, message } = innermost(error)
  if (certificate !== undefined) {
    const words = message.replace(/; if the root CA .*$/, '')
    const reason = `its TLS certificate is not accepted (${certificate}): ${words}`
    return { kind: 'unanswered', reason, isReached: false }
  }
  return {
    kind: 'unanswered',
    reason: code && !message.includes(code) ? `${code}: ${message}` : message,
    isReached: !withoutWay.includes(code ?? ''),
  }
}

/** The name is not known here, or no route leads to the address. */
const withoutWay = ['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

/** Node tries all addresses of a name and raises one error for them. */
function innermost(error: unknown): { readonly code: string | undefined; readonly message: string } {
  const inner = error instanceof AggregateError ? (error.errors[0] ?? error) : error
  const { code, message } = inner as { readonly code?: unknown; readonly message?: unknown }
  return {
    code: typeof code === 'string' ? code : undefined,
    message: typeof message === 'string' && message !== '' ? message : 'the connection failed',
  }
}
