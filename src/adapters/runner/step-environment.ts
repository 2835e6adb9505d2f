import { createHash } from 'node:crypto'
import { isRegion } from '../../core/ecs/arn.js'
import { type Problem, quote } from '../../core/errors/problem.js'
import type { Step } from '../../ports.js'
import { proxyProblems } from '../proxy.js'

/** https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html */
const credentialSources = [
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
]

/** Copied from a file or a secret; the SDK would say that it is no part of a host name. */
function regionProblems({ AWS_REGION: region }: Readonly<Record<string, string | undefined>>): Problem[] {
  if (region === undefined || !/\s/.test(region)) return []
  const trimmed = region.trim()
  const what = /[\r\n]/.test(region) ? 'a line break' : 'a space'
  const advice =
    /\s/.test(trimmed) || trimmed === ''
      ? 'set it to one region, such as eu-west-1'
      : `set it to ${quote(trimmed)}`
  return [{ subject: 'AWS_REGION', text: `the environment variable has ${what} in it: ${advice}` }]
}

/**
 * A local action (`uses: ./`) has no repository and no ref.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function readStep(env: Readonly<Record<string, string | undefined>>): Step {
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = env
  return {
    problems: [...proxyProblems(env), ...regionProblems(env)],
    event: env.GITHUB_EVENT_NAME || undefined,
    hasCredentials: credentialSources.some(name => env[name]) ? (true as const) : undefined,
    region: isRegion(env.AWS_REGION ?? '') ? env.AWS_REGION : undefined,
    pages: server && repository && ref ? `${server}/${repository}/blob/${ref}` : undefined,
    clientToken: request => clientToken(env, request),
  }
}

/** A second attempt of a run, and another step, are other requests. At most 64 characters. */
function clientToken(env: Readonly<Record<string, string | undefined>>, request: string): string {
  const { GITHUB_RUN_ID: run = 'local', GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_REPOSITORY = '' } = env
  const { GITHUB_JOB = '', GITHUB_ACTION = '' } = env
  const text = JSON.stringify([GITHUB_REPOSITORY, GITHUB_JOB, GITHUB_ACTION, request])
  const digest = createHash('sha256').update(text).digest('hex')
  return `${run.slice(0, 20)}-${attempt.slice(0, 6)}-${digest.slice(0, 32)}`
}
