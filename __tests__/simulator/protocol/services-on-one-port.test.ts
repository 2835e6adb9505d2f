import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listen, type SimulatorServer } from '../../../simulator/protocol/http-server.js'
import { type Service, signedService, type WireRequest } from '../../../simulator/protocol/service.js'
import { VirtualClock } from '../../../simulator/time/virtual-clock.js'

/** A service that answers with its own name. */
function namedService(name: string, owns: (request: WireRequest) => boolean): Service {
  const answer = (status: number, body: string) => ({ status, contentType: 'text/plain', body })
  return {
    name,
    owns,
    read: ({ method, path, query, body }) => ({
      operation: query.get('Action') ?? `${method} ${path}`,
      input: body,
      unknownMembers: [],
      resource: () => '*',
      perform: () => answer(200, name),
    }),
    errorResponse: error => answer(error.httpStatus, error.name),
  }
}

let server: SimulatorServer

beforeAll(async () => {
  const services = [
    namedService('ecr', ({ headers }) =>
      String(headers['x-amz-target']).startsWith('AmazonEC2ContainerRegistry_'),
    ),
    namedService('elasticloadbalancing', request => signedService(request) === 'elasticloadbalancing'),
    namedService('github', ({ path }) => path.startsWith('/repos/')),
  ]
  server = await listen({ services, clock: new VirtualClock() })
})

afterAll(() => server.close())

const scope = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=00`

test.each([
  {
    by: 'target',
    path: '/',
    headers: { 'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.DescribeImages' },
    owner: 'ecr',
  },
  {
    by: 'signature',
    path: '/?Action=X',
    headers: { authorization: scope('elasticloadbalancing') },
    owner: 'elasticloadbalancing',
  },
  { by: 'path', path: '/repos/o/r/deployments', headers: {}, owner: 'github' },
])('a request finds its service by its $by', async ({ path, headers, owner }) => {
  const response = await fetch(`${server.url}${path}`, { method: 'POST', headers })

  expect(await response.text()).toBe(owner)
  expect(server.requests.at(-1)?.service).toBe(owner)
})

test('a signature for a service that is not here finds none', async () => {
  const response = await fetch(server.url, { method: 'POST', headers: { authorization: scope('sqs') } })

  expect(response.status).toBe(404)
})
