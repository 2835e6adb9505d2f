/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html */

import { orMoveThePort } from '../../ecs/port-advice.js'
import type { LoadBalancer } from '../../ecs/service.js'
import type { PortedContainer } from '../../task-definition/ports.js'
import { findContainer, mappingOf, portedContainersOf } from '../../task-definition/ports.js'
import { enumerate } from '../../text/enumerate.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const portBalancer = defineCheck({ id: 'port-balancer', alwaysEnforced: true, run })

function run({ definition, observed, positionOf }: CheckContext): Findings {
  const balancers = observed?.service.loadBalancers ?? []
  if (balancers.length === 0) return undefined
  return balancers.flatMap((balancer): CheckFinding[] => {
    const container = findContainer(definition, balancer.container)
    if (container && mappingOf(container, balancer.port)) return []
    const problem = container ? wrongPort(container, balancer) : wrongContainer(definition, balancer)
    const path = container ? [...container.path, 'portMappings'] : ['containerDefinitions']
    return [{ result: 'refused', ...problem, position: positionOf(path) }]
  })
}

function wrongPort(
  { name, mappings }: PortedContainer,
  { port }: LoadBalancer,
): Pick<CheckFinding, 'text' | 'next'> {
  const ports = mappings.flatMap(({ containerPort, range }) => range ?? containerPort ?? [])
  return {
    text: `the load balancer of the service sends requests to port ${port} of container ${name}, which has ${ports.length > 0 ? `only ${enumerate(ports.map(String))} in its portMappings` : 'no port in its portMappings'}`,
    next: `Add containerPort ${port} to the portMappings of ${name}, ${orMoveThePort}`,
  }
}

function wrongContainer(
  definition: CheckContext['definition'],
  { container, port }: LoadBalancer,
): Pick<CheckFinding, 'text' | 'next'> {
  const names = portedContainersOf(definition).map(({ name }) => name)
  return {
    text: `the load balancer of the service sends requests to port ${port} of container ${container}, but the task definition has ${names.length > 0 ? `only ${enumerate(names)}` : 'no container'}`,
    next: `Name the container ${container}, ${orMoveThePort}`,
  }
}
