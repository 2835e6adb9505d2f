/** Whether the ports of the task definition are some that ECS takes, and those that the service sends requests to. */

import { orMoveThePort } from '../../ecs/port-advice.js'
import type { LoadBalancer } from '../../ecs/service.js'
import type { PortedContainer } from '../../task-definition/ports.js'
import { findContainer, mappingOf, networkModeOf, portedContainersOf } from '../../task-definition/ports.js'
import type { Check } from '../check.js'
import { passed } from '../check.js'
import type { CheckContext } from '../check-context.js'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
export function checkHostPorts({ definition, positionOf }: CheckContext): Check[] {
  const mode = networkModeOf(definition)
  if (mode !== 'awsvpc' && mode !== 'host') return []
  const wrong = portedContainersOf(definition).flatMap(({ name, mappings }) =>
    mappings
      // A host port of 0 means any under bridge; what ECS makes of it here is not documented.
      .filter(({ hostPort, containerPort }) => hostPort && containerPort && hostPort !== containerPort)
      .map(
        ({ hostPort, containerPort, path }): Check => ({
          id: 'port-host',
          result: 'refused',
          text: `container ${name}: hostPort ${hostPort} is not containerPort ${containerPort}, and under network mode ${mode} they have to be the same`,
          next: `Leave out hostPort, or make it ${containerPort}.`,
          position: positionOf([...path, 'hostPort']),
        }),
      ),
  )
  return wrong.length > 0 ? wrong : [passed('port-host')]
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html */
export function checkBalancedPorts({ definition, observed, positionOf }: CheckContext): Check[] {
  const balancers = observed?.service.loadBalancers ?? []
  if (balancers.length === 0) return []
  const wrong = balancers.flatMap((balancer): Check[] => {
    const container = findContainer(definition, balancer.container)
    if (container && mappingOf(container, balancer.port)) return []
    const wrong = container ? wrongPort(container, balancer) : wrongContainer(definition, balancer)
    const path = container ? [...container.path, 'portMappings'] : ['containerDefinitions']
    return [{ id: 'port-balancer', result: 'refused', ...wrong, position: positionOf(path) }]
  })
  return wrong.length > 0 ? wrong : [passed('port-balancer')]
}

function wrongPort(
  { name, mappings }: PortedContainer,
  { port }: LoadBalancer,
): Pick<Check, 'text' | 'next'> {
  // A mapping of which the port was forgotten maps none.
  const ports = mappings.flatMap(({ containerPort, range }) => range ?? containerPort ?? [])
  return {
    text: `the load balancer of the service sends requests to port ${port} of container ${name}, which has ${ports.length > 0 ? `${ports.join(', ')} in its portMappings` : 'no portMappings'}`,
    next: `Add containerPort ${port} to the portMappings of ${name}, ${orMoveThePort}`,
  }
}

function wrongContainer(
  definition: CheckContext['definition'],
  { container, port }: LoadBalancer,
): Pick<Check, 'text' | 'next'> {
  const names = portedContainersOf(definition).map(({ name }) => name)
  return {
    text: `the load balancer of the service sends requests to port ${port} of container ${container}, and the task definition has ${names.join(', ') || 'none'}`,
    next: `Name the container ${container}, ${orMoveThePort}`,
  }
}
