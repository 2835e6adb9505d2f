import type { Metric } from '../../resources/alarm.js'
import type { TargetGroup } from '../../resources/target-group.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { unwatched, watchedMetrics } from './deployment-alarms.js'

export const alarmUnhealthyHosts = defineCheck({ id: 'alarm-unhealthy-hosts', run })

function run(context: CheckContext): Findings {
  const { observed, resources } = context
  const metrics = watchedMetrics(context)
  if (!metrics || !observed || observed.service.loadBalancers.length === 0) return undefined
  const groups = resources.targetGroups.kind === 'found' ? resources.targetGroups.value : undefined
  if (metrics.some(metric => countsTargets(metric, groups))) return []
  return [unwatched(context, 'the unhealthy targets of the service (UnHealthyHostCount)')]
}

/**
 * The healthy targets say as much as the unhealthy ones.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
function countsTargets({ namespace, name, dimensions }: Metric, groups: readonly TargetGroup[] | undefined) {
  if (!/^AWS\/(Application|Network)ELB$/.test(namespace) || !/^(Un)?HealthyHostCount$/.test(name))
    return false
  const group = dimensions.get('TargetGroup') ?? ''
  return groups === undefined || groups.some(({ arn }) => arn.endsWith(`:${group}`))
}
