export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

export type AlarmMetric = {
  readonly namespace: string
  readonly name: string
  readonly dimensions: Readonly<Record<string, string>>
}

/** Each data point covers a minute. */
export type AlarmCondition = {
  readonly statistic: 'Sum' | 'Average' | 'Maximum' | 'Minimum' | 'SampleCount'
  readonly comparison:
    | 'GreaterThanThreshold'
    | 'GreaterThanOrEqualToThreshold'
    | 'LessThanThreshold'
    | 'LessThanOrEqualToThreshold'
  readonly threshold: number
  /** `datapoints` of `periods`. */
  readonly periods: number
  readonly datapoints: number
}

/** Scenarios set the states. */
export type AlarmDefinition =
  | ({ readonly kind: 'metric'; readonly condition?: AlarmCondition } & AlarmMetric)
  /** Metric math, or a query such as SELECT. */
  | {
      readonly kind: 'expression'
      readonly expression: string
      readonly metrics: readonly AlarmMetric[]
      readonly condition?: AlarmCondition
    }
  | { readonly kind: 'composite'; readonly rule: string }

export type Alarm = {
  readonly name: string
  readonly state: AlarmState
  readonly definition: AlarmDefinition | undefined
  readonly createdAt: number
  /** Time of the last state change. */
  readonly since: number
  /** Newest first; empty if not specified. */
  readonly values: readonly number[]
  /** The child that put a composite alarm into ALARM. */
  readonly cause: { readonly name: string; readonly since: number } | undefined
}

export type AlarmChange = Pick<Alarm, 'name' | 'state' | 'definition' | 'values'> & { readonly now: number }

export class Alarms {
  readonly #byName = new Map<string, Alarm>()

  /** Keeps the definition unless a new one is given. */
  set({ name, state, definition: newDefinition, values, now }: AlarmChange): void {
    const previous = this.#byName.get(name)
    const definition = newDefinition ?? previous?.definition
    const cause = state === 'ALARM' && definition ? this.#causeOf(definition) : undefined
    this.#byName.set(name, {
      name,
      state,
      definition,
      values,
      cause: cause && { name: cause.name, since: cause.since },
      createdAt: previous?.createdAt ?? now,
      since: previous?.state === state ? previous.since : now,
    })
  }

  /** The child that went into ALARM last. */
  #causeOf(definition: AlarmDefinition): Alarm | undefined {
    if (definition.kind !== 'composite') return undefined
    return this.all()
      .filter(({ name, state }) => state === 'ALARM' && definition.rule.includes(`"${name}"`))
      .sort((a, b) => b.since - a.since)[0]
  }

  /** Sorted by name, as in DescribeAlarms. */
  all(): Alarm[] {
    return [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  inAlarm(names: readonly string[]): string[] {
    return names.filter(name => this.#byName.get(name)?.state === 'ALARM')
  }
}
