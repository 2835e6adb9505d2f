/**
 * The alarms that can fail this deployment.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
import { isExpress } from '../../ecs/service.js'
import type { Alarm, Metric } from '../../resources/alarm.js'
import type { Lookup } from '../../resources/lookup.js'
import { skipped } from '../../resources/lookup.js'
import type { CheckFinding } from '../check.js'
import type { CheckContext } from '../check-context.js'

export interface DeploymentAlarms {
  readonly names: readonly string[]
  readonly details: Lookup<ReadonlyMap<string, Alarm>>
}

export function deploymentAlarms({ observed, resources }: CheckContext): DeploymentAlarms {
  const names = observed?.settings.after.alarms ?? []
  return { names, details: names.length > 0 ? resources.alarms : skipped }
}

export function missingAlarms(names: readonly string[], alarms: ReadonlyMap<string, Alarm>): string[] {
  return names.filter(name => !alarms.has(name))
}

/** Undefined: not known, or those of an Express service, which only ECS sets. */
export function watchedMetrics(context: CheckContext): readonly Metric[] | undefined {
  if (context.observed && isExpress(context.observed.service)) return undefined
  const { names, details } = deploymentAlarms(context)
  if (details.kind !== 'found' || missingAlarms(names, details.value).length > 0) return undefined
  const watched = [...details.value.values()].map(({ watches }) => watches)
  return watched.some(metrics => !metrics) ? undefined : watched.flatMap(metrics => metrics ?? [])
}

export function alarmsPage({ pages }: CheckContext): string {
  return pages ? `${pages}/docs/alarms.md` : 'docs/alarms.md of this action'
}

/** Other alarms may watch it, but do not fail the deployment. */
export function unwatched(context: CheckContext, metric: string): CheckFinding {
  return {
    result: 'notice',
    text: `no alarm of this deployment watches ${metric}`,
    next: '',
    docsUrl: alarmsPage(context),
    isRecommendation: true,
  }
}
