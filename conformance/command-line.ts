/** The options of `npm run conformance`, with every problem at once. */
import { parseArgs } from 'node:util'
import type { LiveSettings } from './live.js'
import type { World } from './world.js'
import { worlds } from './worlds.js'

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'list' }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }
  | (Play & { readonly kind: 'simulated'; readonly against: readonly string[] })
  | (Play & LiveCommand & { readonly kind: 'live' })
  | {
      readonly kind: 'clean-up'
      readonly prefix: string
      readonly region: string | undefined
      readonly isConfirmed: boolean
    }

interface Play {
  readonly worlds: readonly World[]
  readonly out: string | undefined
  readonly parallel: number
  readonly isJson: boolean
}

export interface LiveCommand {
  readonly prefix: string
  readonly region: string | undefined
  readonly settings: LiveSettings
  readonly pollSeconds: number | undefined
  /** Nobody is asked. */
  readonly isConfirmed: boolean
}

const options = {
  help: { type: 'boolean', short: 'h' },
  list: { type: 'boolean' },
  world: { type: 'string', multiple: true },
  skip: { type: 'string', multiple: true },
  against: { type: 'string', multiple: true },
  out: { type: 'string' },
  json: { type: 'boolean' },
  parallel: { type: 'string' },
  live: { type: 'boolean' },
  'clean-up': { type: 'boolean' },
  'cluster-prefix': { type: 'string' },
  region: { type: 'string' },
  subnets: { type: 'string' },
  'security-groups': { type: 'string' },
  'target-group': { type: 'string' },
  'assign-public-ip': { type: 'string' },
  'poll-seconds': { type: 'string' },
  yes: { type: 'boolean' },
} as const

type Values = ReturnType<typeof parse>

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: false }).values
}

/** `environment` has settings of an account as variables, too: CONFORMANCE_SUBNETS and so on. */
export function readCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Command {
  let values: Values
  try {
    values = parse(args)
  } catch (error) {
    return { kind: 'wrong', problems: [(error as Error).message] }
  }
  if (values.help) return { kind: 'help' }
  if (values.list) return { kind: 'list' }
  return new Reader(values, environment).command()
}

class Reader {
  readonly #values: Values
  readonly #environment: NodeJS.ProcessEnv
  readonly #problems: string[] = []

  constructor(values: Values, environment: NodeJS.ProcessEnv) {
    this.#values = values
    this.#environment = environment
  }

  command(): Command {
    const command = this.#read()
    return this.#problems.length > 0 ? { kind: 'wrong', problems: this.#problems } : command
  }

  #read(): Command {
    const { region, yes: isConfirmed = false, live, against = [], out, json: isJson = false } = this.#values
    if (live && this.#values['clean-up']) this.#problems.push('Either --live or --clean-up, not both.')
    if (this.#values['clean-up']) return { kind: 'clean-up', prefix: this.#prefix(), region, isConfirmed }
    const chosen = this.#worlds()
    const play = {
      worlds: chosen,
      out,
      isJson,
      parallel: this.#count('parallel') ?? (live ? chosen.length : 2),
    }
    if (!live) return { ...play, kind: 'simulated', against }
    if (against.length > 0)
      this.#problems.push(
        '--against compares what the simulator answers: use it without --live, after the recording.',
      )
    return {
      ...play,
      kind: 'live',
      prefix: this.#prefix(),
      region,
      settings: this.#settings(chosen),
      pollSeconds: this.#count('poll-seconds'),
      isConfirmed,
    }
  }

  #worlds(): readonly World[] {
    const { world: wanted = [], skip = [] } = this.#values
    for (const name of [...wanted, ...skip])
      if (worlds.every(world => world.name !== name))
        this.#problems.push(`There is no world ${name}: ${worlds.map(world => world.name).join(', ')}.`)
    return worlds.filter(({ name }) => (wanted.length === 0 || wanted.includes(name)) && !skip.includes(name))
  }

  #prefix(): string {
    const prefix = this.#values['cluster-prefix']
    if (prefix === undefined)
      this.#problems.push(
        '--cluster-prefix NAME is missing: the clusters of this program are called NAME-1a2b3c4d.',
      )
    else if (!/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/.test(prefix))
      this.#problems.push(
        `--cluster-prefix has a letter first, and up to 40 letters, digits and hyphens: not ${prefix}.`,
      )
    return prefix ?? ''
  }

  #settings(chosen: readonly World[]): LiveSettings {
    const subnets = this.#names('subnets')
    const securityGroups = this.#names('security-groups')
    const targetGroup = this.#text('target-group')
    const assignPublicIp = this.#text('assign-public-ip') ?? 'ENABLED'
    if (subnets.length === 0)
      this.#problems.push(
        "--subnets A,B (CONFORMANCE_SUBNETS) is missing: subnets from which tasks reach public.ecr.aws. Those of a default VPC: aws ec2 describe-subnets --filters Name=default-for-az,Values=true --query 'Subnets[].SubnetId'",
      )
    if (securityGroups.length === 0)
      this.#problems.push(
        "--security-groups A (CONFORMANCE_SECURITY_GROUPS) is missing: one that lets tasks out. That of a default VPC: aws ec2 describe-security-groups --filters Name=group-name,Values=default --query 'SecurityGroups[].GroupId'",
      )
    const behind = chosen.filter(world => world.needsTargetGroup).map(world => world.name)
    if (targetGroup === undefined && behind.length > 0)
      this.#problems.push(
        `--target-group ARN (CONFORMANCE_TARGET_GROUP) is missing for ${behind.join(', ')}: one of type ip that a listener uses, with the health check / on the traffic port. Without one: ${behind.map(name => `--skip ${name}`).join(' ')}`,
      )
    if (assignPublicIp !== 'ENABLED' && assignPublicIp !== 'DISABLED')
      this.#problems.push(`--assign-public-ip is ENABLED or DISABLED, not ${assignPublicIp}.`)
    return {
      subnets,
      securityGroups,
      targetGroup,
      assignPublicIp: assignPublicIp === 'DISABLED' ? 'DISABLED' : 'ENABLED',
    }
  }

  #text(name: keyof typeof options): string | undefined {
    const value =
      this.#values[name] ?? this.#environment[`CONFORMANCE_${name.toUpperCase().replaceAll('-', '_')}`]
    return typeof value === 'string' && value !== '' ? value : undefined
  }

  #names(name: keyof typeof options): readonly string[] {
    return (this.#text(name) ?? '').split(/[\s,]+/).filter(text => text !== '')
  }

  #count(name: 'parallel' | 'poll-seconds'): number | undefined {
    const text = this.#values[name]
    if (text === undefined) return undefined
    const number = Number(text)
    const isRight = name === 'parallel' ? Number.isInteger(number) && number > 0 : number > 0
    if (!isRight) this.#problems.push(`--${name} is a number above 0, not ${text}.`)
    return number
  }
}
