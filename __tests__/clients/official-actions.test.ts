/** The actions of AWS that come before a deployment get their credentials and tokens from the simulator. */
import { afterAll, beforeAll, expect } from '@jest/globals'
import { type IdentityTokens, serveIdentityTokens } from '../../e2e/identity-tokens.js'
import { openWorld } from '../../simulator/ecs/open-world.js'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import { startServer } from '../../simulator/protocol/server.js'
import { ScaledClock } from '../../simulator/time/scaled-clock.js'
import { Runner, testWithOfficialActions } from './support/official-actions.js'
import { recordExchanges } from './support/record-exchanges.js'

const observers = recordExchanges()

let server: SimulatorServer
let tokens: IdentityTokens

beforeAll(async () => {
  const clock = new ScaledClock({ speed: 1 })
  server = await startServer({ world: openWorld({ clock }), clock, validateResponses: true, ...observers })
  tokens = await serveIdentityTokens()
})

afterAll(async () => {
  await tokens[Symbol.asyncDispose]()
  await server.close()
})

const role = {
  'aws-region': 'eu-west-1',
  // The default of its action.yml, which a runner passes.
  audience: 'sts.amazonaws.com',
  'role-to-assume': 'arn:aws:iam::123456789012:role/deploy',
  'output-env-credentials': 'true',
}

function operations(): string[] {
  return server.requests.map(({ service, operation, status }) => `${service} ${operation} ${status}`)
}

testWithOfficialActions('a role is assumed by the identity of the job, and logs in to ECR', async () => {
  const runner = await Runner.open({ ...tokens.variables, AWS_ENDPOINT_URL: server.url })
  try {
    const from = server.requests.length
    const credentials = await runner.run('configure-aws-credentials', role)
    expect(credentials).toMatchObject({
      code: 0,
      outputs: {
        'aws-account-id': '123456789012',
        'authenticated-arn': 'arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions',
      },
    })
    expect(runner.variables).toMatchObject({
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA[A-Z]{16}$/),
    })
    const login = await runner.run('amazon-ecr-login', { 'mask-password': 'true' })
    const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com'
    expect(login).toMatchObject({ code: 0, outputs: { registry } })
    expect(await runner.dockerCalls()).toMatch(new RegExp(`^login -u AWS .*https://${registry}\\n$`))
    expect(operations().slice(from)).toStrictEqual([
      'sts AssumeRoleWithWebIdentity 200',
      'sts GetCallerIdentity 200',
      'ecr GetAuthorizationToken 200',
    ])
  } finally {
    await runner.close()
  }
})

testWithOfficialActions('a role is assumed with the keys of a user', async () => {
  const runner = await Runner.open({ AWS_ENDPOINT_URL: server.url })
  try {
    const keys = { 'aws-access-key-id': 'AKIAIOSFODNN7EXAMPLE', 'aws-secret-access-key': 'simulated' }
    const { code, log } = await runner.run('configure-aws-credentials', { ...role, ...keys })

    expect({ code, log }).toMatchObject({ code: 0 })
    expect(operations()).toContain('sts AssumeRole 200')
  } finally {
    await runner.close()
  }
})

testWithOfficialActions('a role that is none is refused in the words of AWS', async () => {
  const runner = await Runner.open({ ...tokens.variables, AWS_ENDPOINT_URL: server.url })
  try {
    const { code, log } = await runner.run('configure-aws-credentials', {
      ...role,
      'role-to-assume': 'arn:aws:iam::123456789012:user/deploy',
      'retry-max-attempts': '1',
    })

    expect(code).toBe(1)
    expect(log).toContain('Request ARN is invalid')
  } finally {
    await runner.close()
  }
})
