/** When the tasks of a success were healthy: at the latest, since AWS gives no such time. */
import type { TaskSpan } from '../diagnosis/task-span.js'
import { checksHealth } from '../task-definition/containers.js'
import { healthyBy } from '../watch/healthy-by.js'
import type { WatchRecord } from './watch-record.js'

/**
 * The bake time begins when all tasks of the new revision are healthy.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
const healthyStages: readonly string[] = ['bake time', 'clean up']

/** Times at which all tasks that ran then were healthy. */
export function momentsOfHealth({ definition, last, result, timeline, tracked }: WatchRecord): number[] {
  if (result.kind !== 'succeeded' || last.service === 'missing') return []
  const { completedAt } = result
  const checksContainers = checksHealth(definition)
  if (last.service.loadBalancers.length === 0 && !checksContainers) return []
  const baking = timeline.find(({ event }) => event?.kind === 'stage' && healthyStages.includes(event.stage))
  const by = healthyBy(tracked, last.service, { checksContainers, completedAt })
  const times = [by, completedAt, baking?.at]
  return times.filter(at => at !== undefined)
}

/** When the last of the tasks that are up was healthy; undefined: not known of each */
export function lastHealthyAt(spans: readonly TaskSpan[], moments: readonly number[]): number | undefined {
  if (moments.length === 0) return undefined
  // The tasks could not be read.
  if (spans.length === 0) return Math.min(...moments)
  const up = spans.filter(({ endedAt }) => endedAt === undefined)
  const times = up.map(({ healthyAt }) => healthyAt ?? Number.POSITIVE_INFINITY)
  const last = Math.max(...times)
  return Number.isFinite(last) ? last : undefined
}
