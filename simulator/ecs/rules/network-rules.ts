import type { Document } from '../state/document.js'
import type { TaskDefinition } from '../state/task-definition.js'

/** API_AwsVpcConfiguration */
const maxSubnets = 16
const maxSecurityGroups = 5

/** The first two messages were seen from ECS; that about subnets is in https://github.com/awslabs/fargatecli/issues/73. */
export function networkRefusal(
  { document }: TaskDefinition,
  networkConfiguration: unknown,
): string | undefined {
  const vpc = (networkConfiguration as Document | undefined)?.awsvpcConfiguration as Document | undefined
  if (document.networkMode !== 'awsvpc') {
    return vpc && 'Network Configuration is not valid for the given networkMode of this task definition.'
  }
  if (vpc === undefined)
    return "Network Configuration must be provided when networkMode 'awsvpc' is specified."
  const { subnets = [], securityGroups = [] } = vpc as Record<string, readonly unknown[]>
  if (subnets.length === 0) return 'subnets can not be empty.'
  // Documented; the wording is ours.
  if (subnets.length > maxSubnets) return `subnets can have at most ${maxSubnets} items.`
  return securityGroups.length > maxSecurityGroups
    ? `securityGroups can have at most ${maxSecurityGroups} items.`
    : undefined
}
