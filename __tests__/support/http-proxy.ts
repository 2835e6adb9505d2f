/** An HTTP proxy that carries every request to one server, whichever host it is for, and remembers those hosts. */
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

export interface HttpProxy {
  readonly url: string
  readonly hosts: ReadonlySet<string>
  close(): void
}

export async function openProxy(port: number): Promise<HttpProxy> {
  const hosts = new Set<string>()
  const target = { host: '127.0.0.1', port }
  const proxy = createServer((asked, answer) => {
    const { host, pathname, search } = new URL(asked.url ?? '')
    hosts.add(host)
    const onward = request({
      ...target,
      method: asked.method,
      path: pathname + search,
      headers: asked.headers,
    })
    onward.once('response', response => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    onward.once('error', () => answer.destroy())
    asked.pipe(onward)
  })
  proxy.on('connect', ({ url = '' }, socket) => {
    hosts.add(url)
    const onward = connect(target, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    for (const each of [socket, onward]) each.on('error', () => onward.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    url: `http://user:hunter2@127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    hosts,
    close() {
      proxy.closeAllConnections()
      proxy.close()
    },
  }
}
