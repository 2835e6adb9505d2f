/** Everything that the watch of a deployment recorded. */

import type { Task } from '../ecs/task.js'
import type { ServicePlan } from '../plan/plan.js'
import type { Alarm } from '../resources/alarm.js'
import type { TargetHealthSnapshot } from '../resources/target-health.js'
import type { TimelineEntry } from '../watch/timeline-event.js'
import type { Snapshot, Tracked } from '../watch/tracked-deployment.js'
import type { WatchResult } from '../watch/watch-result.js'

export interface WatchRecord {
  readonly plan: ServicePlan
  /** values to take out of every text */
  readonly secrets: readonly string[]
  readonly tracked: Tracked
  /** the last poll that was answered */
  readonly last: Snapshot
  readonly result: WatchResult
  readonly endedAt: number
  readonly tasks: TaskRecords
  readonly targets: readonly TargetHealthSnapshot[]
  /** by name: what CloudWatch says about them */
  readonly alarms: ReadonlyMap<string, Alarm>
  readonly timeline: readonly TimelineEntry[]
  readonly serviceDeploymentArn: string | undefined
  /** why a success was last not verified */
  readonly unverifiedReason: string | undefined
  /** why this run stopped it */
  readonly stoppedBecause: string | undefined
  readonly rollingBack: boolean
}

export interface TaskRecords {
  /** each task of the deployment as it was last read, and those of them that stopped */
  readonly all: readonly Task[]
  readonly stopped: readonly Task[]
  /** by ARN: when the container health checks were first read as passing */
  readonly healthy: ReadonlyMap<string, number>
  /** ARNs of tasks of other deployments */
  readonly others: ReadonlySet<string>
  /** the role may not read tasks */
  readonly denied: boolean
}
