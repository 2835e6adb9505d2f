/**
 * ECS: "Links are not supported when networkMode=awsvpc.", the same of hostname, extraHosts, dnsServers and
 * disableNetworking. Its words for dnsSearchDomains, and for ports under none, are not public; that it takes neither is
 * documented.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 * https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs
 */

import type { Container } from '../../task-definition/containers.js'
import { containersOf, listedIn } from '../../task-definition/containers.js'
import { networkModeOf } from '../../task-definition/ports.js'
import type { Json } from '../../text/json.js'
import { isList } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'

/** With what to do instead. */
const refusedByAwsvpc: Readonly<Record<string, string>> = {
  links: 'Remove links: the containers of the task reach each other at localhost.',
  hostname: 'Remove hostname.',
  extraHosts: 'Remove extraHosts, or resolve these names with DNS.',
  dnsServers: 'Remove dnsServers: the DHCP options of the VPC set the DNS servers.',
  dnsSearchDomains: 'Remove dnsSearchDomains: the DHCP options of the VPC set them.',
  disableNetworking: 'Remove disableNetworking.',
}

export const networkMode = defineCheck({ id: 'network-mode', run })

function run(context: CheckContext): Findings {
  const { definition } = context
  const mode = networkModeOf(definition)
  if (mode !== 'awsvpc' && mode !== 'none') return undefined
  const flawsOf = mode === 'awsvpc' ? awsvpcFlaws : portFlaws
  return containersOf(definition)
    .flatMap(flawsOf)
    .map(flaw => toFinding(context, flaw))
}

function awsvpcFlaws({ name, value, path }: Container): Flaw[] {
  return Object.entries(refusedByAwsvpc)
    .filter(([member]) => isSet(value[member]))
    .map(([member, next]) => ({
      path: [...path, member],
      text: `container ${name} has ${member}, which network mode awsvpc does not support`,
      next,
    }))
}

function portFlaws(container: Container): Flaw[] {
  const [port] = listedIn(container, 'portMappings')
  if (!port) return []
  return [
    {
      path: port.path,
      text: `container ${container.name} has portMappings, which network mode none does not support`,
      next: 'Remove portMappings, or choose a different network mode.',
    },
  ]
}

function isSet(value: Json | undefined): boolean {
  return isList(value) ? value.length > 0 : Boolean(value)
}
