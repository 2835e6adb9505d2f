/**
 * A target that never answered is unhealthy after `unhealthyThreshold` checks; ECS stops its task, but only after the
 * grace period. Until then, an unhealthy target can recover with `healthyThreshold` checks.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
import type { TargetGroup } from '../../resources/target-group.js'
import type { PortedContainer } from '../../task-definition/ports.js'
import { isObject } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import type { Balanced } from '../ports/balanced-containers.js'
import { balancedContainers } from '../ports/balanced-containers.js'

export const gracePeriod = defineCheck({ id: 'grace-period', run })

function run(context: CheckContext): Findings {
  const grace = context.observed?.settings.after.healthCheckGracePeriodSeconds ?? 0
  const slow = balancedContainers(context).filter(
    ({ container, groups }) => startPeriod(container) > 0 && groups.length > 0,
  )
  if (slow.length === 0) return undefined
  return slow.flatMap(balanced => {
    const group = mostDemanding(balanced, grace)
    return group && !isProven(balanced) ? [tooShort(context, balanced, { group, grace })] : []
  })
}

function mostDemanding({ container, groups }: Balanced, grace: number): TargetGroup | undefined {
  const needed = startPeriod(container)
  return groups
    .filter(group => unhealthyAfter(group) < needed && grace < smallestGrace(needed, group))
    .sort((a, b) => smallestGrace(needed, b) - smallestGrace(needed, a))[0]
}

function tooShort(
  { positionOf }: CheckContext,
  { container }: Balanced,
  { group, grace }: { readonly group: TargetGroup; readonly grace: number },
): CheckFinding {
  const needed = startPeriod(container)
  const { interval, unhealthyThreshold, healthyThreshold } = group.healthCheck
  const smallest = smallestGrace(needed, group)
  return {
    result: 'warning',
    text: `container ${container.name} may take ${needed} s to start (startPeriod); target group ${group.name} marks a task unhealthy after ${unhealthyAfter(group)} s (${unhealthyThreshold} × ${interval} s), and the grace period of the service, ${grace} s, ends before it can be healthy again (${needed} s + ${healthyThreshold} × ${interval} s)`,
    next: `Set healthCheckGracePeriodSeconds of the service to at least ${smallest}.`,
    position: positionOf([...container.path, 'healthCheck', 'startPeriod']),
  }
}

function unhealthyAfter({ healthCheck: { interval, unhealthyThreshold } }: TargetGroup): number {
  return unhealthyThreshold * interval
}

function smallestGrace(needed: number, { healthCheck }: TargetGroup): number {
  return needed + healthCheck.healthyThreshold * healthCheck.interval
}

/** The serving revision may take as long, and started. */
function isProven({ container, live }: Balanced): boolean {
  return live?.proven === true && startPeriod(live.container) >= startPeriod(container)
}

function startPeriod({ value: { healthCheck } }: PortedContainer): number {
  const period = isObject(healthCheck) ? healthCheck.startPeriod : undefined
  return typeof period === 'number' ? period : 0
}
