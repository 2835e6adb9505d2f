/**
 * ECS: "Network Configuration must be provided when networkMode 'awsvpc' is specified.", and "Network Configuration is
 * not valid for the given networkMode of this task definition."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html (networkConfiguration)
 */
import { networkModeOf } from '../../task-definition/ports.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const serviceNetwork = defineCheck({ id: 'service-network', alwaysEnforced: true, run })

function run({ definition, observed, positionOf }: CheckContext): Findings {
  if (!observed) return undefined
  const { hasNetwork, name } = observed.service
  const mode = networkModeOf(definition)
  if (hasNetwork === (mode === 'awsvpc')) return []
  // What serves could not do without it either: the answer lacks it (docs/adr/0026).
  if (!hasNetwork && networkModeOf(observed.live) === 'awsvpc') return undefined
  const position = positionOf(['networkMode'])
  if (!hasNetwork)
    return [
      {
        result: 'refused',
        text: `the network mode awsvpc needs subnets, but service ${name} has no networkConfiguration`,
        next: 'Give the service its subnets first with aws ecs update-service --network-configuration, or keep its network mode.',
        position,
      },
    ]
  return [
    {
      result: 'refused',
      text: `service ${name} has a networkConfiguration, which needs the network mode awsvpc, but the task definition has ${mode === undefined ? 'no networkMode' : `network mode ${mode}`}`,
      next: 'Set "networkMode": "awsvpc" in the task definition.',
      position,
    },
  ]
}
