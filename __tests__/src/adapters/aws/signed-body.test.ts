/** What is sent past the SDK's serialiser is what is signed: checked by hand, with nothing of the SDK and no schema. */
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { connectEcs } from '../../../../src/adapters/aws/ecs.js'

const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function signatureOf({ method, url, headers }: IncomingMessage, body: Buffer): string {
  const [, scope = '', signedHeaders = ''] =
    /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? []
  const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
  const sign = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const signed = signedHeaders.split(';').map(name => `${name}:${String(headers[name]).trim()}\n`)
  const request = [method, url, '', signed.join(''), signedHeaders, sha256(body)].join('\n')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n')
  const key = scope.split('/').reduce<string | Buffer>(sign, `AWS4${secretAccessKey}`)
  return sign(key, text).toString('hex')
}

/** Unknown at every depth: next to the family, in a container, in a port, in a list of a new kind. */
const definition = {
  family: 'web',
  zebra: [null, { deep: { er: '' } }],
  containerDefinitions: [
    {
      name: 'app',
      image: 'web:1',
      newKey: true,
      portMappings: [{ containerPort: 5001, newer: 'größe 😀' }],
      logConfiguration: { logDriver: 'awslogs', options: { a: '' }, newest: { x: 0.1 } },
    },
  ],
}

test('unknown keys are sent at every depth, with the length and the signature of the bytes that arrive', async () => {
  const seen: { body: string; length: string | undefined; given: string | undefined; right: string }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      seen.push({
        body: body.toString(),
        length: request.headers['content-length'],
        given: /Signature=(\w+)/.exec(request.headers.authorization ?? '')?.[1],
        right: signatureOf(request, body),
      })
      response.end('{"taskDefinition":{"taskDefinitionArn":"arn","revision":8}}')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const ecs = connectEcs(
    { now: () => 0, sleep: async () => {}, random: () => 0 },
    {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey, sessionToken: 'session' },
    },
  )
  try {
    await ecs.registerTaskDefinition(definition)
  } finally {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  const [request] = seen
  const body = JSON.stringify(definition)
  expect(request).toMatchObject({ body, length: String(Buffer.byteLength(body)) })
  expect(request?.given).toMatch(/^[0-9a-f]{64}$/)
  expect(request?.given).toBe(request?.right)
})
