/** The images of a world behind the name of their registry, as Docker reads them: a proxy leads there, with a certificate. */
import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findImage } from '../../../simulator/ecr/registry.js'
import type { World } from '../../../simulator/ecs/world.js'

export const canMakeCertificates = () => spawnSync('openssl', ['version']).status === 0

export interface Registry {
  /** For a client that reads them as Go does. */
  readonly environment: Readonly<Record<string, string>>
  close(): void
}

export async function serveRegistry(world: World, host: string): Promise<Registry> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const options = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${host}`]
  const name = ['-addext', `subjectAltName=DNS:${host}`]
  execFileSync('openssl', ['req', ...options, ...name, '-keyout', key, '-out', cert], { stdio: 'pipe' })

  const registry = createTlsServer(
    { key: readFileSync(key), cert: readFileSync(cert) },
    (request, response) => {
      const found = answer(world, host, request.url ?? '')
      response.writeHead(found === undefined ? 404 : 200, { 'content-type': found?.type ?? 'text/plain' })
      response.end(request.method === 'HEAD' ? undefined : found?.text)
    },
  )
  const port = await listen(registry)
  const sockets: Socket[] = []
  const proxy = createServer()
  proxy.on('connect', (_, client: Socket) => {
    const tunnel = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'))
    tunnel.pipe(client).pipe(tunnel)
    for (const socket of [client, tunnel]) sockets.push(socket.on('error', () => socket.destroy()))
  })
  const address = `http://127.0.0.1:${await listen(proxy)}`
  return {
    environment: { HTTPS_PROXY: address, SSL_CERT_FILE: cert },
    close: () => {
      for (const socket of sockets) socket.destroy()
      for (const server of [proxy, registry]) server.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** https://distribution.github.io/distribution/spec/api/ */
function answer(world: World, host: string, path: string) {
  const [, name, kind, reference = ''] = /^\/v2\/(.+)\/(manifests|blobs)\/(.+)$/.exec(path) ?? []
  const repository = name === undefined ? undefined : world.images.repository(`${host}/${name}`)
  if (repository === undefined) return undefined
  if (kind === 'manifests') {
    const manifest = findImage(world, repository, { imageTag: reference })?.manifest
    return manifest && { type: manifest.mediaType, text: manifest.text }
  }
  const configs = repository.images.flatMap(({ content }) => content.manifests).map(({ config }) => config)
  const text = configs.find(({ digest }) => digest === reference)?.text
  return text === undefined ? undefined : { type: 'application/octet-stream', text }
}

async function listen(server: Pick<Server, 'listen' | 'address' | 'once'>): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server as Server, 'listening')
  return (server.address() as AddressInfo).port
}
