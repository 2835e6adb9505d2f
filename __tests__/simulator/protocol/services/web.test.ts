/** Hosts of the world, for a client that takes the simulator as its HTTP proxy. */
import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openWorld } from '../../../../simulator/ecs/open-world.js'
import type { World } from '../../../../simulator/ecs/world.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { startServer } from '../../../../simulator/protocol/server.js'
import {
  openWithHost,
  softwareWithVersion,
  verifyHost,
} from '../../../../simulator/scenarios/verification.js'
import { call, cluster, commit, imageOf } from '../../../../simulator/scenarios/web-service.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'

const clock = new VirtualClock()
let world: World
let server: SimulatorServer

beforeAll(async () => {
  world = openWorld({ clock })
  openWithHost(world, softwareWithVersion(commit))
  server = await startServer({ world, clock })
})

afterAll(() => server.close())

/** As through a proxy: with the whole address in the request. */
function request(url: string): Promise<{ readonly status: number | undefined; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const { host } = new URL(url)
    get({ port: server.port, path: url, headers: { host } }, response => {
      let body = ''
      response.setEncoding('utf8').on('data', text => {
        body += text
      })
      response.on('end', () => resolve({ status: response.statusCode, body }))
    }).on('error', reject)
  })
}

function pass(seconds: number): void {
  clock.advance(seconds * 1_000)
  world.advance()
}

test('a healthy target answers, with its page', async () => {
  const { body, status } = await request(`http://${verifyHost}/version`)
  expect({ body, status }).toStrictEqual({ body: '{"commit":"1f3c9e0"}', status: 200 })
  expect((await request(`http://${verifyHost}/none`)).status).toBe(404)
})

test('another name is no host of this world', async () => {
  expect((await request('http://other.example.com/version')).status).toBe(404)
})

test('without a registered target the load balancer answers 503', async () => {
  call(world, 'UpdateService', { cluster, service: 'web', desiredCount: 0 })
  pass(120)
  const { body, status } = await request(`http://${verifyHost}/version`)
  expect(status).toBe(503)
  expect(body).toContain('503 Service Temporarily Unavailable')
})

test('without a healthy one it tries all, and answers 502 where nothing listens', async () => {
  world.images.add(imageOf('1f3c9e0'), { startSeconds: 10_000 })
  call(world, 'UpdateService', { cluster, service: 'web', desiredCount: 1, forceNewDeployment: true })
  pass(50)
  expect((await request(`http://${verifyHost}/version`)).status).toBe(502)
})
