export interface Person {
  readonly login: string
  readonly type: 'Bot' | 'User'
}

/** A workflow's own token acts for this account. */
const workflowBot: Person = { login: 'github-actions[bot]', type: 'Bot' }

export type Comment = {
  readonly id: number
  readonly issue: number
  readonly author: Person
  readonly createdAt: number
  body: string
  updatedAt: number
}

export type DeploymentState =
  | 'error'
  | 'failure'
  | 'inactive'
  | 'in_progress'
  | 'queued'
  | 'pending'
  | 'success'

export type DeploymentStatus = {
  readonly id: number
  readonly state: DeploymentState
  readonly description: string
  readonly environment: string
  readonly environmentUrl: string
  readonly logUrl: string
  readonly createdAt: number
}

export type GitHubDeployment = {
  readonly id: number
  readonly sha: string
  readonly ref: string
  readonly task: string
  readonly payload: unknown
  readonly environment: string
  readonly description: string | null
  readonly transient: boolean
  readonly production: boolean
  readonly createdAt: number
  /** Oldest first. */
  readonly statuses: DeploymentStatus[]
}

export type GitHubRepository = {
  readonly id: number
  readonly fullName: string
  /** Issues and pull requests. */
  readonly issues: Set<number>
  /** Branch or tag → commit; full commit ids need no entry. */
  readonly refs: Map<string, string>
  readonly comments: Comment[]
  readonly deployments: GitHubDeployment[]
}

export class GitHub {
  readonly #now: () => number
  readonly #repositories = new Map<string, GitHubRepository>()
  #lastId = 1_000
  #allowsUnknown = false
  tokenOwner: Person = workflowBot

  constructor(now: () => number) {
    this.#now = now
  }

  get now(): number {
    return this.#now()
  }

  nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  open(fullName: string): GitHubRepository {
    const repository = this.#repositories.get(fullName.toLowerCase()) ?? {
      id: this.nextId(),
      fullName,
      issues: new Set(),
      refs: new Map(),
      comments: [],
      deployments: [],
    }
    this.#repositories.set(fullName.toLowerCase(), repository)
    return repository
  }

  /** Makes every repository, issue and ref exist. */
  allowUnknown(): void {
    this.#allowsUnknown = true
  }

  find(fullNameOrId: string): GitHubRepository | undefined {
    const byId = [...this.#repositories.values()].find(({ id }) => String(id) === fullNameOrId)
    const found = byId ?? this.#repositories.get(fullNameOrId.toLowerCase())
    return found ?? (this.#allowsUnknown && fullNameOrId.includes('/') ? this.open(fullNameOrId) : undefined)
  }

  hasIssue({ issues }: GitHubRepository, number: number): boolean {
    return this.#allowsUnknown || issues.has(number)
  }

  resolve({ refs }: GitHubRepository, ref: string): string | undefined {
    if (/^[0-9a-f]{40}$/.test(ref)) return ref
    const found = refs.get(ref.replace(/^refs\/(heads|tags)\//, ''))
    return found ?? (this.#allowsUnknown ? '9be21c4f0e8d7a6b5c4d3e2f1a0b9c8d7e6f5a4b' : undefined)
  }

  addComment(
    repository: GitHubRepository,
    { issue, body, author = this.tokenOwner }: { issue: number; body: string; author?: Person | undefined },
  ): Comment {
    const comment = { id: this.nextId(), issue, author, body, createdAt: this.now, updatedAt: this.now }
    repository.comments.push(comment)
    return comment
  }
}
