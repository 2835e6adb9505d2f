/**
 * Proxies for AWS clients. As in GitHub's toolkit, lower-case names come first and the machine itself is reached
 * directly.
 * https://docs.github.com/en/actions/how-tos/managing-self-hosted-runners/using-a-proxy-server-with-self-hosted-runners
 */
import type { Problem } from '../core/errors/problem.js'

export type Environment = Readonly<Record<string, string | undefined>>

/** `proxyEnv` of Node 24.5: https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support */
export interface Proxies {
  readonly http_proxy?: string
  readonly https_proxy?: string
  readonly no_proxy: string
}

const names = ['http_proxy', 'https_proxy'] as const
const thisMachine = ['localhost', '127.0.0.0-127.255.255.255', '::1']

/** Drops invalid values: Node would end the process and show them. */
export function proxiesOf(env: Environment): Proxies {
  const proxies = names.flatMap(name => {
    const url = readUrl(named(env, name))
    return url ? [[name, url]] : []
  })
  const hosts = named(env, 'no_proxy')
    .split(',')
    .flatMap(host => withItsSubdomains(host.trim()))
  return { ...Object.fromEntries(proxies), no_proxy: [...hosts, ...thisMachine].join(',') }
}

export function routeOf(env: Environment, node: string): string {
  const { https_proxy, http_proxy } = proxiesOf(env)
  if (!https_proxy && !http_proxy) return ''
  const name = https_proxy ? 'https_proxy' : 'http_proxy'
  const [major = 0, minor = 0] = node.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 5)
    ? `, through the proxy of ${name}`
    : `, not through the proxy of ${name}: that requires Node 24.5, but this is ${node}`
}

/** For a request that nothing answered. https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
export function endpointOf(env: Environment, operation: string): string {
  const [service = ''] = operation.split(':')
  const suffix = endpointSuffixes[service]
  const names = [...(suffix ? [`AWS_ENDPOINT_URL_${suffix}`] : []), 'AWS_ENDPOINT_URL']
  const set = names.find(name => env[name])
  if (set === undefined || env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true') return ''
  return `, at another address than AWS's (${set})`
}

/** Prefixes of IAM actions; one of a service wins over the general one. */
const endpointSuffixes: Readonly<Record<string, string>> = {
  'application-autoscaling': 'APPLICATION_AUTO_SCALING',
  cloudwatch: 'CLOUDWATCH',
  ecr: 'ECR',
  ecs: 'ECS',
  elasticloadbalancing: 'ELASTIC_LOAD_BALANCING_V2',
  logs: 'CLOUDWATCH_LOGS',
}

/** Values can contain passwords. */
export function proxyProblems(env: Environment): readonly Problem[] {
  return names
    .filter(name => named(env, name) !== '' && !readUrl(named(env, name)))
    .map(name => ({
      subject: name,
      text: 'the environment variable is not the URL of an HTTP proxy such as http://proxy.example.com:3128; in a password, / is written %2F and % is %25',
    }))
}

function named(env: Environment, name: string): string {
  return env[name] || env[name.toUpperCase()] || ''
}

/** `amazonaws.com` includes subdomains in most programs; Node needs a leading dot. */
function withItsSubdomains(host: string): readonly string[] {
  if (host === '') return []
  return /^(?![.*]).*[a-z]/i.test(host) ? [host, `.${host}`] : [host]
}

/** Many users leave the scheme out. */
function readUrl(value: string): string | undefined {
  try {
    const url = new URL(/^\s*[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`)
    // Node decodes both and fails if it cannot.
    decodeURIComponent(`${url.username}:${url.password}`)
    return /^https?:$/.test(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}
