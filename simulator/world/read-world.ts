import type { RegistryPlace } from '../ecs/resources/registry-host.js'
import { defaultPlace } from '../ecs/world.js'
import type { WorldDescription } from './description.js'
import { milliseconds } from './duration.js'
import { expandPlaceholders } from './names.js'
import { type Path, pathText } from './path.js'
import { check, type Problem } from './schema/check.js'
import type { Definitions } from './schema/json-schema.js'
import { definitions, worldSchema } from './schema/world-schema.js'
import { parseYaml, type YamlSource } from './yaml-source.js'

export interface WorldFile {
  /** For the messages. */
  readonly name: string
  readonly text: string
  /** Instead of those in the file. */
  readonly place?: Partial<RegistryPlace>
}

export interface ReadWorld {
  readonly description: WorldDescription
  /** `world.yaml:12: services[0] …` */
  problemAt(path: Path, message: string): string
}

/** Each problem is one line that names the file, its line and the member. */
export class WorldFileError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

let known: Definitions | undefined

/** They cost time: only a program that reads worlds needs them. */
export function knownDefinitions(): Definitions {
  known ??= definitions()
  return known
}

/** All problems at once. */
export function readWorld({ name, text, place = {} }: WorldFile): ReadWorld {
  const source = parseYaml(text)
  if (source.mistakes.length > 0)
    throw new WorldFileError(source.mistakes.map(({ line, message }) => `${name}:${line}: ${message}`))
  const raw = source.value ?? {}
  const stated = { ...placeIn(raw), ...place }
  const value = expandPlaceholders(raw, { ...defaultPlace, ...stated })
  const problemAt = placedIn(name, source, { ...defaultPlace, ...stated })
  const problems = [...check(value, worldSchema, knownDefinitions())]
  if (problems.length === 0) problems.push(...checkTimes(value as WorldDescription))
  if (problems.length > 0)
    throw new WorldFileError(problems.map(({ path, message }) => problemAt(path, message)).toSorted(byLine))
  return { description: { ...(value as WorldDescription), ...stated }, problemAt }
}

function byLine(one: string, other: string): number {
  const lineOf = (problem: string) => Number(/:(\d+): /.exec(problem)?.[1] ?? 0)
  return lineOf(one) - lineOf(other)
}

function placedIn(name: string, source: YamlSource, place: RegistryPlace): ReadWorld['problemAt'] {
  return (path, message) => {
    const line = source.lineOf(path, key => String(expandPlaceholders(key, place)))
    const where = path.length === 0 ? 'the world' : pathText(path)
    return `${name}:${line}: ${where} ${message}`
  }
}

/** Whatever else stands there is a problem that the schema finds. */
function placeIn(raw: unknown): Partial<RegistryPlace> {
  const { account, region } = raw as Readonly<Record<string, unknown>>
  return {
    ...(typeof account === 'string' && { account }),
    ...(typeof region === 'string' && { region }),
  }
}

function checkTimes({ begins, history = [], later = [] }: WorldDescription): Problem[] {
  const problems: Problem[] = []
  const report = (path: Path, message: string) => problems.push({ path, message })
  let before = begins === undefined ? Number.POSITIVE_INFINITY : milliseconds(begins)
  for (const [index, { ago }] of history.entries()) {
    const ms = milliseconds(ago)
    if (ms > before)
      report(['history', index, 'ago'], 'is before the beginning, or before the entry above it')
    before = Math.min(before, ms)
  }
  for (const [index, { after, afterRollout }] of later.entries()) {
    if ((after === undefined) === (afterRollout === undefined))
      report(['later', index], 'needs either "after" or "afterRollout"')
  }
  return problems
}
