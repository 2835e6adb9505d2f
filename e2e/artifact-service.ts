/**
 * The artifact service of a run, as far as @actions/artifact asks it: the calls of
 * https://github.com/actions/toolkit/blob/main/packages/artifact/src/generated/results/api/v1/artifact.ts, and the blocks of
 * https://learn.microsoft.com/en-us/rest/api/storageservices/put-block-list.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { inflateRawSync } from 'node:zlib'

export interface ArtifactService extends AsyncDisposable {
  /** By which a step of a job finds it. */
  readonly variables: Readonly<Record<string, string>>
  /** The only file of each artifact that was uploaded completely. */
  readonly artifacts: ReadonlyMap<string, { readonly file: string; readonly text: string }>
}

interface State {
  readonly blocks: Map<string, Buffer>
  readonly artifacts: Map<string, { readonly file: string; readonly text: string }>
}

export async function startArtifactService(): Promise<ArtifactService> {
  const state: State = { blocks: new Map(), artifacts: new Map() }
  const server = createServer((request, response) => void respond(state, request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const claims = [{ alg: 'none' }, { scp: 'Actions.Results:run-1:job-1' }]
  const token = claims.map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return {
    variables: {
      ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/`,
      ACTIONS_RUNTIME_TOKEN: `${token}.unsigned`,
    },
    artifacts: state.artifacts,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function respond(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request)
  const url = new URL(request.url ?? '', `http://${request.headers.host}`)
  if (request.method === 'PUT') {
    const path = url.pathname
    if (url.searchParams.get('comp') === 'block')
      state.blocks.set(path, Buffer.concat([state.blocks.get(path) ?? Buffer.alloc(0), body]))
    response.writeHead(201).end()
    return
  }
  const [status, answer] = call(state, { url, input: JSON.parse(body.toString()) })
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}

interface Call {
  readonly url: URL
  readonly input: { readonly name: string; readonly size?: string }
}

function call({ blocks, artifacts }: State, { url, input }: Call): [number, object] {
  const { name, size } = input
  if (url.pathname.endsWith('/CreateArtifact')) {
    return artifacts.has(name)
      ? [409, { msg: 'an artifact with this name already exists on the workflow run' }]
      : [200, { ok: true, signed_upload_url: `${url.origin}${blobPath(name)}?sig=signed` }]
  }
  const zip = blocks.get(blobPath(name)) ?? Buffer.alloc(0)
  if (zip.length !== Number(size)) return [400, { msg: `${size} bytes are ${zip.length}` }]
  artifacts.set(name, firstFile(zip))
  return [200, { ok: true, artifact_id: '4711' }]
}

/** At an address without a name, the account is part of the path. */
function blobPath(name: string): string {
  return `/account/artifacts/${encodeURIComponent(name)}`
}

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7. */
function firstFile(zip: Buffer): { readonly file: string; readonly text: string } {
  const nameEnd = 30 + zip.readUInt16LE(26)
  const content = zip.subarray(nameEnd + zip.readUInt16LE(28))
  return { file: zip.toString('utf8', 30, nameEnd), text: inflateRawSync(content).toString() }
}
