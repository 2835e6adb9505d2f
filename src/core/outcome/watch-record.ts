import type { Task } from '../ecs/task.js'
import type { ServicePlan } from '../plan/plan.js'
import type { Alarm } from '../resources/alarm.js'
import type { TargetHealthSnapshot } from '../resources/target-health.js'
import type { JsonObject } from '../text/json.js'
import type { CapacityPoll } from '../watch/slices/capacity.js'
import type { TimelineEntry } from '../watch/timeline-event.js'
import type { Snapshot, Tracked } from '../watch/tracked-deployment.js'
import type { Wait } from '../watch/waits/wait.js'
import type { WatchResult } from '../watch/watch-result.js'

export interface WatchRecord {
  readonly plan: ServicePlan
  /** of the deployed revision */
  readonly definition: JsonObject
  /** to redact */
  readonly secrets: readonly string[]
  readonly tracked: Tracked
  /** last answered poll */
  readonly last: Snapshot
  readonly result: WatchResult
  readonly endedAt: number
  readonly tasks: TaskRecords
  readonly targets: readonly TargetHealthSnapshot[]
  readonly capacity: readonly CapacityPoll[]
  /** by name */
  readonly alarms: ReadonlyMap<string, Alarm>
  readonly timeline: readonly TimelineEntry[]
  readonly serviceDeploymentArn: string | undefined
  /** why a success was not verified */
  readonly unconfirmedReason: string | undefined
  /** by this run */
  readonly stoppedBecause: string | undefined
  /** begun; `target`: id of its deployment, if seen */
  readonly rollback: { readonly target: string | undefined; readonly failed: readonly Task[] } | undefined
  /** if it was not decided */
  readonly wait: Wait | undefined
}

export interface TaskRecords {
  /** as last read; includes `stopped` */
  readonly all: readonly Task[]
  readonly stopped: readonly Task[]
  /** when first read as HEALTHY, by ARN */
  readonly healthy: ReadonlyMap<string, number>
  /** of the whole service, meant to run, read at the end */
  readonly running: readonly Task[] | undefined
  /** ARNs of tasks of other deployments */
  readonly others: ReadonlySet<string>
  /** the role may not read tasks */
  readonly denied: boolean
}
