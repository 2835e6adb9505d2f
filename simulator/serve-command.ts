import { parseArgs } from 'node:util'
import { imageTag, numberBetween, requireScenario, UsageError } from './usage.js'
import { accountPattern, mismatch, regionPattern } from './world/schema/patterns.js'

export interface ServeCommand {
  readonly kind: 'serve'
  readonly source: WorldSource
  readonly host: string
  readonly port: number
  readonly speed: number
  readonly tag: string | undefined
  /** Instead of those of the world. */
  readonly seed: number | undefined
  readonly region: string | undefined
  readonly account: string | undefined
  readonly json: boolean
  /** A file that gets each request with its input, as a line of JSON. */
  readonly requests: string | undefined
}

export type WorldSource =
  | { readonly kind: 'scenario'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }

export type ServeRequest =
  | ServeCommand
  | { readonly kind: 'print-world'; readonly scenario: string }
  | { readonly kind: 'print-schema'; readonly of: 'world' | 'control' }
  | { readonly kind: 'list'; readonly json: boolean }
  | { readonly kind: 'help' }

const options = {
  scenario: { type: 'string' },
  world: { type: 'string' },
  'print-world': { type: 'boolean' },
  'print-schema': { type: 'boolean' },
  'print-control-schema': { type: 'boolean' },
  host: { type: 'string' },
  port: { type: 'string' },
  speed: { type: 'string' },
  tag: { type: 'string' },
  seed: { type: 'string' },
  region: { type: 'string' },
  account: { type: 'string' },
  json: { type: 'boolean' },
  requests: { type: 'string' },
  list: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

export function readServe(args: string[], scenarios: readonly string[]): ServeRequest {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (values.help) return { kind: 'help' }
  if (values.list) return { kind: 'list', json: values.json ?? false }
  if (values['print-schema']) return { kind: 'print-schema', of: 'world' }
  if (values['print-control-schema']) return { kind: 'print-schema', of: 'control' }
  const source = readSource({ ...values, positionals }, scenarios)
  if (values['print-world']) {
    if (source.kind === 'file')
      throw new UsageError('--print-world prints a scenario; --world is a file already')
    return { kind: 'print-world', scenario: source.name }
  }
  if (values.tag !== undefined && source.kind === 'file')
    throw new UsageError('--tag is for scenarios; a world file has tags of its own')
  return {
    kind: 'serve',
    source,
    host: values.host === undefined ? '127.0.0.1' : matching('--host', values.host, /^[\w.:-]+$/),
    port: numberBetween('--port', values.port ?? '0', { min: 0, max: 65_535, integer: true }),
    speed: numberBetween('--speed', values.speed ?? '1', { min: 0, max: 1000 }),
    tag: values.tag === undefined ? undefined : imageTag(values.tag),
    seed: values.seed === undefined ? undefined : seedOf(values.seed),
    region:
      values.region === undefined
        ? undefined
        : matching('--region', values.region, new RegExp(regionPattern)),
    account:
      values.account === undefined
        ? undefined
        : matching('--account', values.account, new RegExp(accountPattern)),
    json: values.json ?? false,
    requests: values.requests === undefined ? undefined : matching('--requests', values.requests, /\S/),
  }
}

interface Sources {
  readonly scenario?: string | undefined
  readonly world?: string | undefined
  readonly positionals: readonly string[]
}

function readSource({ scenario, world, positionals }: Sources, scenarios: readonly string[]): WorldSource {
  const names = [...(scenario === undefined ? [] : [scenario]), ...positionals]
  const [name = 'healthy', another] = names
  if (another !== undefined) throw new UsageError(`only one scenario at a time; unexpected "${another}"`)
  if (world === undefined) return { kind: 'scenario', name: requireScenario(name, scenarios) }
  if (names.length > 0) throw new UsageError(`either the scenario ${name} or --world, not both`)
  return { kind: 'file', path: matching('--world', world, /\S/) }
}

function seedOf(text: string): number {
  return numberBetween('--seed', text, { min: 0, max: 4_294_967_295, integer: true })
}

function matching(flag: string, text: string, pattern: RegExp): string {
  if (pattern.test(text)) return text
  throw new UsageError(`${flag} "${text}" ${mismatch(pattern.source)}`)
}
