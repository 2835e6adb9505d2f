/**
 * What a scenario asks of this action, as an order to aws-actions/amazon-ecs-deploy-task-definition: the nearest that
 * a careful user of it would write. Knows its inputs and not how it is run.
 */
import type { Scenario } from '../simulator/scenarios/scenario.js'

export interface Order {
  readonly inputs: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, string>>
}

export type PeerOrder =
  | ({ readonly kind: 'order' } & Order)
  /** The inputs that the peer has no equivalent for. */
  | { readonly kind: 'left-out'; readonly because: readonly string[] }

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

/** Put into the file beforehand, as its users do with the official render action, which asks AWS nothing. */
const rendered = new Set(['container-name', 'image'])

/** Of the service and no input there: whoever plays the scenario sets it for all contenders beforehand. */
const ofTheService = new Set(['circuit-breaker'])

/** What it does anyhow, having no checks and stopping no deployment. */
const anyhow = new Set(['preflight: warn', 'preflight: off', 'fail-fast-after: 0'])

export function peerOrder({ inputs, files }: Pick<Scenario, 'inputs' | 'files'>): PeerOrder {
  const given = Object.entries(inputs)
  const because = given
    .filter(
      ([name, value]) =>
        ![sameThere, rendered, ofTheService].some(known => known.has(name)) &&
        !anyhow.has(`${name}: ${value}`),
    )
    .map(([name, value]) => `${name}: ${value}`)
  if (because.length > 0) return { kind: 'left-out', because }
  const path = inputs['task-definition']
  if (path === undefined) return { kind: 'left-out', because: ['no task-definition'] }
  return {
    kind: 'order',
    inputs: {
      ...Object.fromEntries(given.filter(([name]) => sameThere.has(name))),
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
