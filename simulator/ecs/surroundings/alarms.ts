export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

export type Alarm = {
  readonly name: string
  readonly state: AlarmState
  readonly createdAt: number
  /** When it came into its state. */
  readonly since: number
}

/** The CloudWatch alarms of this world, by name and state: what they measure is nobody's concern here. */
export class Alarms {
  readonly #byName = new Map<string, Alarm>()

  set(name: string, state: AlarmState, now: number): void {
    const former = this.#byName.get(name)
    if (former?.state === state) return
    this.#byName.set(name, { name, state, createdAt: former?.createdAt ?? now, since: now })
  }

  has(name: string): boolean {
    return this.#byName.has(name)
  }

  /** By name, as DescribeAlarms lists them. */
  all(): Alarm[] {
    return [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** Those of the given alarms that are in ALARM. */
  raised(names: readonly string[]): string[] {
    return names.filter(name => this.#byName.get(name)?.state === 'ALARM')
  }
}
