import { parseArgs } from 'node:util'
import { readServe, type ServeRequest } from './serve-command.js'
import { numberBetween, requireScenario, UsageError } from './usage.js'

export type Command =
  | ServeRequest
  | {
      readonly kind: 'demo'
      readonly scenario: string
      readonly speed: number
      readonly html: string | undefined
    }

export function serveUsage(program: string): string {
  return `${program} [SCENARIO | --world FILE] [--host H] [--port N] [--speed N] [--seed N]
    [--region R] [--account A] [--tag TAG] [--json] [--requests FILE] [--print-world] [--print-schema] [--list]
  serves a scenario (default healthy) or the world of a YAML or JSON file (docs/simulator/world-file.md)
  --host         which interface (default 127.0.0.1; 0.0.0.0 is reached from containers)
  --port         default 0: any free one
  --speed        simulated seconds per real second (default 1; 0: time stands still until it is advanced)
  --seed, --region, --account   instead of those of the world
  --tag          adds your tag to the new images of a scenario
  --json         prints each line as JSON
  --requests     appends each request with its input to FILE, as a line of JSON
  --print-world  prints the scenario as a world file and ends
  --print-schema, --print-control-schema   prints the JSON Schema of world files, or of the control endpoint`
}

export const usage = `npm run demo -- [SCENARIO] [--speed N] [--html FILE] [--list]
  runs a scenario (default port-mismatch) against the bundled action, N times faster than real time (default 60);
  writes the job summary to FILE as an HTML page, much as GitHub shows it
${serveUsage('npm run simulator --')}`

/** Of a program that only serves; the word can be left out. */
export function readServeLine(args: readonly string[], scenarios: readonly string[]): ServeRequest {
  const [first, ...rest] = args
  try {
    return readServe(first === 'serve' ? rest : [...args], scenarios)
  } catch (error) {
    throw isParseError(error) ? new UsageError(firstSentence(error.message)) : error
  }
}

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
  if (values.list) return { kind: 'list', json: false }
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

function isParseError(error: unknown): error is { readonly message: string } {
  const { code } = (error ?? {}) as { readonly code?: unknown }
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')
}

/** Node's second sentence is about values that begin with a dash. */
function firstSentence(text: string): string {
  return text.split('. To specify', 1)[0] ?? text
}
