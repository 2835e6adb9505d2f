/** Messages never show the signed link of an image's configuration: anyone can read the image with it. */
import type { ECRClient } from '@aws-sdk/client-ecr'
import { ApiError } from '../../core/errors/api-error.js'

/** Real ones are a few kilobytes. */
const maxBytes = 1_048_576
const timeout = 5_000

type Handler = ECRClient['config']['requestHandler']
type HttpRequest = Parameters<Handler['handle']>[0]

export async function download(handler: Handler, link: string): Promise<string> {
  const abortSignal = AbortSignal.timeout(timeout)
  try {
    const { response } = await handler.handle(requestTo(link), { abortSignal })
    if (response.statusCode !== 200) {
      response.body.destroy()
      throw failed(response.statusCode < 500 ? 'rejected' : 'unavailable', `HTTP ${response.statusCode}`)
    }
    return await readAll(response.body)
  } catch (error) {
    if (error instanceof ApiError) throw error
    const { name, code } = error as { readonly name?: string; readonly code?: string }
    // The SDK names a broken connection TimeoutError, too.
    const late = abortSignal.aborted || (name === 'TimeoutError' && code !== 'ECONNRESET' && code !== 'EPIPE')
    throw failed('unavailable', late ? 'no answer in time' : 'the connection broke')
  }
}

/** Handlers need no more. */
function requestTo(link: string): HttpRequest {
  const { protocol, hostname, port, pathname, search } = new URL(link)
  const place = { protocol, hostname, ...(port && { port: Number(port) }), path: pathname + search }
  return { method: 'GET', ...place, headers: {} } as HttpRequest
}

async function readAll(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxBytes) throw failed('rejected', 'it is larger than 1 MiB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function failed(kind: 'rejected' | 'unavailable', why: string): ApiError {
  const message = `the configuration of the image could not be downloaded: ${why}`
  return new ApiError(kind, 'ecr:GetDownloadUrlForLayer', 'Download', message)
}
