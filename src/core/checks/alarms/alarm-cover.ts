/**
 * What the alarms that guard a deployment do not watch. Only those are known: that others may watch it and tell
 * somebody is not denied.
 */
import { resourceName } from '../../ecs/arn.js'
import type { Service } from '../../ecs/service.js'
import type { Alarm, Metric } from '../../resources/alarm.js'
import type { Lookup } from '../../resources/lookup.js'
import type { TargetGroup } from '../../resources/target-group.js'
import type { Check, CheckId } from '../check.js'
import { passed } from '../check.js'

/** Where the metrics of one alarm are not told, nothing is said. */
export function checkAlarmCover(
  service: Service,
  targetGroups: Lookup<readonly TargetGroup[]>,
  alarms: readonly Alarm[],
): Check[] {
  if (alarms.some(({ watches }) => !watches)) return []
  const metrics = alarms.flatMap(({ watches = [] }) => watches)
  const groups = targetGroups.kind === 'found' ? targetGroups.value : undefined
  return [
    ...(service.loadBalancers.length > 0
      ? [
          answer('alarm-unhealthy-hosts', 'the unhealthy targets of the service (UnHealthyHostCount)', () =>
            metrics.some(metric => countsTargets(metric, groups)),
          ),
        ]
      : []),
    answer('alarm-running-tasks', 'the running tasks of the service (RunningTaskCount)', () =>
      metrics.some(metric => countsTasks(metric, service)),
    ),
  ]
}

function answer(id: CheckId, what: string, isWatched: () => boolean): Check {
  if (isWatched()) return passed(id)
  return {
    id,
    result: 'notice',
    text: `no alarm that guards this deployment watches ${what}`,
    next: '',
  }
}

/**
 * Its healthy ones say as much as its unhealthy ones.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
function countsTargets({ namespace, name, dimensions }: Metric, groups: readonly TargetGroup[] | undefined) {
  if (!/^AWS\/(Application|Network)ELB$/.test(namespace) || !/^(Un)?HealthyHostCount$/.test(name))
    return false
  const group = dimensions.get('TargetGroup') ?? ''
  return groups === undefined || groups.some(({ arn }) => arn.endsWith(`:${group}`))
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html */
function countsTasks({ namespace, name, dimensions }: Metric, service: Service): boolean {
  return (
    namespace === 'ECS/ContainerInsights' &&
    name === 'RunningTaskCount' &&
    dimensions.get('ServiceName') === service.name &&
    dimensions.get('ClusterName') === resourceName(service.clusterArn)
  )
}
