import type { TargetGroup } from '../../resources/target-group.js'
import type { CheckContext } from '../check-context.js'

export function serviceTargetGroups({
  observed,
  resources,
}: CheckContext): readonly TargetGroup[] | undefined {
  const hasGroups = (observed?.service.loadBalancers ?? []).some(balancer => balancer.targetGroups.length > 0)
  const { targetGroups } = resources
  return hasGroups && targetGroups.kind === 'found' ? targetGroups.value : undefined
}
