export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

export type AlarmMetric = {
  readonly namespace: string
  readonly name: string
  readonly dimensions: Readonly<Record<string, string>>
}

/** When a metric alarm goes off; a data point stands for a minute. */
export type AlarmCondition = {
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
export type AlarmDefinition =
  | ({ readonly kind: 'metric'; readonly condition?: AlarmCondition } & AlarmMetric)
  /** Metric math over metrics, or a query such as SELECT, which names none. */
  | {
      readonly kind: 'expression'
      readonly expression: string
      readonly metrics: readonly AlarmMetric[]
      readonly condition?: AlarmCondition
    }
  /** Other alarms. */
  | { readonly kind: 'composite'; readonly rule: string }

export type Alarm = {
  readonly name: string
  readonly state: AlarmState
  /** Absent where no story cares. */
  readonly definition?: AlarmDefinition
  readonly createdAt: number
  /** When it came into its state. */
  readonly since: number
  /** The data points that brought it there, newest first; absent where no story gives them. */
  readonly values?: readonly number[]
  /** The alarm that brought a composite one into ALARM. */
  readonly cause?: { readonly name: string; readonly since: number }
}

/** What a story tells of an alarm beside its state. */
export type AlarmDetails = {
  readonly definition?: AlarmDefinition | undefined
  /** Of its last data points, newest first. */
  readonly values?: readonly number[] | undefined
}

/** The CloudWatch alarms of this world, by name. */
export class Alarms {
  readonly #byName = new Map<string, Alarm>()

  /**
   * An alarm goes by the same as before where nothing else is given.
   */
  set(name: string, state: AlarmState, now: number, { definition, values = [] }: AlarmDetails = {}): void {
    const previous = this.#byName.get(name)
    const effective = definition ?? previous?.definition
    const cause = state === 'ALARM' && effective ? this.#causeOf(effective) : undefined
    this.#byName.set(name, {
      name,
      state,
      ...(effective && { definition: effective }),
      ...(values.length > 0 && { values }),
      ...(cause && { cause: { name: cause.name, since: cause.since } }),
      createdAt: previous?.createdAt ?? now,
      since: previous?.state === state ? previous.since : now,
    })
  }

  /** The alarm of a composite one that went into ALARM last. */
  #causeOf(definition: AlarmDefinition): Alarm | undefined {
    if (definition.kind !== 'composite') return undefined
    return this.all()
      .filter(({ name, state }) => state === 'ALARM' && definition.rule.includes(`"${name}"`))
      .sort((a, b) => b.since - a.since)[0]
  }

  /** By name, as DescribeAlarms lists them. */
  all(): Alarm[] {
    return [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** Those of the given alarms that are in ALARM. */
  inAlarm(names: readonly string[]): string[] {
    return names.filter(name => this.#byName.get(name)?.state === 'ALARM')
  }
}
