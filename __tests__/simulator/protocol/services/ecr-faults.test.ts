/** What can go wrong on the way to an image: links that do not lead there, and faults. */
import { ECRClient } from '@aws-sdk/client-ecr'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openWorld } from '../../../../simulator/ecs/open-world.js'
import type { World } from '../../../../simulator/ecs/world.js'
import type { Fault } from '../../../../simulator/protocol/faults/fault.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { startServer } from '../../../../simulator/protocol/server.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'
import { settingsFor } from '../../support/client-settings.js'
import { configOf, manifestOf, repositoryName } from '../../support/ecr-reader.js'

const nine = Date.UTC(2026, 0, 15, 9)
const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com'

let server: SimulatorServer
let client: ECRClient
let clock: VirtualClock
let world: World

async function open(faults: Fault[] = []): Promise<void> {
  clock = new VirtualClock(nine)
  world = openWorld({ clock })
  world.images.add(`${registry}/${repositoryName}:plain`, {
    exposedPorts: [5001, '53/udp'],
    environment: { PORT: '5001' },
    command: ['node', 'server.js'],
  })
  server = await startServer({ world, clock, validateResponses: true, faults })
  client = new ECRClient(settingsFor(server.url))
}

async function close(): Promise<void> {
  client.destroy()
  await server.close()
}

beforeEach(() => open())
afterEach(close)

test.each([
  {
    name: 'an hour later',
    change: (url: string) => url,
    later: 3_601_000,
    code: 'AccessDenied',
    status: 403,
  },
  {
    name: 'without its signature',
    change: (url: string) => url.replace(/&X-Amz-Signature=\w+/, ''),
    later: 0,
    code: 'AccessDenied',
    status: 403,
  },
  {
    name: 'to something else',
    change: (url: string) => url.replace(/sha256(:|%3A)[0-9a-f]{4}/, 'sha256:0000'),
    later: 0,
    code: 'NoSuchKey',
    status: 404,
  },
])('a link $name is refused with $code', async ({ change, later, code, status }) => {
  const { document } = await manifestOf(client, { imageTag: 'plain' })
  const { downloadUrl } = await configOf(client, document.config.digest)
  clock.advance(later)
  const response = await fetch(change(downloadUrl))

  expect({ status: response.status, text: await response.text() }).toStrictEqual({
    status,
    text: expect.stringContaining(`<Code>${code}</Code>`),
  })
})

test('a link takes no second signature', async () => {
  const { document } = await manifestOf(client, { imageTag: 'plain' })
  const { downloadUrl } = await configOf(client, document.config.digest)
  const response = await fetch(downloadUrl, { headers: { authorization: 'Bearer x' } })

  expect(response.status).toBe(400)
})

test.each([
  {
    kind: 'access-denied',
    error: {
      name: 'AccessDeniedException',
      message: expect.stringContaining(
        'ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:123456789012:repository/team/web',
      ),
    },
  },
  { kind: 'expired-credentials', error: { name: 'ExpiredTokenException' } },
  { kind: 'server-error', error: { name: 'ServerException' } },
] as const)('the fault $kind meets ECR', async ({ kind, error }) => {
  await close()
  await open([{ kind, services: ['ecr'] }])

  await expect(manifestOf(client, { imageTag: 'plain' })).rejects.toMatchObject(error)
})

test('a link can be cut although ECR responds', async () => {
  await close()
  await open([{ kind: 'connection-reset', services: ['s3'] }])
  const { document } = await manifestOf(client, { imageTag: 'plain' })

  await expect(configOf(client, document.config.digest)).rejects.toThrow('fetch failed')
  expect(server.requests.at(-1)).toMatchObject({ service: 's3', operation: 'GetObject', status: 'reset' })
})
