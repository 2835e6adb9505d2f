import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openWorld } from '../../../../simulator/ecs/open-world.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { startServer } from '../../../../simulator/protocol/server.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'

let server: SimulatorServer

beforeAll(async () => {
  const clock = new VirtualClock()
  server = await startServer({
    world: openWorld({ clock, account: '210987654321' }),
    clock,
    validateResponses: true,
  })
})

afterAll(() => server.close())

/** As SDKs sign and send it. */
function send(Action: string): Promise<Response> {
  const authorization =
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/eu-west-1/sts/aws4_request, SignedHeaders=host, Signature=00'
  const body = new URLSearchParams({ Action, Version: '2011-06-15' })
  return fetch(server.url, { method: 'POST', headers: { authorization }, body })
}

test('a caller gets the account and the role', async () => {
  const response = await send('GetCallerIdentity')
  const text = await response.text()

  expect(response.status).toBe(200)
  expect(text).toContain('<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">')
  expect(text).toContain('<Account>210987654321</Account>')
  expect(text).toContain('<Arn>arn:aws:sts::210987654321:assumed-role/GitHubActions/deploy</Arn>')
})

test('other operations are refused by name', async () => {
  const response = await send('AssumeRole')

  expect(response.status).toBe(400)
  expect(await response.text()).toContain('AssumeRole')
})
