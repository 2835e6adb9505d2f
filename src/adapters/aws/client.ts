/** Clients are loaded when needed, one for each region, and send each request once. */
import { env } from 'node:process'
import type { ECSClientConfig } from '@aws-sdk/client-ecs'
import type { Clock } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { type RetryPolicy, retry } from '../../retry/retry.js'
import { proxiesOf } from '../proxy.js'
import { translateErrors } from './api-error.js'
import { isWorthSigningAgain } from './clock-refusal.js'
import { limitResponses, maxAnswerBytes } from './limit-response.js'
import type { CompleteAnswer } from './required-members.js'
import type { Client } from './sdk-client.js'
import { type CallDeadline, limitTime, type Timeouts } from './time-limit.js'
import { validateResponses } from './validate-responses.js'

type SdkConfig = Pick<
  ECSClientConfig,
  'endpoint' | 'region' | 'credentials' | 'requestHandler' | 'signerConstructor'
>

export interface AwsConfig extends SdkConfig {
  /** default: none */
  readonly deadline?: CallDeadline
}

/** `requestTimeout` ends with the first byte; `socketTimeout` (default: 15 minutes) counts idle time. */
function clientConfig({ connect, answer }: Timeouts) {
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

/** The same client; what it sends can be aborted. */
function abortable<C extends object>(client: C, abortSignal: AbortSignal): C {
  const { send } = client as unknown as { send: (command: object, options: object) => Promise<unknown> }
  const value = (command: object) => send.call(client, command, { abortSignal })
  return Object.create(client, { send: { value } })
}

interface Recipe<Sdk, C> {
  readonly clock: Clock
  readonly config: AwsConfig
  readonly timeouts: Timeouts
  readonly load: () => Promise<Sdk>
  readonly create: (sdk: Sdk, config: SdkConfig & { readonly maxAttempts: number }) => C
}

export interface AwsCall<Sdk, C, Operation extends string, Answer, T> {
  /** IAM action, such as `ecs:DescribeServices` */
  readonly operation: Operation
  readonly policy: RetryPolicy
  /** default: the configured one */
  readonly region?: string | undefined
  readonly send: (client: C, sdk: Sdk) => Promise<Answer>
  /** an ApiError raised here is retried, too */
  readonly read: (answer: CompleteAnswer<Operation, Answer>) => T
}

/** Whatever the policy: a refused signature had no effect. */
async function signAgainOnce<T>(send: () => Promise<T>): Promise<T> {
  const first = await attempt(send)
  if (first.kind === 'answered') return first.value
  if (!isWorthSigningAgain(first.error.cause)) throw first.error
  return send()
}

export class AwsService<Sdk, C extends Client & { destroy(): void }> {
  readonly #recipe: Recipe<Sdk, C>
  readonly #clients = new Map<string, C>()

  constructor(recipe: Recipe<Sdk, C>) {
    this.#recipe = recipe
  }

  /** Raises only ApiErrors. */
  async call<Operation extends `${string}:${string}`, Answer, T>({
    operation,
    policy,
    region,
    send,
    read,
  }: AwsCall<Sdk, C, Operation, Answer, T>): Promise<T> {
    const { clock, load } = this.#recipe
    const [sdk, client] = await Promise.all([load(), this.client(region)])
    const sign = () => {
      const limit = { operation, time: this.#timeLeft() }
      return translateErrors(operation, () => limitTime(limit, late => send(abortable(client, late), sdk)))
    }
    return retry(policy, { clock }, async () => {
      const answer = await signAgainOnce(sign)
      // `validateResponses` has refused an incomplete one.
      return read(answer as CompleteAnswer<Operation, Answer>)
    })
  }

  async client(region?: string): Promise<C> {
    const { config, create, load, timeouts } = this.#recipe
    const { deadline: _, ...settings } = config
    const sdk = await load()
    const key = region ?? ''
    const known = this.#clients.get(key)
    if (known) return known
    const inRegion = region ? { region } : {}
    const client = create(sdk, { ...clientConfig(timeouts), ...settings, ...inRegion })
    limitResponses(validateResponses(client), { time: timeouts.total, bytes: maxAnswerBytes })
    this.#clients.set(key, client)
    return client
  }

  #timeLeft(): number {
    const { clock, config, timeouts } = this.#recipe
    return Math.min(timeouts.total, config.deadline?.timeLeft(clock) ?? timeouts.total)
  }

  /** Pending requests would keep the process alive. */
  close(): void {
    for (const client of this.#clients.values()) client.destroy()
    this.#clients.clear()
  }
}
