/**
 * Whether a task that takes as long to start as its container may is left alone that long. A target that never answered
 * is unhealthy after `unhealthyThreshold` checks; ECS stops its task then, but not before the grace period of the
 * service is over. By that time a target that was unhealthy has to have passed `healthyThreshold` checks.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
import type { TargetGroup } from '../../resources/target-group.js'
import type { PortedContainer } from '../../task-definition/ports.js'
import { isObject } from '../../text/json.js'
import type { Check } from '../check.js'
import { passed } from '../check.js'
import type { CheckContext } from '../check-context.js'
import type { Balanced } from '../ports/balanced-containers.js'
import { balancedContainers } from '../ports/balanced-containers.js'

export function checkGracePeriod(context: CheckContext): Check[] {
  const grace = context.observed?.service.gracePeriod ?? 0
  const slow = balancedContainers(context).filter(
    ({ container, groups }) => startPeriod(container) > 0 && groups.length > 0,
  )
  if (slow.length === 0) return []
  const impatient = slow.flatMap(one => {
    const group = mostImpatient(one, grace)
    return group && !isProven(one) ? [tell(context, one, { group, grace })] : []
  })
  return impatient.length > 0 ? impatient : [passed('grace-period')]
}

/** The target group that asks for the longest grace period, where the one that the service has is too short for it. */
function mostImpatient({ container, groups }: Balanced, grace: number): TargetGroup | undefined {
  const needed = startPeriod(container)
  return groups
    .filter(group => patience(group) < needed && grace < smallestGrace(needed, group))
    .sort((a, b) => smallestGrace(needed, b) - smallestGrace(needed, a))[0]
}

function tell(
  { positionOf }: CheckContext,
  { container }: Balanced,
  { group, grace }: { readonly group: TargetGroup; readonly grace: number },
): Check {
  const needed = startPeriod(container)
  const { interval, unhealthyThreshold, healthyThreshold } = group.healthCheck
  const smallest = smallestGrace(needed, group)
  return {
    id: 'grace-period',
    result: 'warning',
    text: `container ${container.name} may take ${needed} s to start (startPeriod); target group ${group.name} gives a task up after ${patience(group)} s (${unhealthyThreshold} × ${interval} s), and the grace period of the service, ${grace} s, does not last until it is healthy again (${needed} s + ${healthyThreshold} × ${interval} s)`,
    next: `Set healthCheckGracePeriodSeconds of the service to at least ${smallest}.`,
    position: positionOf([...container.path, 'healthCheck', 'startPeriod']),
  }
}

function patience({ healthCheck: { interval, unhealthyThreshold } }: TargetGroup): number {
  return unhealthyThreshold * interval
}

function smallestGrace(needed: number, { healthCheck }: TargetGroup): number {
  return needed + healthCheck.healthyThreshold * healthCheck.interval
}

/** A revision that serves says that it may take as long, and came up. */
function isProven({ container, live }: Balanced): boolean {
  return live?.proven === true && startPeriod(live.container) >= startPeriod(container)
}

function startPeriod({ value: { healthCheck } }: PortedContainer): number {
  const period = isObject(healthCheck) ? healthCheck.startPeriod : undefined
  return typeof period === 'number' ? period : 0
}
