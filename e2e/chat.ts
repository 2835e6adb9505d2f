/** The incoming webhook of a chat, on this machine. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Chat {
  readonly url: string
  /** The texts that were posted, in order. What is not `{"text": "…"}` is answered with 400. */
  readonly messages: readonly string[]
  stop(): Promise<void>
}

export async function startChat(): Promise<Chat> {
  const messages: string[] = []
  const server = createServer(async (request, response) => {
    const message = messageOf(await text(request))
    if (message !== undefined) messages.push(message)
    response.writeHead(message === undefined ? 400 : 200).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hooks/deployments`,
    messages,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function messageOf(body: string): string | undefined {
  try {
    const { text: message } = JSON.parse(body)
    return typeof message === 'string' ? message : undefined
  } catch {
    return undefined
  }
}
