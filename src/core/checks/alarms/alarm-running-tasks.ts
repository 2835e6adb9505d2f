import { resourceName } from '../../ecs/arn.js'
import type { ServiceState } from '../../ecs/service.js'
import type { Metric } from '../../resources/alarm.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { unwatched, watchedMetrics } from './deployment-alarms.js'

export const alarmRunningTasks = defineCheck({ id: 'alarm-running-tasks', run })

function run(context: CheckContext): Findings {
  const { observed } = context
  const metrics = watchedMetrics(context)
  if (!metrics || !observed) return undefined
  if (metrics.some(metric => countsTasks(metric, observed.service))) return []
  return [unwatched(context, 'the running tasks of the service (RunningTaskCount)')]
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html */
function countsTasks({ namespace, name, dimensions }: Metric, service: ServiceState): boolean {
  return (
    namespace === 'ECS/ContainerInsights' &&
    name === 'RunningTaskCount' &&
    dimensions.get('ServiceName') === service.name &&
    dimensions.get('ClusterName') === resourceName(service.clusterArn)
  )
}
