/**
 * "The portName must match the name of one of the portMappings from all the containers in the task definition."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VpcLatticeConfiguration.html
 */

import { closest, quote } from '../../errors/problem.js'
import { portedContainersOf } from '../../task-definition/ports.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const portName = defineCheck({ id: 'port-name', alwaysEnforced: true, run })

function run({ definition, observed, positionOf }: CheckContext): Findings {
  const wanted = observed?.service.portNames ?? []
  if (wanted.length === 0) return undefined
  const containers = portedContainersOf(definition)
  const names = containers.flatMap(({ mappings }) => mappings.flatMap(({ name }) => name ?? []))
  const [only, ...others] = containers
  const path = only && others.length === 0 ? [...only.path, 'portMappings'] : ['containerDefinitions']
  return wanted
    .filter(({ name }) => !names.includes(name))
    .map(({ name, usedBy }) => ({
      result: 'refused',
      text: `${usedBy} of the service uses the port ${quote(name)}, but ${namesText(name, names)}`,
      next: `Add "name": ${quote(name)} to the port mapping that it means, or change ${usedBy} of the service first.`,
      position: positionOf(path),
    }))
}

function namesText(name: string, names: readonly string[]): string {
  if (names.length === 0) return 'no port mapping of the task definition has a name'
  const similar = closest(name, names)
  const known = `the task definition names only ${names.join(', ')}`
  return similar ? `${known}; is ${similar} the same port?` : known
}
