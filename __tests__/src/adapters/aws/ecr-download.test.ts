/** Why the download of a configuration failed without a response: in words, and without the link. */
import { Readable } from 'node:stream'
import { expect, test } from '@jest/globals'
import { download } from '../../../../src/adapters/aws/ecr-download.js'

type Handler = Parameters<typeof download>[0]

const link = 'https://bucket.test/blob?X-Amz-Signature=secret'

/** As the handlers of the SDK name what took too long: a connection, an answer, the rest of one. */
const timeout = Object.assign(new Error(`${link} took too long`), { name: 'TimeoutError' })
const reset = Object.assign(new Error(`${link} was reset`), { code: 'ECONNRESET' })

function broken(error: Error): Readable {
  return Readable.from(
    (function* () {
      yield Buffer.from('{"architecture":')
      throw error
    })(),
  )
}

test.each([
  { name: 'no response', handle: () => Promise.reject(timeout), why: 'no response in time' },
  { name: 'a connection that breaks', handle: () => Promise.reject(reset), why: 'the connection broke' },
  {
    name: 'a truncated response',
    handle: async () => ({ response: { statusCode: 200, body: broken(reset) } }),
    why: 'the connection broke',
  },
])('$name', async ({ handle, why }) => {
  const fault = await download({ handle } as unknown as Handler, link).catch(error => error)
  expect(fault).toMatchObject({
    name: 'ApiError',
    kind: 'unavailable',
    message: `the configuration of the image could not be downloaded: ${why}`,
  })
  expect(JSON.stringify([fault, fault.cause, fault.stack])).not.toContain('X-Amz-Signature')
})
