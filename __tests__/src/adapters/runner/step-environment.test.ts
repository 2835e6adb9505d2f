import { expect, test } from '@jest/globals'
import { readStep } from '../../../../src/adapters/runner/step-environment.js'

const server = { GITHUB_SERVER_URL: 'https://github.com' }

const region = (what: string, advice: string) => ({
  subject: 'AWS_REGION',
  text: `the environment variable has ${what} in it: ${advice}`,
})

test.each([
  {
    name: 'an action of a repository',
    env: { ...server, GITHUB_ACTION_REPOSITORY: 'octo/deploy', GITHUB_ACTION_REF: 'v1' },
    step: { pages: 'https://github.com/octo/deploy/blob/v1' },
  },
  {
    name: 'a local action, for which the runner leaves both empty',
    env: { ...server, GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' },
    step: {},
  },
  { name: 'credentials', env: { AWS_ACCESS_KEY_ID: 'AKIA' }, step: { hasCredentials: true } },
  { name: 'a region', env: { AWS_REGION: 'eu-west-1' }, step: { region: 'eu-west-1' } },
  { name: 'what is no region', env: { AWS_REGION: 'Europe' }, step: {} },
  { name: 'a role to be assumed', env: { AWS_ROLE_ARN: 'arn' }, step: { hasCredentials: true } },
  { name: 'empty credentials', env: { AWS_ACCESS_KEY_ID: '' }, step: {} },
  { name: 'an event', env: { GITHUB_EVENT_NAME: 'push' }, step: { event: 'push' } },
  {
    name: 'a region with a line break',
    env: { AWS_REGION: 'eu-west-1\n' },
    step: { problems: [region('a line break', 'set it to "eu-west-1"')] },
  },
  {
    name: 'a region with a space',
    env: { AWS_REGION: ' eu-west-1' },
    step: { problems: [region('a space', 'set it to "eu-west-1"')] },
  },
  {
    name: 'two regions',
    env: { AWS_REGION: 'eu-west-1\nus-east-1' },
    step: { problems: [region('a line break', 'set it to one region, such as eu-west-1')] },
  },
  {
    name: 'a proxy that is none',
    env: { https_proxy: 'socks5://user:hunter2@proxy' },
    step: {
      problems: [
        {
          subject: 'https_proxy',
          text: 'the environment variable is not the URL of an HTTP proxy such as http://proxy.example.com:3128; in a password, / is written %2F and % is %25',
        },
      ],
    },
  },
])('$name', ({ env, step }) => {
  const unsaid = {
    problems: [],
    event: undefined,
    hasCredentials: undefined,
    region: undefined,
    pages: undefined,
  }
  const { clientToken: _, ...found } = readStep(env)
  expect(found).toStrictEqual({ ...unsaid, ...step })
})

test('a client token is that of the request, the attempt and the step', () => {
  const env = {
    GITHUB_RUN_ID: '20177123456',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_JOB: 'deploy',
    GITHUB_ACTION: 'web',
  }
  const tokens = [
    readStep(env).clientToken('one'),
    readStep(env).clientToken('other'),
    readStep({ ...env, GITHUB_RUN_ATTEMPT: '3' }).clientToken('one'),
    readStep({ ...env, GITHUB_ACTION: 'api' }).clientToken('one'),
    readStep({}).clientToken('one'),
  ]
  expect(readStep(env).clientToken('one')).toBe(tokens[0])
  expect(new Set(tokens).size).toBe(tokens.length)
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html
  for (const token of tokens) expect(token).toMatch(/^[!-~]{1,64}$/)
})
