export type SecurityGroup = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly vpcId: string
  readonly rules: readonly SecurityGroupRule[]
  readonly tags: Readonly<Record<string, string>>
}

/** One source or destination each. Nothing is let through or held back by it. */
export type SecurityGroupRule = {
  readonly id: string
  readonly isEgress: boolean
  readonly protocol: string
  readonly fromPort: number | undefined
  readonly toPort: number | undefined
  readonly peer: { readonly kind: 'ipv4' | 'ipv6' | 'group' | 'prefix-list'; readonly value: string }
  readonly description: string | undefined
}

/** Those that clients create; any other well-formed id is believed to exist until it is deleted. */
export class SecurityGroups {
  readonly #byId = new Map<string, SecurityGroup>()
  readonly #deleted = new Set<string>()

  set(group: SecurityGroup): SecurityGroup {
    this.#byId.set(group.id, group)
    this.#deleted.delete(group.id)
    return group
  }

  find(id: string): SecurityGroup | undefined {
    return this.#byId.get(id)
  }

  isDeleted(id: string): boolean {
    return this.#deleted.has(id)
  }

  all(): SecurityGroup[] {
    return [...this.#byId.values()]
  }

  delete(id: string): void {
    this.#byId.delete(id)
    this.#deleted.add(id)
  }
}
