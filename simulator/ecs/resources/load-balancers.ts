export type LoadBalancer = {
  readonly arn: string
  readonly name: string
  readonly type: 'application' | 'network'
  readonly scheme: 'internet-facing' | 'internal'
  readonly dnsName: string
  readonly createdAt: number
  readonly subnets: readonly string[]
  readonly securityGroups: readonly string[]
  readonly ipAddressType: string
  /** Those that somebody set. */
  readonly attributes: Readonly<Record<string, string>>
  readonly tags: readonly Tag[]
}

export type Listener = {
  readonly arn: string
  readonly loadBalancerArn: string
  readonly port: number
  readonly protocol: string
  readonly certificates: readonly object[]
  readonly sslPolicy: string | undefined
  readonly defaultActions: readonly Action[]
  readonly attributes: Readonly<Record<string, string>>
  readonly tags: readonly Tag[]
}

/** As requests have it. */
export type Action = {
  readonly Type: string
  readonly TargetGroupArn?: string
  readonly ForwardConfig?: { readonly TargetGroups?: readonly { readonly TargetGroupArn?: string }[] }
  readonly FixedResponseConfig?: { readonly StatusCode: string; readonly MessageBody?: string }
}

type Tag = { readonly Key: string; readonly Value?: string }

/** Those that clients create, with their listeners. */
export class LoadBalancers {
  readonly #byArn = new Map<string, LoadBalancer>()
  readonly #listeners = new Map<string, Listener>()

  set(balancer: LoadBalancer): LoadBalancer {
    this.#byArn.set(balancer.arn, balancer)
    return balancer
  }

  setListener(listener: Listener): Listener {
    this.#listeners.set(listener.arn, listener)
    return listener
  }

  find(arn: string): LoadBalancer | undefined {
    return this.#byArn.get(arn)
  }

  findListener(arn: string): Listener | undefined {
    return this.#listeners.get(arn)
  }

  all(): LoadBalancer[] {
    return [...this.#byArn.values()]
  }

  listenersOf(arn: string): Listener[] {
    return [...this.#listeners.values()].filter(({ loadBalancerArn }) => loadBalancerArn === arn)
  }

  /** The listeners that forward to the target group. */
  forwarding(groupArn: string): Listener[] {
    return [...this.#listeners.values()].filter(({ defaultActions }) =>
      defaultActions.some(action => forwardsTo(action).includes(groupArn)),
    )
  }

  /** With its listeners. */
  remove(arn: string): void {
    for (const listener of this.listenersOf(arn)) this.removeListener(listener.arn)
    this.#byArn.delete(arn)
  }

  removeListener(arn: string): void {
    this.#listeners.delete(arn)
  }

  /** What the listener for HTTP on port 80 does by default, of the load balancer with this name in the DNS. */
  defaultActionOf(dnsName: string): Action | undefined {
    const balancer = this.all().find(each => each.dnsName === dnsName)
    const listeners = balancer === undefined ? [] : this.listenersOf(balancer.arn)
    return listeners.find(({ port, protocol }) => port === 80 && protocol === 'HTTP')?.defaultActions.at(-1)
  }
}

/** The target groups of an action. */
export function forwardsTo({ TargetGroupArn, ForwardConfig }: Action): string[] {
  const weighted = (ForwardConfig?.TargetGroups ?? []).flatMap(group => group.TargetGroupArn ?? [])
  return [...new Set([...(TargetGroupArn === undefined ? [] : [TargetGroupArn]), ...weighted])]
}
