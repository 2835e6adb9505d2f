/** The port Web over real connections to servers that do what no server should. */

import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { env } from 'node:process'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from '@jest/globals'
import { connectWeb } from '../../../src/adapters/web.js'
import { openProxy } from '../../support/http-proxy.js'
import { testUnless } from '../../support/test-unless.js'

const web = connectWeb()
const patient = { milliseconds: 30_000, bytes: 1024 }
const short = { milliseconds: 300, bytes: 1024 }
const testProxy = testUnless(
  Number.parseInt(process.versions.node, 10) < 24,
  'the HTTP agents of Node know a proxy from 24.5 on',
)
const open: { close(): void }[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.close()
  delete env.http_proxy
  delete env.no_proxy
})

async function listen(server: Server): Promise<number> {
  open.push({
    close() {
      server.closeAllConnections()
      server.close()
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function serve(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(listener))}`
}

test('status, location and text of an answer, and no redirect is followed', async () => {
  const paths: string[] = []
  const url = await serve((request, response) => {
    paths.push(request.url ?? '')
    response.writeHead(302, { location: '/elsewhere' }).end('größer')
  })
  const answer = await web.get(`${url}/a?b=c`, patient)
  expect(answer).toStrictEqual({ kind: 'answered', status: 302, location: '/elsewhere', body: 'größer' })
  expect(paths).toStrictEqual(['/a?b=c'])
})

test.each([
  { encoding: 'gzip', bytes: gzipSync('{"commit":"9be21c4"}') },
  { encoding: 'deflate', bytes: deflateSync('{"commit":"9be21c4"}') },
  { encoding: 'br', bytes: brotliCompressSync('{"commit":"9be21c4"}') },
])('reads what is compressed with $encoding although nobody wants it', async ({ bytes, encoding }) => {
  const url = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(bytes),
  )
  expect(await web.get(url, patient)).toMatchObject({ kind: 'answered', body: '{"commit":"9be21c4"}' })
})

test.each<{ readonly name: string; readonly listener: RequestListener }>([
  {
    name: 'without an end',
    listener: (_, response) => {
      const more = () => {
        while (response.write('x'.repeat(65_536)));
      }
      response.on('drain', more).on('error', () => {})
      more()
    },
  },
  {
    name: 'that grows when it is unpacked',
    listener: (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(50_000_000))),
  },
])('an answer $name is cut', async ({ listener }) => {
  const url = await serve(listener)
  expect(await web.get(url, patient)).toStrictEqual({
    kind: 'answered',
    status: 200,
    location: undefined,
    body: 'x'.repeat(1024),
  })
})

const trickle: RequestListener = (_, response) => {
  response.writeHead(200)
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}

test.each<{ readonly name: string; readonly listener: RequestListener; readonly reason: RegExp }>([
  { name: 'no answer', listener: () => {}, reason: /^no whole answer within 0\.3 s$/ },
  { name: 'an answer that trickles', listener: trickle, reason: /^no whole answer within 0\.3 s$/ },
  {
    name: 'an answer that stops half-way',
    listener: (_, response) => response.writeHead(200, { 'content-length': '100' }).write('half'),
    reason: /^no whole answer within 0\.3 s$/,
  },
  {
    name: 'a connection that is cut',
    listener: ({ socket }) => socket.destroy(),
    reason: /ECONNRESET|hang up/,
  },
  {
    name: 'a body that is cut',
    listener: (_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      setTimeout(() => response.destroy(), 20)
    },
    reason: /aborted|ECONNRESET/,
  },
  {
    name: 'what is not compressed as it says',
    listener: (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
    reason: /incorrect header check/,
  },
  {
    name: 'what is not HTTP',
    listener: ({ socket }) => socket.end('SSH-2.0-x\r\n'),
    reason: /HPE_|Parse Error/,
  },
])('$name is no answer', async ({ listener, reason }) => {
  const url = await serve(listener)
  expect(await web.get(url, short)).toMatchObject({
    kind: 'unanswered',
    reason: expect.stringMatching(reason),
  })
})

test('nobody listens', async () => {
  const port = await listen(createServer())
  for (const one of open.splice(0)) one.close()
  const answer = await web.get(`http://127.0.0.1:${port}/`, patient)
  expect(answer).toMatchObject({ isReached: true, reason: expect.stringContaining('ECONNREFUSED') })
})

test('a certificate that nobody signed is named as the cause', async () => {
  const pem = readFileSync('__tests__/fixtures/certificate/self-signed.pem')
  const port = await listen(createTlsServer({ key: pem, cert: pem }, (_, response) => response.end('ok')))
  expect(await web.get(`https://127.0.0.1:${port}/`, patient)).toStrictEqual({
    kind: 'unanswered',
    isReached: false,
    reason: 'its TLS certificate is not accepted (DEPTH_ZERO_SELF_SIGNED_CERT): self-signed certificate',
  })
})

testProxy('goes through the proxy of the runner, but not to the machine itself', async () => {
  const url = await serve((_, response) => response.end('ok'))
  const proxy = await openProxy(Number(new URL(url).port))
  open.push(proxy)
  env.http_proxy = proxy.url
  expect(await web.get('http://web.internal.example/', patient)).toMatchObject({ body: 'ok' })
  expect(await web.get(url, patient)).toMatchObject({ body: 'ok' })
  expect([...proxy.hosts]).toStrictEqual(['web.internal.example'])
})

testProxy('the password of a proxy that refuses is not shown', async () => {
  env.http_proxy = 'http://user:hunter2%40@127.0.0.1:9'
  const answer = await web.get('http://web.internal.example/', patient)
  expect(answer.kind).toBe('unanswered')
  expect(JSON.stringify(answer)).not.toContain('hunter2')
})
