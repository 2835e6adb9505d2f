import type { Task } from '../ecs/task.js'
import type { ServicePlan } from '../plan/plan.js'
import type { Alarm } from '../resources/alarm.js'
import type { TargetHealthSnapshot } from '../resources/target-health.js'
import type { TimelineEntry } from '../watch/timeline-event.js'
import type { Snapshot, Tracked } from '../watch/tracked-deployment.js'
import type { WatchResult } from '../watch/watch-result.js'

export interface WatchRecord {
  readonly plan: ServicePlan
  /** to redact */
  readonly secrets: readonly string[]
  readonly tracked: Tracked
  /** last answered poll */
  readonly last: Snapshot
  readonly result: WatchResult
  readonly endedAt: number
  readonly tasks: TaskRecords
  readonly targets: readonly TargetHealthSnapshot[]
  /** by name */
  readonly alarms: ReadonlyMap<string, Alarm>
  readonly timeline: readonly TimelineEntry[]
  readonly serviceDeploymentArn: string | undefined
  /** why a success was not verified */
  readonly unverifiedReason: string | undefined
  /** by this run */
  readonly stoppedBecause: string | undefined
  readonly rollingBack: boolean
}

export interface TaskRecords {
  /** as last read; includes `stopped` */
  readonly all: readonly Task[]
  readonly stopped: readonly Task[]
  /** when first read as HEALTHY, by ARN */
  readonly healthy: ReadonlyMap<string, number>
  /** ARNs of tasks of other deployments */
  readonly others: ReadonlySet<string>
  /** the role may not read tasks */
  readonly denied: boolean
}
