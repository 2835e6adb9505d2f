/** The signal comes while the server has not answered yet. */
import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { onFirstRequestSent } from '../../../src/adapters/first-request.js'

/** Answers the first request when it has got the second. */
const waiting: ServerResponse[] = []
const server = createServer((_, response) => {
  waiting.push(response)
  if (waiting.length === 2) for (const one of waiting) one.end()
})
afterEach(() => {
  server.close()
})

/** Resolves with the answer. */
function post(body: string): Promise<void> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const sent = request({ port, method: 'POST' }, response => response.resume().once('end', resolve))
    sent.once('error', reject).end(body)
  })
}

test('says once that the first request is sent, before it is answered', async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  let times = 0
  const sent = new Promise<void>(resolve => {
    onFirstRequestSent(() => {
      times += 1
      resolve()
    })
  })
  const first = post('first')
  await sent
  await Promise.all([first, post('second')])
  expect(times).toBe(1)
})
