import type { IncomingMessage } from 'node:http'
import type { WireRequest } from './service.js'

/** Drops a body that is too large. */
export async function readRequest(
  request: IncomingMessage,
  requestId: string,
  maxBodyBytes: number,
): Promise<{ wire: WireRequest; tooLarge: boolean }> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= maxBodyBytes) chunks.push(chunk)
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const tooLarge = size > maxBodyBytes
  const bytes = tooLarge ? Buffer.alloc(0) : Buffer.concat(chunks)
  const wire = {
    method: request.method ?? 'GET',
    path: pathname,
    query: searchParams,
    headers: request.headers,
    body: bytes.toString('utf8'),
    bytes,
    requestId,
  }
  return { wire, tooLarge }
}
