/** The log of a running task, line by line. Nothing depends on it: what cannot be read is said once. */
import { type LogLocation, logLocation } from '../../core/diagnosis/log-location.js'
import { unavailableReason } from '../../core/errors/denial.js'
import { redact } from '../../core/redaction/redact.js'
import { containersOf } from '../../core/task-definition/containers.js'
import type { JsonObject } from '../../core/text/json.js'
import { truncate } from '../../core/text/truncate.js'
import type { Logs } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { longestLine } from '../finish/diagnose.js'

export interface TaskLogOptions {
  readonly logs: Logs
  readonly definition: JsonObject
  /** ARN */
  readonly task: string
  /** values to redact */
  readonly secrets: readonly string[]
  readonly log: (line: string) => void
}

interface ContainerLog {
  readonly container: string
  readonly location: Extract<LogLocation, { kind: 'cloudwatch' }>
  token: string | undefined
  lines: number
  isOver: boolean
}

/** Of a container. */
export const mostTaskLines = 2_000
export const mostContainers = 4
/** Of one read. */
const mostPages = 5

export class TaskLog {
  readonly #options: TaskLogOptions
  readonly #containers: readonly ContainerLog[]

  constructor(options: TaskLogOptions) {
    this.#options = options
    const { definition, log, task } = options
    this.#containers = containersOf(definition)
      .slice(0, mostContainers)
      .flatMap(({ name: container }): ContainerLog[] => {
        const location = logLocation(definition, { container, task })
        if (location.kind === 'cloudwatch')
          return [{ container, location, token: undefined, lines: 0, isOver: false }]
        log(`  ℹ the log of ${container} is not shown: ${location.why}`)
        return []
      })
  }

  async read(): Promise<void> {
    for (const container of this.#containers) await this.#readContainer(container)
  }

  async #readContainer(one: ContainerLog): Promise<void> {
    for (let page = 0; page < mostPages && !one.isOver; page++) {
      const { stream } = one.location
      const read = await attempt(() => this.#options.logs.since(stream, one.token))
      if (read.kind === 'failed') {
        if (read.error.kind === 'unavailable' || read.error.kind === 'throttled') return
        return this.#end(one, unavailableReason(read.error, `the log group ${stream.group}`))
      }
      if (read.value === 'no-group') return this.#end(one, `there is no log group ${stream.group}`)
      if (read.value === 'no-stream') return
      const { lines, token } = read.value
      this.#show(one, lines)
      if (token === undefined || token === one.token) return
      one.token = token
    }
  }

  #show(one: ContainerLog, lines: readonly string[]): void {
    const { log, secrets } = this.#options
    const shown = lines.slice(0, mostTaskLines - one.lines)
    for (const line of shown) log(`  ${one.container} | ${truncate(redact(line, secrets), longestLine)}`)
    one.lines += shown.length
    if (one.lines >= mostTaskLines) this.#end(one, `it has more than ${mostTaskLines} lines`)
  }

  #end(one: ContainerLog, why: string): void {
    one.isOver = true
    this.#options.log(`  ℹ the log of ${one.container} is not shown any further: ${why}`)
  }
}
