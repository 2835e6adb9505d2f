/** The log of the run. Nothing else opens and closes its groups. */
import type { Runner } from '../ports.js'

export class RunLog {
  readonly #runner: Pick<Runner, 'log' | 'group' | 'ungroup'>
  #open: string | undefined

  constructor(runner: Pick<Runner, 'log' | 'group' | 'ungroup'>) {
    this.#runner = runner
  }

  line(line: string): void {
    this.#runner.log(line)
  }

  /** Lines from now on belong to this group. */
  enter(group: string | undefined): void {
    if (group === this.#open) return
    if (this.#open !== undefined) this.#runner.ungroup()
    if (group !== undefined) this.#runner.group(group)
    this.#open = group
  }

  /** A group of its own. */
  section(title: string, lines: readonly string[]): void {
    this.enter(title)
    for (const line of lines) this.line(line)
    this.enter(undefined)
  }
}
