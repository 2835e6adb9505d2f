/**
 * ECS: "TCP host port '3000' is mapped multiple times in task." and "When networkMode=awsvpc, port mapping name is
 * already used". It may register ports where it picks the host port, but under awsvpc or host, containers share one
 * network.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */

import type { Placed } from '../../task-definition/containers.js'
import { containersOf, listedIn } from '../../task-definition/containers.js'
import { duplicates } from '../../text/duplicates.js'
import { enumerate } from '../../text/enumerate.js'
import type { Path } from '../../text/json.js'
import { text } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'

interface Mapping {
  readonly container: string
  readonly path: Path
  readonly name: string | undefined
  /** host port: `tcp 5001`; undefined if ECS picks one */
  readonly port: string | undefined
  /** set in the definition */
  readonly isFixed: boolean
}

export const duplicatePort = defineCheck({ id: 'duplicate-port', run })

function run(context: CheckContext): Findings {
  const { definition } = context
  const mode = text(definition.networkMode) ?? 'bridge'
  const mappings = containersOf(definition).flatMap(container =>
    listedIn(container, 'portMappings').map(item => mappingOf(item, { container: container.name, mode })),
  )
  if (mappings.length === 0) return undefined
  const findings = duplicates(mappings.flatMap(({ port }) => port ?? [])).map(port => {
    const sharing = mappings.filter(one => one.port === port)
    return shared(context, { port, mappings: sharing, mode })
  })
  if (mode !== 'awsvpc') return findings
  const names = duplicates(mappings.flatMap(({ name }) => name ?? []))
  return [...findings, ...names.map(name => named(context, name, mappings))]
}

function mappingOf(
  { value, path }: Placed,
  { container, mode }: { readonly container: string; readonly mode: string },
): Mapping {
  const name = text(value.name)
  const host = Number(value.hostPort ?? 0)
  const isFixed = host > 0
  const port = isFixed ? host : mode === 'awsvpc' || mode === 'host' ? Number(value.containerPort ?? 0) : 0
  return {
    container,
    path,
    isFixed,
    name: name || undefined,
    port: port > 0 ? `${text(value.protocol) ?? 'tcp'} ${port}` : undefined,
  }
}

interface SharedPort {
  readonly port: string
  readonly mappings: readonly Mapping[]
  readonly mode: string
}

function shared(context: CheckContext, { port, mappings, mode }: SharedPort): CheckFinding {
  const containers = [...new Set(mappings.map(({ container }) => container))]
  const isCertain = mappings.filter(({ isFixed }) => isFixed).length > 1
  const network = mode === 'bridge' ? 'one host' : 'one network'
  return {
    result: isCertain ? 'refused' : 'warning',
    text:
      containers.length > 1
        ? `containers ${enumerate(containers)} use port ${port}, but share ${network}`
        : `container ${containers.join()} maps port ${port} more than once`,
    next:
      containers.length > 1
        ? 'Make one of them listen on a different port, or remove the mapping that nothing outside the task needs.'
        : 'Remove one of the mappings.',
    ...locate(context, mappings.at(-1)?.path ?? []),
  }
}

function named(context: CheckContext, name: string, mappings: readonly Mapping[]): CheckFinding {
  return {
    result: 'refused',
    text: `two port mappings are named ${name}`,
    next: 'Give each port mapping a unique name.',
    ...locate(context, mappings.findLast(one => one.name === name)?.path ?? []),
  }
}
