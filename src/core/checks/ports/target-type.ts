/**
 * The target type cannot be changed. ECS: "The provided target group … has target type instance, which is incompatible
 * with the awsvpc network mode specified in the task definition."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html
 */
import { networkModeOf } from '../../task-definition/ports.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { serviceTargetGroups } from './service-target-groups.js'

export const targetType = defineCheck({ id: 'target-type', alwaysEnforced: true, run })

function run(context: CheckContext): Findings {
  const groups = serviceTargetGroups(context)
  const mode = networkModeOf(context.definition)
  if (!groups || (mode !== 'awsvpc' && mode !== 'bridge' && mode !== 'host')) return undefined
  const [needed, refused] = mode === 'awsvpc' ? ['ip', 'instance'] : ['instance', 'ip']
  return groups
    .filter(group => group.targetType === refused)
    .map(group => ({
      result: 'refused',
      text: `target group ${group.name} has target type ${group.targetType}, but network mode ${mode} requires ${needed}`,
      next: `Use a target group of type ${needed} for the service, or keep its current network mode.`,
      position: context.positionOf(['networkMode']),
    }))
}
