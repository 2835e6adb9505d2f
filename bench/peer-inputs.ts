/**
 * The inputs of a scenario for aws-actions/amazon-ecs-deploy-task-definition, as a careful user of it would write them.
 * Knows its inputs, not how it is run.
 */
import type { Scenario } from '../simulator/scenarios/scenario.js'

export interface StepInputs {
  readonly inputs: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, string>>
}

export type PeerInputs =
  | ({ readonly kind: 'ready' } & StepInputs)
  /** The inputs that the peer has no equivalent for. */
  | { readonly kind: 'left-out'; readonly unsupported: readonly string[] }

const sameThere = new Set([
  'cluster',
  'service',
  'task-definition',
  'wait-for-minutes',
  'desired-count',
  'force-new-deployment',
  'enable-ecs-managed-tags',
  'propagate-tags',
  'max-retries',
])

/** Put into the file beforehand, as its users do with the official render action, which calls nothing. */
const rendered = new Set(['container-name', 'image'])

/** Settings of the service that are no input there: set for all contenders beforehand. */
const ofTheService = new Set(['circuit-breaker'])

/** What it does anyway: it has no checks and stops no deployment. */
const anyhow = new Set(['preflight: warn', 'preflight: off', 'fail-fast-after: 0'])

export function peerInputs({ inputs, files }: Pick<Scenario, 'inputs' | 'files'>): PeerInputs {
  const entries = Object.entries(inputs)
  const unsupported = entries
    .filter(
      ([name, value]) =>
        ![sameThere, rendered, ofTheService].some(known => known.has(name)) &&
        !anyhow.has(`${name}: ${value}`),
    )
    .map(([name, value]) => `${name}: ${value}`)
  if (unsupported.length > 0) return { kind: 'left-out', unsupported }
  const path = inputs['task-definition']
  if (path === undefined) return { kind: 'left-out', unsupported: ['no task-definition'] }
  return {
    kind: 'ready',
    inputs: {
      ...Object.fromEntries(entries.filter(([name]) => sameThere.has(name))),
      // By default it does not wait.
      'wait-for-service-stability': 'true',
    },
    files: { ...files, [path]: withImage(files[path] ?? '', inputs) },
  }
}

interface Definition {
  readonly containerDefinitions: readonly { readonly name: string }[]
}

function withImage(text: string, inputs: Scenario['inputs']): string {
  const { image, 'container-name': container } = inputs
  if (image === undefined) return text
  const definition = JSON.parse(text) as Definition
  const containerDefinitions = definition.containerDefinitions.map(one =>
    one.name === container ? { ...one, image } : one,
  )
  return JSON.stringify({ ...definition, containerDefinitions }, undefined, 2)
}
