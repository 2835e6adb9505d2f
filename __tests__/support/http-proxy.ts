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
  const proxy = createServer((incoming, outgoing) => {
    const { host, pathname, search } = new URL(incoming.url ?? '')
    hosts.add(host)
    const upstream = request({
      ...target,
      method: incoming.method,
      path: pathname + search,
      headers: incoming.headers,
    })
    upstream.once('response', response => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
    })
    upstream.once('error', () => outgoing.destroy())
    incoming.pipe(upstream)
  })
  proxy.on('connect', ({ url = '' }, socket) => {
    hosts.add(url)
    const upstream = connect(target, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      socket.pipe(upstream).pipe(socket)
    })
    for (const each of [socket, upstream]) each.on('error', () => upstream.destroy())
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
