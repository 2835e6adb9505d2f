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

  set(name: string, host: Host): void {
    this.#byName.set(name, host)
  }

  find(name: string): Host | undefined {
    return this.#byName.get(name)
  }

  get isEmpty(): boolean {
    return this.#byName.size === 0
  }
}
