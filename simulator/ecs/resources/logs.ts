/** Streams outlive their tasks. */

export type LogEvent = {
  readonly timestamp: number
  readonly message: string
  /** When the event becomes readable. */
  readonly ingestedAt: number
}

export type LogStream = {
  readonly name: string
  readonly createdAt: number
  readonly events: readonly LogEvent[]
}

export type LogGroup = {
  readonly name: string
  readonly createdAt: number
  readonly streams: Map<string, LogStream>
  /** Undefined: never expires. */
  retentionInDays: number | undefined
  tags: Readonly<Record<string, string>>
  readonly kmsKeyId: string | undefined
  readonly groupClass: string
}

type NewGroup = Partial<Pick<LogGroup, 'tags' | 'kmsKeyId' | 'groupClass'>>

export class Logs {
  readonly #groups = new Map<string, LogGroup>()
  readonly #deleted = new Set<string>()

  /** Creates the group on first use, unless it was deleted. */
  group(name: string, now: number): LogGroup | undefined {
    if (this.#deleted.has(name)) return undefined
    return this.#groups.get(name) ?? this.create(name, now)
  }

  create(name: string, now: number, members: NewGroup = {}): LogGroup {
    const group: LogGroup = {
      ...{ name, createdAt: now, streams: new Map(), retentionInDays: undefined },
      ...{ tags: {}, kmsKeyId: undefined, groupClass: 'STANDARD', ...members },
    }
    this.#groups.set(name, group)
    this.#deleted.delete(name)
    return group
  }

  deleteGroup(name: string): void {
    this.#groups.delete(name)
    this.#deleted.add(name)
  }

  find(name: string): LogGroup | undefined {
    return this.#groups.get(name)
  }

  all(): LogGroup[] {
    return [...this.#groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }
}
