/**
 * The recipe of every AWS client: made when first needed, one for each region. It sends each request once, waits for
 * nothing without end, goes through the runner's proxy and validates what it gets.
 */
import { env } from 'node:process'
import type { ECSClientConfig } from '@aws-sdk/client-ecs'
import type { Clock } from '../../ports.js'
import { type RetryPolicy, retry } from '../../retry/retry.js'
import { proxiesOf } from '../proxy.js'
import { translateErrors } from './api-error.js'
import { type Client, validateResponses } from './validate-responses.js'

/** What every client of the SDK takes; what is left out is read from the environment. */
export type AwsConfig = Pick<
  ECSClientConfig,
  'endpoint' | 'region' | 'credentials' | 'requestHandler' | 'signerConstructor'
>

/** In milliseconds: until there is a connection, and for the answer. */
export interface Timeouts {
  readonly connect: number
  readonly answer: number
}

/** ECS: nothing goes on without it. */
export const ecsTimeouts: Timeouts = { connect: 6_000, answer: 12_000 }

/** A service whose answers make a check or a report better. */
export const optionalTimeouts: Timeouts = { connect: 3_000, answer: 5_000 }

/** Logs are read last, when the outcome is known. */
export const logsTimeouts: Timeouts = { connect: 2_000, answer: 4_000 }

/**
 * `requestTimeout` ends with the first byte of an answer. `socketTimeout` ends an answer that stalls after it; unless
 * set it is 15 minutes.
 */
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
  /** the client's module, which is loaded when it is first needed */
  readonly load: () => Promise<Sdk>
  readonly create: (sdk: Sdk, config: AwsConfig & { readonly maxAttempts: number }) => C
}

export interface AwsCall<Sdk, C, Answer, T> {
  /** the IAM action, such as `ecs:DescribeServices` */
  readonly operation: `${string}:${string}`
  readonly policy: RetryPolicy
  /** if it is not the configured one */
  readonly region?: string | undefined
  readonly send: (client: C, sdk: Sdk) => Promise<Answer>
  /** what of the answer is wanted; an ApiError that it raises is retried like one of the request */
  readonly read: (answer: Answer) => T
}

/** One service of AWS. */
export class AwsService<Sdk, C extends Client & { destroy(): void }> {
  readonly #recipe: Recipe<Sdk, C>
  readonly #clients = new Map<string, C>()

  constructor(recipe: Recipe<Sdk, C>) {
    this.#recipe = recipe
  }

  /** Raises an ApiError and nothing else. */
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

  /** Ends the requests that are under way: a process that has reported its outcome must not wait for them. */
  close(): void {
    for (const client of this.#clients.values()) client.destroy()
    this.#clients.clear()
  }
}
