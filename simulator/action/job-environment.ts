/** The variables that lead the later steps of a job to the simulator, and what to say of those that it has already. Pure. */
import type { Ready } from './server-process.js'

export type Environment = Readonly<Record<string, string | undefined>>

export interface JobEnvironment {
  readonly variables: Readonly<Record<string, string>>
  readonly warnings: readonly string[]
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html */
const credentials = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SESSION_TOKEN',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
]

/**
 * Set only where the job has them: each would lead a client past the simulator, or stop it.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
const withoutEffect: Readonly<Record<string, string>> = {
  AWS_SESSION_TOKEN: '',
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
  AWS_USE_FIPS_ENDPOINT: 'false',
  AWS_USE_DUALSTACK_ENDPOINT: 'false',
}

export function jobEnvironment({ url, region, environment, clock }: Ready, env: Environment): JobEnvironment {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment
  const present = Object.entries(env).filter(([, value]) => value)
  const specific = present.flatMap(([name]) => (name.startsWith('AWS_ENDPOINT_URL_') ? [[name, url]] : []))
  const disarmed = present.flatMap(([name]) => (name in withoutEffect ? [[name, withoutEffect[name]]] : []))
  const variables = {
    AWS_ENDPOINT_URL: url,
    ...Object.fromEntries(specific),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY,
    ...Object.fromEntries(disarmed),
    ...withoutProxy(env, new URL(url).hostname),
    ...clock,
  }
  return { variables, warnings: warningsOf(env, AWS_ACCESS_KEY_ID) }
}

/** Not every program spares the loopback interface by itself: botocore does not. */
function withoutProxy(env: Environment, host: string): Record<string, string> {
  if (![env.http_proxy, env.HTTP_PROXY].some(Boolean)) return {}
  const hosts = [env.no_proxy, env.NO_PROXY, host].flatMap(list => list?.split(',') ?? [])
  const value = [...new Set(hosts.map(one => one.trim()).filter(Boolean))].join(',')
  return { no_proxy: value, NO_PROXY: value }
}

function warningsOf(env: Environment, ownKey: string): string[] {
  const real = env.AWS_ACCESS_KEY_ID === ownKey ? [] : credentials.filter(name => env[name])
  const replaced =
    real.length === 0
      ? []
      : [
          `This job has AWS credentials (${real.join(', ')}). For the rest of the job, keys and endpoint of the simulator replace them: the following steps do not reach AWS. Put steps that need AWS before this one, or into another job.`,
        ]
  const profile = env.AWS_PROFILE
    ? [
        `AWS_PROFILE is ${JSON.stringify(env.AWS_PROFILE)}, and some programs prefer a profile to the keys of the simulator. Remove the variable from this job.`,
      ]
    : []
  return [...replaced, ...profile]
}
