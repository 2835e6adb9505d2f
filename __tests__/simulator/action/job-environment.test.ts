import { expect, test } from '@jest/globals'
import { jobEnvironment } from '../../../simulator/action/job-environment.js'

const url = 'http://127.0.0.1:4566'
const ready = {
  url,
  port: 4566,
  region: 'eu-west-1',
  account: '123456789012',
  environment: {
    AWS_ACCESS_KEY_ID: 'AKIASIMULATOR0000000',
    AWS_SECRET_ACCESS_KEY: 'simulated-secret-access-key',
  },
  clock: { ECS_SIMULATOR_SPEED: '20' },
}
const own = {
  AWS_ENDPOINT_URL: url,
  AWS_REGION: 'eu-west-1',
  AWS_DEFAULT_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'AKIASIMULATOR0000000',
  AWS_SECRET_ACCESS_KEY: 'simulated-secret-access-key',
  ECS_SIMULATOR_SPEED: '20',
}

test('a job without AWS gets the variables of a client, without a warning', () => {
  expect(jobEnvironment(ready, { PATH: '/bin' })).toStrictEqual({ variables: own, warnings: [] })
})

test('a second simulator in the job replaces the first without a warning', () => {
  expect(jobEnvironment(ready, { ...own, AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }).warnings).toStrictEqual([])
})

test.each([
  { name: 'an endpoint of one service', env: { AWS_ENDPOINT_URL_ECS: 'https://ecs.example.com' }, set: url },
  { name: 'a session token', env: { AWS_SESSION_TOKEN: 'real' }, set: '' },
  {
    name: 'endpoints that are to be ignored',
    env: { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
    set: 'false',
  },
  { name: 'FIPS endpoints', env: { AWS_USE_FIPS_ENDPOINT: 'true' }, set: 'false' },
  { name: 'dual-stack endpoints', env: { AWS_USE_DUALSTACK_ENDPOINT: 'true' }, set: 'false' },
])('$name would lead past the simulator, and is replaced', ({ env, set }) => {
  const [name = ''] = Object.keys(env)
  expect(jobEnvironment(ready, env).variables).toStrictEqual({ ...own, [name]: set })
})

test('real credentials are named, and that they are replaced for the rest of the job', () => {
  const env = { AWS_ACCESS_KEY_ID: 'ASIAREAL', AWS_SESSION_TOKEN: 'token', AWS_PROFILE: 'prod' }
  const [replaced, profile, ...others] = jobEnvironment(ready, env).warnings
  expect(replaced).toContain('AWS_ACCESS_KEY_ID, AWS_SESSION_TOKEN')
  expect(replaced).toContain('rest of the job')
  expect(replaced).not.toContain('ASIAREAL')
  expect(profile).toContain('AWS_PROFILE is "prod"')
  expect(others).toStrictEqual([])
})

test('a proxy of the job is not asked for the simulator', () => {
  const { variables } = jobEnvironment(ready, { HTTP_PROXY: 'http://proxy:3128', NO_PROXY: 'example.com' })
  expect(variables).toMatchObject({ no_proxy: 'example.com,127.0.0.1', NO_PROXY: 'example.com,127.0.0.1' })
})

test('hosts of both spellings of NO_PROXY stay without a proxy', () => {
  const job = {
    http_proxy: 'http://proxy:3128',
    no_proxy: 'a.example, b.example',
    NO_PROXY: 'b.example,c.example',
  }
  const { variables } = jobEnvironment(ready, job)
  const hosts = 'a.example,b.example,c.example,127.0.0.1'
  expect(variables).toMatchObject({ no_proxy: hosts, NO_PROXY: hosts })
})
