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

/**
 * A local action (`uses: ./`) has no repository and no ref.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function readStep(env: Readonly<Record<string, string | undefined>>): Step {
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = env
  return {
    problems: proxyProblems(env),
    event: env.GITHUB_EVENT_NAME || undefined,
    hasCredentials: credentialSources.some(name => env[name]) ? (true as const) : undefined,
    pages: server && repository && ref ? `${server}/${repository}/blob/${ref}` : undefined,
  }
}
