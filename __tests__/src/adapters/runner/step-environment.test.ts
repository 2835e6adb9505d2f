import { expect, test } from '@jest/globals'
import { readStep } from '../../../../src/adapters/runner/step-environment.js'

const server = { GITHUB_SERVER_URL: 'https://github.com' }

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
  { name: 'a role to be assumed', env: { AWS_ROLE_ARN: 'arn' }, step: { hasCredentials: true } },
  { name: 'empty credentials', env: { AWS_ACCESS_KEY_ID: '' }, step: {} },
  { name: 'an event', env: { GITHUB_EVENT_NAME: 'push' }, step: { event: 'push' } },
  {
    name: 'a proxy that is none',
    env: { https_proxy: 'socks5://user:hunter2@proxy' },
    step: {
      problems: [
        {
          subject: 'https_proxy',
          text: 'the environment variable is no address of an HTTP proxy, such as http://proxy.example.com:3128; in a password, / is written %2F and % is %25',
        },
      ],
    },
  },
])('$name', ({ env, step }) => {
  const unsaid = { problems: [], event: undefined, hasCredentials: undefined, pages: undefined }
  expect(readStep(env)).toStrictEqual({ ...unsaid, ...step })
})
