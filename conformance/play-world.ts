/** Performs the steps of a world and records what was answered. */
import type { AwsCli } from './aws-cli.js'
import { isList, type Json, type JsonObject, valueAt, valuesAt } from './json.js'
import type { Redactor } from './redaction.js'
import { resolveInput, type Values } from './references.js'
import type { Entry, Source, Transcript } from './transcript.js'
import { type Condition, isPoll, type Poll, type Step, type World } from './world.js'

export interface Account {
  readonly cli: AwsCli
  readonly source: Source
  readonly redactor: Redactor
  /** What inputs call `<cluster>`, `<network>`, … */
  readonly settings: Values
  /** Real seconds between two polls, or those of the simulator. */
  secondsBetween(poll: Poll): number
  wait(seconds: number): Promise<void>
  /** In milliseconds, as far as time has passed in the account. */
  now(): number
  /** No call starts after this. */
  readonly signal: AbortSignal
}

class Ended extends Error {}

export async function playWorld(world: World, account: Account): Promise<Transcript> {
  const recording = new Recording(account)
  const header = { world: world.name, source: account.source }
  try {
    for (const step of world.steps) {
      if (isPoll(step)) await recording.poll(step)
      else await recording.call(step)
    }
    return { ...header, entries: recording.entries }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ...header, entries: recording.entries, incomplete: account.redactor.text(error.message) }
  }
}

class Recording {
  readonly entries: Entry[] = []
  readonly #account: Account
  #values: Values

  constructor(account: Account) {
    this.#account = account
    this.#values = account.settings
  }

  /** Throws if AWS refuses what it should not, and the other way round. */
  async call(step: Step): Promise<JsonObject> {
    const { cli, redactor, signal } = this.#account
    if (signal.aborted) throw new Ended(`interrupted before step ${step.name}`)
    const { name, operation, isRefused = false } = step
    const input = resolveInput(step.input, this.#values)
    const answer = await cli.call(operation, input)
    const common = { step: name, operation, input: redactor.redact(input) }
    if (answer.kind === 'refused') {
      const { code, message } = answer
      this.#record({ ...common, error: { code, message: redactor.text(message) } })
      if (!isRefused) throw new Ended(`step ${name}: ${operation} was refused: ${code}: ${message}`)
      return {}
    }
    this.#record({ ...common, output: redactor.redact(answer.output) })
    if (isRefused) throw new Ended(`step ${name}: ${operation} was accepted`)
    this.#save(step, answer.output)
    return answer.output
  }

  async poll(step: Poll): Promise<void> {
    const { now, wait, secondsBetween } = this.#account
    const start = now()
    const atMost = step.atMostMinutes ?? 30
    for (;;) {
      await wait(secondsBetween(step))
      const output = await this.call(step)
      const minutes = (now() - start) / 60_000
      if (isMet(step.until, output, minutes)) return
      if (minutes >= atMost)
        throw new Ended(`step ${step.name}: not within ${atMost} minutes: ${conditionText(step.until)}`)
    }
  }

  /** An answer that equals the one before but for its times says nothing new. */
  #record(entry: Entry): void {
    const last = this.entries.at(-1)
    if (last && withoutTimes(last) === withoutTimes(entry)) return
    this.entries.push(entry)
  }

  #save({ save = {} }: Step, output: JsonObject): void {
    const found = Object.entries(save).flatMap(([name, path]) => {
      const value = valueAt(output, path)
      return value === undefined ? [] : [[name, value] as const]
    })
    this.#values = { ...this.#values, ...Object.fromEntries(found) }
  }
}

function withoutTimes(entry: Entry): string {
  return JSON.stringify(entry).replace(/"[+-]\d+s"/g, '"time"')
}

function isMet(condition: Condition, output: JsonObject, minutes: number): boolean {
  if ('elapsedMinutes' in condition) return minutes >= condition.elapsedMinutes
  const values = valuesAt(output, condition.path)
  if ('oneOf' in condition)
    return values.length > 0 && values.every(value => condition.oneOf.includes(String(value)))
  return values.some(value => countOf(value) >= condition.atLeast)
}

function countOf(value: Json): number {
  return isList(value) ? value.length : Number(value)
}

function conditionText(condition: Condition): string {
  if ('elapsedMinutes' in condition) return `${condition.elapsedMinutes} minutes have passed`
  const { path } = condition
  return 'oneOf' in condition
    ? `${path} is ${condition.oneOf.join(', ')}`
    : `${path} is at least ${condition.atLeast}`
}
