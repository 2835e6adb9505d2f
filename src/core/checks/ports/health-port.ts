/** Under awsvpc, containers share one address; under bridge, a target has the ports of its instance. */
import { fixedPort } from '../../resources/target-group.js'
import { networkModeOf, portedContainersOf } from '../../task-definition/ports.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { serviceTargetGroups } from './service-target-groups.js'

export const healthPort = defineCheck({ id: 'health-port', run })

function run(context: CheckContext): Findings {
  const { definition, observed } = context
  const groups = serviceTargetGroups(context)
  if (!groups || networkModeOf(definition) !== 'awsvpc') return undefined
  const mappings = portedContainersOf(definition).flatMap(container => container.mappings)
  if (mappings.some(({ range }) => range !== undefined)) return []
  const known = new Set([
    ...mappings.map(({ containerPort }) => containerPort),
    ...(observed?.service.loadBalancers ?? []).map(({ port }) => port),
  ])
  return groups.flatMap(({ name, healthCheck }) => {
    const port = fixedPort(healthCheck)
    if (port === undefined || known.has(port)) return []
    return {
      result: 'warning' as const,
      text: `target group ${name} checks port ${port}, but no portMappings in the task definition contain it`,
      next: `Check traffic-port instead, or add ${port} to the portMappings of the container that answers on it.`,
    }
  })
}
