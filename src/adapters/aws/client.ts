/** Clients are loaded when needed, one for each region, and send each request once. */
import { env } from 'node:process'
import type { ECSClientConfig } from '@aws-sdk/client-ecs'
import type { Clock } from '../../ports.js'
import { type RetryPolicy, retry } from '../../retry/retry.js'
import { proxiesOf } from '../proxy.js'
import { translateErrors } from './api-error.js'
import { type Client, validateResponses } from './validate-responses.js'

export type AwsConfig = Pick<
  ECSClientConfig,
  'endpoint' | 'region' | 'credentials' | 'requestHandler' | 'signerConstructor'
>

/** Milliseconds to connect and to answer. */
export interface Timeouts {
  readonly connect: number
  readonly answer: number
}

export const ecsTimeouts: Timeouts = { connect: 6_000, answer: 12_000 }

/** For reads that only improve checks or reports. */
export const optionalTimeouts: Timeouts = { connect: 3_000, answer: 5_000 }

/** Logs are read last. */
export const logsTimeouts: Timeouts = { connect: 2_000, answer: 4_000 }

/** `requestTimeout` ends with the first byte, `socketTimeout` (default: 15 minutes) with the last. */
export function clientConfig({ connect, answer }: Timeouts) {
  const agent = { proxyEnv: proxiesOf(env) }
  const requestHandler = {
    httpAgent: agent,
    httpsAgent: agent,
    connectionTimeout: connect,
    requestTimeout: answer,
    socketTimeout: answer,
    throwOnRequestTimeout: true,
  }
  return { maxAttempts: 1, requestHandler }
}

interface Recipe<Sdk, C> {
  readonly clock: Clock
  readonly config: AwsConfig
  readonly timeouts: Timeouts
  readonly load: () => Promise<Sdk>
  readonly create: (sdk: Sdk, config: AwsConfig & { readonly maxAttempts: number }) => C
}

export interface AwsCall<Sdk, C, Answer, T> {
  /** IAM action, such as `ecs:DescribeServices` */
  readonly operation: `${string}:${string}`
  readonly policy: RetryPolicy
  /** default: the configured one */
  readonly region?: string | undefined
  readonly send: (client: C, sdk: Sdk) => Promise<Answer>
  /** an ApiError raised here is retried, too */
  readonly read: (answer: Answer) => T
}

export class AwsService<Sdk, C extends Client & { destroy(): void }> {
  readonly #recipe: Recipe<Sdk, C>
  readonly #clients = new Map<string, C>()

  constructor(recipe: Recipe<Sdk, C>) {
    this.#recipe = recipe
  }

  /** Raises only ApiErrors. */
  async call<Answer, T>({ operation, policy, region, send, read }: AwsCall<Sdk, C, Answer, T>): Promise<T> {
    const { clock, load } = this.#recipe
    const [sdk, client] = await Promise.all([load(), this.client(region)])
    return retry(policy, { clock }, async () =>
      read(await translateErrors(operation, () => send(client, sdk))),
    )
  }

  async client(region?: string): Promise<C> {
    const { config, create, load, timeouts } = this.#recipe
    const sdk = await load()
    const key = region ?? ''
    const known = this.#clients.get(key)
    if (known) return known
    const inRegion = region ? { region } : {}
    const client = validateResponses(create(sdk, { ...clientConfig(timeouts), ...config, ...inRegion }))
    this.#clients.set(key, client)
    return client
  }

  /** Pending requests would keep the process alive. */
  close(): void {
    for (const client of this.#clients.values()) client.destroy()
    this.#clients.clear()
  }
}
