/** A local HTTP server that answers every request with one prepared answer and keeps what it was sent. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connectEcs } from '../../src/adapters/aws/ecs.js'
import type { Ecs } from '../../src/ports.js'

export interface StubResponse {
  readonly status?: number
  /** an object is sent as JSON, a text as it is; `hang-up` breaks the connection */
  readonly body: object | string
  readonly headers?: Readonly<Record<string, string>>
}

export interface StubServer {
  readonly ecs: Ecs
  /** `UpdateService {"service":"web"}` of every request, in order */
  readonly requests: readonly string[]
}

/** Uses the real adapter against answers given in order; the last one stays. */
export async function withStubServer<T>(
  responses: readonly StubResponse[],
  use: (server: StubServer) => Promise<T>,
): Promise<T> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).split('.')[1]
      requests.push(`${operation} ${Buffer.concat(chunks).toString()}`)
      const {
        status = 200,
        body,
        headers,
      } = responses[Math.min(requests.length, responses.length) - 1] ?? { body: {} }
      if (body === 'hang-up') return request.socket.destroy()
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      return response
        .writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1', ...headers })
        .end(text)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const clock = { now: () => 0, sleep: async () => {}, random: () => 0 }
  const ecs = connectEcs(clock, {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  })
  try {
    return await use({ ecs, requests })
  } finally {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
}
