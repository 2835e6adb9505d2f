/** What the adapter does about a GitHub that does not answer, and in which words it tells what GitHub says. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { connectGitHub } from '../../../src/adapters/github.js'
import type { ApiError } from '../../../src/core/errors/api-error.js'
import type { GitHub } from '../../../src/ports.js'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function gitHubThat(answers: RequestListener, timeout = 3_000): Promise<GitHub> {
  server = createServer(answers)
  await new Promise<void>(listening => server?.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return connectGitHub({ url: `http://127.0.0.1:${port}`, repository: 'octo-org/web', timeout })(
    'secret-token',
  )
}

async function faultOf(call: Promise<unknown>): Promise<ApiError> {
  const fault = await call.then(
    () => undefined,
    (error: ApiError) => error,
  )
  if (fault?.name !== 'ApiError') throw new Error(`no fault: ${fault}`)
  return fault
}

test('who does not answer is given up soon', async () => {
  const gitHub = await gitHubThat(() => {}, 50)
  const fault = await faultOf(gitHub.ownComments(17, '<!--'))
  expect([fault.kind, fault.operation]).toEqual(['unavailable', 'issues/list-comments'])
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
  { name: 'a page of a proxy', status: 502, body: '<html><body>Bad gateway</body></html>' },
  { name: 'nothing at all', status: 201, body: '' },
  { name: 'null', status: 201, body: 'null' },
])('an answer that is $name is told as such, not in its own words or ours', async ({ status, body }) => {
  const gitHub = await gitHubThat((_, response) => {
    response.writeHead(status, { 'content-type': body.startsWith('<') ? 'text/html' : 'application/json' })
    response.end(body)
  })
  const deployment = { ref: '9be21c4', environment: 'production', description: '', payload: {} }
  const { kind, message } = await faultOf(gitHub.createDeployment(deployment))
  expect({ kind, message }).toEqual({ kind: 'unavailable', message: 'not one that its API describes' })
})

test('of a long answer a line is told', async () => {
  const gitHub = await gitHubThat((_, response) => {
    response.writeHead(500, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ message: 'no '.repeat(10_000) }))
  })
  expect((await faultOf(gitHub.updateComment(1, 'body'))).message).toHaveLength(200)
})
