export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

/** The CloudWatch alarms of this world, as far as ECS reads them: by name and state. */
export class Alarms {
  readonly #states = new Map<string, AlarmState>()

  set(name: string, state: AlarmState): void {
    this.#states.set(name, state)
  }

  has(name: string): boolean {
    return this.#states.has(name)
  }

  /** Those of the given alarms that are in ALARM. */
  raised(names: readonly string[]): string[] {
    return names.filter(name => this.#states.get(name) === 'ALARM')
  }
}
