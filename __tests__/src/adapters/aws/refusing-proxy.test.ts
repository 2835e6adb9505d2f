/** A proxy that refuses all connections: the error names the proxy, but not its credentials. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { env } from 'node:process'
import { afterEach, expect } from '@jest/globals'
import { connectEcs } from '../../../../src/adapters/aws/ecs.js'
import { systemClock } from '../../../../src/adapters/clock.js'
import { testUnless } from '../../../support/test-unless.js'

const testProxy = testUnless(
  Number.parseInt(process.versions.node, 10) < 24,
  'the HTTP agents of Node know a proxy from 24.5 on',
)

const before = env.https_proxy
afterEach(() => {
  if (before === undefined) delete env.https_proxy
  else env.https_proxy = before
})

testProxy('a refusal of the proxy is told without its password', async () => {
  const proxy = createServer().listen(0, '127.0.0.1')
  const asked: (string | undefined)[] = []
  proxy.on('connect', ({ headers }, socket) => {
    asked.push(headers['proxy-authorization'])
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
  })
  await once(proxy, 'listening')
  const { port } = proxy.address() as AddressInfo
  env.https_proxy = `http://user:hunter2%40@127.0.0.1:${port}`
  const credentials = { accessKeyId: 'id', secretAccessKey: 'secret' }
  const ecs = connectEcs(systemClock, { endpoint: 'https://aws.test', region: 'eu-west-1', credentials })
  try {
    const fault = await ecs.describeService({ cluster: 'prod', service: 'web' }, 'once').catch(error => error)
    expect(asked).toStrictEqual([`Basic ${btoa('user:hunter2@')}`])
    expect(fault).toMatchObject({ name: 'ApiError', kind: 'unavailable' })
    expect(fault.message).toMatch(/aws\.test:443 via http:\/\/127\.0\.0\.1:\d+\/: HTTP\/1\.1 407/)
    expect(fault.message).not.toMatch(/hunter2/)
  } finally {
    ecs.close()
    proxy.close()
  }
})
