import { type Action, forwardsTo } from './load-balancers.js'
import type { TargetGroup } from './target-groups.js'

/** What answers under a name: a load balancer with a target group, or a fixed answer. */
export type Host =
  | { readonly kind: 'load-balancer'; readonly groupArn: TargetGroup['arn'] }
  | { readonly kind: 'fixed'; readonly answer: (path: string, query: string) => HostAnswer }

export interface HostAnswer {
  readonly status: number
  readonly body: string
  readonly location?: string
}

export class Hosts {
  readonly #byName = new Map<string, Host>()
  readonly #elsewhere: (name: string) => Host | undefined

  /** `elsewhere` knows the names that nobody described. */
  constructor(elsewhere: (name: string) => Host | undefined = () => undefined) {
    this.#elsewhere = elsewhere
  }

  set(name: string, host: Host): void {
    this.#byName.set(name, host)
  }

  find(name: string): Host | undefined {
    return this.#byName.get(name) ?? this.#elsewhere(name)
  }

  get isEmpty(): boolean {
    return this.#byName.size === 0
  }
}

/** What a listener with this default action answers; undefined for actions other than these. */
export function hostOf(action: Action | undefined): Host | undefined {
  if (action === undefined) return undefined
  const { FixedResponseConfig } = action
  if (FixedResponseConfig !== undefined) {
    const { StatusCode, MessageBody = '' } = FixedResponseConfig
    return { kind: 'fixed', answer: () => ({ status: Number(StatusCode), body: MessageBody }) }
  }
  const [groupArn] = forwardsTo(action)
  return groupArn === undefined ? undefined : { kind: 'load-balancer', groupArn }
}
