/** Everything that was seen of a deployment while it was watched, of which its rollout is made. */

import type { Task } from '../ecs/task.js'
import type { DeployPlan } from '../plan/plan.js'
import type { Alarm } from '../resources/alarm.js'
import type { TargetHealthSnapshot } from '../resources/target-health.js'
import type { TimelineEntry } from '../watch/timeline-event.js'
import type { Snapshot, Tracked } from '../watch/tracked-deployment.js'
import type { WatchResult } from '../watch/watch-result.js'
import type { Registered } from './outcome.js'

export interface WatchRecord {
  readonly plan: DeployPlan
  readonly registered: Registered
  readonly tracked: Tracked
  /** the last look that was answered */
  readonly last: Snapshot
  readonly result: WatchResult
  readonly endedAt: number
  readonly tasks: TaskRecords
  readonly targets: readonly TargetHealthSnapshot[]
  /** by name: what CloudWatch said of them */
  readonly alarms: ReadonlyMap<string, Alarm>
  readonly timeline: readonly TimelineEntry[]
  readonly serviceDeploymentArn: string | undefined
  /** why a success was last held back */
  readonly unverifiedReason: string | undefined
  /** why we stopped it ourselves */
  readonly stoppedBecause: string | undefined
  readonly rollingBack: boolean
}

export interface TaskRecords {
  /** every task of the deployment, as it was seen last, and those of them that were seen to stop */
  readonly all: readonly Task[]
  readonly stopped: readonly Task[]
  /** when the health checks of its containers were first seen to pass, by ARN */
  readonly healthy: ReadonlyMap<string, number>
  /** ARNs of tasks of other deployments */
  readonly others: ReadonlySet<string>
  /** the role may not look at them */
  readonly denied: boolean
}
