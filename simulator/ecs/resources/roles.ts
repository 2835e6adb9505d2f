/** What is known of a role of IAM. No policy has an effect. */
export type Role = {
  readonly name: string
  readonly path: string
  /** JSON. */
  readonly trust: string
  readonly description: string | undefined
  readonly maxSessionSeconds: number
  readonly permissionsBoundary: string | undefined
  readonly createdAt: number
  readonly tags: readonly { readonly Key: string; readonly Value: string }[]
  /** Inline, as JSON by name. */
  readonly policies: Readonly<Record<string, string>>
  /** ARNs. */
  readonly attached: readonly string[]
}

/** The oldest of a simulated account. */
const believedSince = Date.UTC(2026, 0, 1)

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
})

/** Every role exists until it is deleted, and lets tasks of ECS assume it unless somebody creates it otherwise. */
export class Roles {
  readonly #byName = new Map<string, Role>()
  readonly #deleted = new Set<string>()

  find(name: string): Role | undefined {
    const known = this.#byName.get(name)
    return known ?? (this.#deleted.has(name) ? undefined : believed(name))
  }

  isCreated(name: string): boolean {
    return this.#byName.has(name)
  }

  set(role: Role): Role {
    this.#deleted.delete(role.name)
    this.#byName.set(role.name, role)
    return role
  }

  delete(name: string): void {
    this.#byName.delete(name)
    this.#deleted.add(name)
  }
}

function believed(name: string): Role {
  return {
    ...{ name, path: '/', trust, description: undefined, maxSessionSeconds: 3600, createdAt: believedSince },
    ...{ permissionsBoundary: undefined, tags: [], policies: {}, attached: [] },
  }
}
