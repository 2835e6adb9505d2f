import { parseArgs } from 'node:util'
import { closest, distance } from 'fastest-levenshtein'

export type Command =
  | {
      readonly kind: 'serve'
      readonly scenario: string
      readonly port: number
      readonly speed: number
      readonly tag: string | undefined
    }
  | {
      readonly kind: 'demo'
      readonly scenario: string
      readonly speed: number
      readonly html: string | undefined
    }
  | { readonly kind: 'list' }
  | { readonly kind: 'help' }

export const usage = `npm run demo -- [SCENARIO] [--speed N] [--html FILE] [--list]
  runs a scenario (default port-mismatch) against the bundled action, N times faster than real time (default 60);
  writes the job summary to FILE as an HTML page, much as GitHub shows it
npm run simulator -- [--scenario NAME] [--port N] [--speed N] [--tag TAG] [--list]
  serves a scenario (default healthy) on a port (default any free one), N times faster than real time (default 1);
  adds your tag to its new images`

export class UsageError extends Error {}

export function readCommandLine(args: readonly string[], scenarios: readonly string[]): Command {
  const [name, ...rest] = args
  try {
    switch (name) {
      case 'serve':
        return readServe(rest, scenarios)
      case 'demo':
        return readDemo(rest, scenarios)
      case '--help':
      case '-h':
        return { kind: 'help' }
      default:
        throw new UsageError(
          name
            ? `unknown command "${name}"; the commands are serve, demo`
            : 'no command; the commands are serve, demo',
        )
    }
  } catch (error) {
    throw isParseError(error) ? new UsageError(firstSentence(error.message)) : error
  }
}

function readServe(args: string[], scenarios: readonly string[]): Command {
  const { values } = parseArgs({
    args,
    options: {
      scenario: { type: 'string' },
      port: { type: 'string' },
      speed: { type: 'string' },
      tag: { type: 'string' },
      list: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return { kind: 'help' }
  if (values.list) return { kind: 'list' }
  return {
    kind: 'serve',
    scenario: requireScenario(values.scenario ?? 'healthy', scenarios),
    port: numberBetween('--port', values.port ?? '0', { min: 0, max: 65_535, integer: true }),
    speed: numberBetween('--speed', values.speed ?? '1', { min: 0.1, max: 1000 }),
    tag: values.tag === undefined ? undefined : imageTag(values.tag),
  }
}

function readDemo(args: string[], scenarios: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args,
    options: {
      speed: { type: 'string' },
      html: { type: 'string' },
      list: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
  })
  if (values.help) return { kind: 'help' }
  if (values.list) return { kind: 'list' }
  const [scenario = 'port-mismatch', another] = positionals
  if (another !== undefined) throw new UsageError(`only one scenario at a time; unexpected "${another}"`)
  return {
    kind: 'demo',
    scenario: requireScenario(scenario, scenarios),
    speed: numberBetween('--speed', values.speed ?? '60', { min: 1, max: 1000 }),
    html: values.html === undefined ? undefined : fileName(values.html),
  }
}

function fileName(text: string): string {
  if (text.trim() !== '') return text
  throw new UsageError('--html needs the name of a file')
}

function requireScenario(name: string, scenarios: readonly string[]): string {
  if (scenarios.includes(name)) return name
  const near = scenarios.length > 0 ? closest(name, scenarios) : name
  const hint = distance(name, near) <= Math.max(2, near.length / 3) ? `did you mean ${near}? T` : 't'
  throw new UsageError(`no scenario "${name}"; ${hint}he scenarios are ${scenarios.join(', ')}`)
}

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
function imageTag(text: string): string {
  if (/^\w[\w.-]{0,127}$/.test(text)) return text
  throw new UsageError(`--tag "${text}" is not an image tag`)
}

interface Bounds {
  readonly min: number
  readonly max: number
  readonly integer?: boolean
}

function numberBetween(flag: string, text: string, { min, max, integer = false }: Bounds): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= min && value <= max && (!integer || Number.isInteger(value)))
    return value
  throw new UsageError(`${flag} "${text}" is not a ${integer ? 'whole ' : ''}number from ${min} to ${max}`)
}

function isParseError(error: unknown): error is { readonly message: string } {
  const { code } = (error ?? {}) as { readonly code?: unknown }
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')
}

/** Node's second sentence is about values that begin with a dash. */
function firstSentence(text: string): string {
  return text.split('. To specify', 1)[0] ?? text
}
