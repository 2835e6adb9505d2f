/**
 * ECS: "Invalid 'containerPort' setting for container 'app'."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
import type { Placed } from '../../task-definition/containers.js'
import { containersOf, listedIn } from '../../task-definition/containers.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'

const last = 65_535

export const portBounds = defineCheck({ id: 'port-bounds', run })

function run(context: CheckContext): Findings {
  const mappings = containersOf(context.definition).flatMap(container =>
    listedIn(container, 'portMappings').map(mapping => ({ container: container.name, ...mapping })),
  )
  if (mappings.length === 0) return undefined
  return mappings.flatMap(flawsOf).map(flaw => toFinding(context, flaw))
}

function flawsOf({ container, value, path }: Placed & { readonly container: string }): Flaw[] {
  if (value.containerPort === undefined && value.containerPortRange === undefined) {
    const text = `container ${container}: a port mapping has no containerPort`
    return [{ path, text, next: 'Add containerPort, or remove the mapping.' }]
  }
  return ['containerPort', 'hostPort'].flatMap((member): Flaw[] => {
    const port = value[member]
    if (typeof port !== 'number' || (Number.isInteger(port) && port >= 0 && port <= last)) return []
    const text = `container ${container}: ${member} is ${port}, but a port is a number from 0 to ${last}`
    return [{ path: [...path, member], text, next: `Correct ${member}.` }]
  })
}
