/** Messages never show the signed link of an image's configuration: anyone can read the image with it. */
import type { ECRClient } from '@aws-sdk/client-ecr'
import { ApiError } from '../../core/errors/api-error.js'
import { readAll } from './limit-response.js'

/** Real ones are a few kilobytes. */
export const maxConfigBytes = 1_048_576
export const configTimeout = 5_000

type Handler = ECRClient['config']['requestHandler']
type HttpRequest = Parameters<Handler['handle']>[0]

export async function download(handler: Handler, link: string): Promise<string> {
  const abortSignal = AbortSignal.timeout(configTimeout)
  try {
    const { response } = await handler.handle(requestTo(link), { abortSignal })
    if (response.statusCode !== 200) {
      response.body.destroy()
      throw failed(response.statusCode < 500 ? 'rejected' : 'unavailable', `HTTP ${response.statusCode}`)
    }
    const bytes = await readAll(response.body, { time: configTimeout, bytes: maxConfigBytes })
    return Buffer.from(bytes).toString('utf8')
  } catch (error) {
    if (error instanceof ApiError) throw error
    const { name, code } = error as { readonly name?: string; readonly code?: string }
    if (name === 'OversizedAnswer') throw failed('rejected', 'it is larger than 1 MiB')
    // The SDK names a broken connection TimeoutError, too.
    const late = abortSignal.aborted || (name === 'TimeoutError' && code !== 'ECONNRESET' && code !== 'EPIPE')
    throw failed('unavailable', late ? 'no response in time' : 'the connection broke')
  }
}

/** Handlers need no more. */
function requestTo(link: string): HttpRequest {
  const { protocol, hostname, port, pathname, search } = new URL(link)
  const place = { protocol, hostname, ...(port && { port: Number(port) }), path: pathname + search }
  return { method: 'GET', ...place, headers: {} } as HttpRequest
}

function failed(kind: 'rejected' | 'unavailable', why: string): ApiError {
  const message = `the configuration of the image could not be downloaded: ${why}`
  return new ApiError({ kind, operation: 'ecr:GetDownloadUrlForLayer', code: 'Download', message })
}
