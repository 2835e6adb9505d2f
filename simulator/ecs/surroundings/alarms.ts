export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

export type AlarmMetric = {
  readonly namespace: string
  readonly name: string
  readonly dimensions: Readonly<Record<string, string>>
}

/** What an alarm goes by. The world does not compute it: states are set. */
export type AlarmBasis =
  | ({ readonly kind: 'metric' } & AlarmMetric)
  /** Metric math over metrics, or a query such as SELECT, which names none. */
  | { readonly kind: 'expression'; readonly expression: string; readonly metrics: readonly AlarmMetric[] }
  /** Other alarms. */
  | { readonly kind: 'composite'; readonly rule: string }

export type Alarm = {
  readonly name: string
  readonly state: AlarmState
  /** Absent where no story cares. */
  readonly basis?: AlarmBasis
  readonly createdAt: number
  /** When it came into its state. */
  readonly since: number
}

/** The CloudWatch alarms of this world, by name. */
export class Alarms {
  readonly #byName = new Map<string, Alarm>()

  /** An alarm goes by the same as before where nothing else is given. */
  set(name: string, state: AlarmState, now: number, basis?: AlarmBasis): void {
    const former = this.#byName.get(name)
    const goesBy = basis ?? former?.basis
    this.#byName.set(name, {
      name,
      state,
      ...(goesBy && { basis: goesBy }),
      createdAt: former?.createdAt ?? now,
      since: former?.state === state ? former.since : now,
    })
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
