/** Parameters of Systems Manager and secrets of Secrets Manager, for clients that look whether they exist. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { World } from '../../../../simulator/ecs/world.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { healthy } from '../../../../simulator/scenarios/healthy.js'
import { openScenario } from '../../../../simulator/scenarios/open-scenario.js'
import { databaseUrl } from '../../../../simulator/scenarios/web-service.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'

let server: SimulatorServer
let world: World

beforeEach(async () => {
  const opened = await openScenario(healthy, { clock: new VirtualClock(), validateResponses: true })
  server = opened.server
  world = opened.world
})

afterEach(() => server.close())

async function send(target: string, input: object) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'x-amz-target': target },
    body: JSON.stringify(input),
  })
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}

const parameter = (name: string) => `arn:aws:ssm:eu-west-1:123456789012:parameter/${name}`

test('parameters are found by name and by ARN, and those that are missing are named', async () => {
  world.secrets.delete(parameter('web/gone'))
  world.secrets.delete('plain-gone')
  const Names = ['/web/level', parameter('web/level'), 'plain', '/web/gone', 'plain-gone']
  const { answer } = await send('AmazonSSM.GetParameters', { Names, WithDecryption: true })

  expect(answer).toMatchObject({
    Parameters: [
      { Name: '/web/level', ARN: parameter('web/level'), Value: 'simulated' },
      { Name: '/web/level', ARN: parameter('web/level') },
      { Name: 'plain', ARN: parameter('plain') },
    ],
    InvalidParameters: ['/web/gone', 'plain-gone'],
  })
})

test('a single parameter has an error of its own', async () => {
  world.secrets.delete(parameter('web/gone'))
  expect(await send('AmazonSSM.GetParameter', { Name: '/web/level' })).toMatchObject({
    status: 200,
    answer: { Parameter: { Type: 'SecureString' } },
  })
  expect(await send('AmazonSSM.GetParameter', { Name: '/web/gone' })).toMatchObject({
    status: 400,
    answer: { __type: 'ParameterNotFound' },
  })
})

test.each([
  { Names: [], problem: 'Member must have length greater than or equal to 1' },
  {
    Names: Array.from({ length: 11 }, (_, n) => `p${n}`),
    problem: 'Member must have length less than or equal to 10',
  },
])('$Names.length parameters are refused', async ({ Names, problem }) => {
  expect(await send('AmazonSSM.GetParameters', { Names })).toMatchObject({
    status: 400,
    answer: { __type: 'ValidationException', message: expect.stringContaining(problem) },
  })
})

test.each([
  { name: 'by its ARN', SecretId: databaseUrl },
  { name: 'by the ARN without its end', SecretId: databaseUrl.slice(0, -7) },
  { name: 'by its name', SecretId: 'web/database-url' },
])('the secret of a task definition is found $name', async ({ SecretId }) => {
  const secret = { ARN: databaseUrl, Name: 'web/database-url' }
  expect(await send('secretsmanager.GetSecretValue', { SecretId })).toMatchObject({
    status: 200,
    answer: { ...secret, SecretString: 'simulated', VersionStages: ['AWSCURRENT'] },
  })
  expect(await send('secretsmanager.DescribeSecret', { SecretId })).toMatchObject({ answer: secret })
})

test('a secret that nothing names exists, with an ARN that stays the same', async () => {
  const one = await send('secretsmanager.DescribeSecret', { SecretId: 'api/key' })
  const again = await send('secretsmanager.DescribeSecret', { SecretId: one.answer.ARN })

  expect(one.answer.ARN).toMatch(/^arn:aws:secretsmanager:eu-west-1:123456789012:secret:api\/key-\w{6}$/)
  expect(again.answer).toStrictEqual(one.answer)
})

test.each([
  { name: 'that is missing', SecretId: databaseUrl },
  { name: 'that is missing, by its name', SecretId: 'web/database-url' },
  { name: 'of another region', SecretId: databaseUrl.replace('eu-west-1', 'us-east-1') },
])('a secret $name is not found', async ({ SecretId }) => {
  world.secrets.delete(databaseUrl)
  expect(await send('secretsmanager.GetSecretValue', { SecretId })).toMatchObject({
    status: 400,
    answer: {
      __type: 'ResourceNotFoundException',
      Message: "Secrets Manager can't find the specified secret.",
    },
  })
})
