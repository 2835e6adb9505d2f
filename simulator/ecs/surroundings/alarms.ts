export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

export type AlarmMetric = {
  readonly namespace: string
  readonly name: string
  readonly dimensions: Readonly<Record<string, string>>
}

/** When a metric alarm goes off; a data point stands for a minute. */
export type AlarmLimit = {
  readonly statistic: 'Sum' | 'Average' | 'Maximum' | 'Minimum' | 'SampleCount'
  readonly comparison:
    | 'GreaterThanThreshold'
    | 'GreaterThanOrEqualToThreshold'
    | 'LessThanThreshold'
    | 'LessThanOrEqualToThreshold'
  readonly threshold: number
  /** Of so many data points, so many have to cross it. */
  readonly periods: number
  readonly datapoints: number
}

/** What an alarm goes by. The world does not compute it: states are set. */
export type AlarmBasis =
  | ({ readonly kind: 'metric'; readonly limit?: AlarmLimit } & AlarmMetric)
  /** Metric math over metrics, or a query such as SELECT, which names none. */
  | {
      readonly kind: 'expression'
      readonly expression: string
      readonly metrics: readonly AlarmMetric[]
      readonly limit?: AlarmLimit
    }
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
  /** The data points that brought it there, newest first; absent where no story gives them. */
  readonly values?: readonly number[]
  /** The alarm that brought a composite one into ALARM. */
  readonly cause?: { readonly name: string; readonly since: number }
}

/** What a story tells of an alarm beside its state. */
export type AlarmStory = {
  readonly basis?: AlarmBasis | undefined
  /** Of its last data points, newest first. */
  readonly values?: readonly number[] | undefined
}

/** The CloudWatch alarms of this world, by name. */
export class Alarms {
  readonly #byName = new Map<string, Alarm>()

  /**
   * An alarm goes by the same as before where nothing else is given.
   */
  set(name: string, state: AlarmState, now: number, { basis, values = [] }: AlarmStory = {}): void {
    const former = this.#byName.get(name)
    const goesBy = basis ?? former?.basis
    const cause = state === 'ALARM' && goesBy ? this.#causeOf(goesBy) : undefined
    this.#byName.set(name, {
      name,
      state,
      ...(goesBy && { basis: goesBy }),
      ...(values.length > 0 && { values }),
      ...(cause && { cause: { name: cause.name, since: cause.since } }),
      createdAt: former?.createdAt ?? now,
      since: former?.state === state ? former.since : now,
    })
  }

  /** The alarm of a composite one that went into ALARM last. */
  #causeOf(basis: AlarmBasis): Alarm | undefined {
    if (basis.kind !== 'composite') return undefined
    return this.all()
      .filter(({ name, state }) => state === 'ALARM' && basis.rule.includes(`"${name}"`))
      .sort((a, b) => b.since - a.since)[0]
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
