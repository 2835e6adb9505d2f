/** The adapter gives up if GitHub does not respond, and puts GitHub's errors into words. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { connectGitHub, maxCommentPages } from '../../../src/adapters/github.js'
import type { ApiError } from '../../../src/core/errors/api-error.js'
import type { GitHub } from '../../../src/ports.js'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** By default so long that no busy machine exceeds it. */
async function gitHubThat(answers: RequestListener, short = 60_000): Promise<GitHub> {
  server = createServer(answers)
  await new Promise<void>(listening => server?.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const timeouts = { short, long: short }
  const config = { url: `http://127.0.0.1:${port}`, repository: 'octo-org/web', timeouts }
  return connectGitHub(config)('secret-token', 'short')
}

async function faultOf(call: Promise<unknown>): Promise<ApiError> {
  const fault = await call.then(
    () => undefined,
    (error: ApiError) => error,
  )
  if (fault?.name !== 'ApiError') throw new Error(`no fault: ${fault}`)
  return fault
}

test('a request without a response is given up soon', async () => {
  const gitHub = await gitHubThat(() => {}, 50)
  const fault = await faultOf(gitHub.ownComments(17, '<!--'))
  expect([fault.kind, fault.operation]).toEqual(['unavailable', 'issues/list-comments'])
})

test('a list of comments without an end is read so far', async () => {
  let pages = 0
  const gitHub = await gitHubThat(({ headers }, response) => {
    pages += 1
    const next = `<http://${headers.host}/next?page=${pages}>; rel="next"`
    response.writeHead(200, { 'content-type': 'application/json', link: next })
    response.end(JSON.stringify([{ id: pages, body: '<!-- ours', user: { type: 'Bot' } }]))
  })
  expect((await gitHub.ownComments(17, '<!-- ours')).length).toBe(maxCommentPages)
  expect(pages).toBe(maxCommentPages)
})

test('an answer without an end is not read into memory', async () => {
  const gitHub = await gitHubThat((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const blanks = Buffer.alloc(1024 * 1024, ' ')
    const write = () => {
      while (!response.destroyed && response.write(blanks));
      if (!response.destroyed) response.once('drain', write)
    }
    write()
  })
  const fault = await faultOf(gitHub.ownComments(17, '<!--'))
  expect(fault).toMatchObject({ kind: 'unavailable', message: 'GitHub answered with more than 32 MiB' })
})

test.each([
  { status: 401, headers: {}, kind: 'expired' },
  { status: 403, headers: {}, kind: 'denied' },
  { status: 403, headers: { 'x-ratelimit-remaining': '0' }, kind: 'throttled' },
  { status: 403, headers: {}, message: 'You have exceeded a secondary rate limit.', kind: 'throttled' },
  { status: 404, headers: {}, kind: 'missing' },
  { status: 422, headers: {}, kind: 'rejected' },
  { status: 429, headers: {}, kind: 'throttled' },
  { status: 500, headers: {}, kind: 'unavailable' },
  { status: 503, headers: {}, kind: 'unavailable' },
])('$status $message $headers is $kind', async ({ status, headers, kind, message = 'No' }) => {
  let sent = 0
  const gitHub = await gitHubThat((_, response) => {
    sent += 1
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify({ message, documentation_url: 'https://docs.github.com/rest' }))
  })
  const fault = await faultOf(gitHub.updateComment(1, 'body'))
  expect({ kind: fault.kind, message: fault.message, sent }).toEqual({ kind, message, sent: 1 })
  expect(JSON.stringify([fault, fault.message, fault.stack])).not.toContain('secret-token')
})

test.each([
  { name: 'what GitHub says', headers: { 'retry-after': '7' }, pause: 7_000 },
  {
    name: 'until the limit is reset',
    headers: {
      date: 'Mon, 30 Nov 2026 09:00:00 GMT',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Date.UTC(2026, 10, 30, 9, 0, 12) / 1_000),
    },
    pause: 12_000,
  },
  { name: 'a minute by default', headers: {}, pause: 60_000 },
  { name: 'a minute where the header is no number', headers: { 'retry-after': 'soon' }, pause: 60_000 },
])('the pause after a rate limit: $name', async ({ headers, pause }) => {
  const gitHub = await gitHubThat((_, response) => {
    response.writeHead(429, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify({ message: 'You have exceeded a secondary rate limit.' }))
  })
  expect((await faultOf(gitHub.updateComment(1, 'body'))).retryAfter).toBe(pause)
})

test.each([
  { name: 'a page of a proxy', status: 502, body: '<html><body>Bad gateway</body></html>' },
  { name: 'nothing at all', status: 201, body: '' },
  { name: 'null', status: 201, body: 'null' },
])('the error names a response that is $name, not its text or ours', async ({ status, body }) => {
  const gitHub = await gitHubThat((_, response) => {
    response.writeHead(status, { 'content-type': body.startsWith('<') ? 'text/html' : 'application/json' })
    response.end(body)
  })
  const deployment = { ref: '9be21c4', environment: 'production', description: '', payload: {} }
  const { kind, message } = await faultOf(gitHub.createDeployment(deployment))
  expect({ kind, message }).toEqual({ kind: 'unavailable', message: 'not one that its API describes' })
})

test('the error has one line of a long response', async () => {
  const gitHub = await gitHubThat((_, response) => {
    response.writeHead(500, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ message: 'no '.repeat(10_000) }))
  })
  expect((await faultOf(gitHub.updateComment(1, 'body'))).message).toHaveLength(200)
})
