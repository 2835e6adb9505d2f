/** Gives tokens to a job with the permission `id-token: write`, as GitHub does. Nobody signed them. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface IdentityTokens extends AsyncDisposable {
  /** By which a step finds it. */
  readonly variables: Readonly<Record<string, string>>
}

export async function serveIdentityTokens(): Promise<IdentityTokens> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const server = createServer(({ url = '' }, response) => {
    const aud = new URL(url, 'http://localhost').searchParams.get('audience') ?? 'https://github.com/acme'
    const iss = 'https://token.actions.githubusercontent.com'
    const claims = { iss, aud, sub: 'repo:acme/web:ref:refs/heads/main' }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ value: `${part({ alg: 'RS256' })}.${part(claims)}.c2ln` }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    variables: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-job',
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
