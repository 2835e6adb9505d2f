/** What one deployment left behind, however it ended. */
import type { Cause } from '../diagnosis/explain-failures.js'
import type { FailureGroup } from '../diagnosis/failure-group.js'
import type { LogTail } from '../diagnosis/log-tail.js'
import type { TaskSpan } from '../diagnosis/task-span.js'
import type { PlacementFailures } from '../ecs/event-text.js'
import type { ServicePlan } from '../plan/plan.js'
import type { Alarm } from '../resources/alarm.js'
import type { TargetHealthSnapshot } from '../resources/target-health.js'
import type { TimelineEntry } from '../watch/timeline-event.js'
import type { Tracked } from '../watch/tracked-deployment.js'
import type { ServingTasks } from './serving-tasks.js'

export interface Rollout {
  readonly plan: ServicePlan
  readonly tracked: Tracked
  readonly serviceDeploymentArn: string | undefined
  /** the revision whose tasks serve at the end; undefined: no task runs, or nobody knows */
  readonly serving: string | undefined
  readonly desiredCount: number
  /** each task of the deployment as the last poll showed it */
  readonly tasks: readonly TaskSpan[]
  readonly failures: readonly FailureGroup[]
  /** one for each of the failures, in the same order */
  readonly causes: readonly Cause[]
  /** the role may not read tasks, so that nobody knows whether and why they failed */
  readonly tasksDenied:
    | {
        /** ids of a few tasks that events name and that may be of this deployment */
        readonly named: readonly string[]
      }
    | undefined
  readonly logs: readonly LogTail[]
  /** the failed tasks that were read, or more if ECS counts more */
  readonly failedTasks: number
  readonly timeline: readonly TimelineEntry[]
  /** alarms that were triggered */
  readonly alarms: readonly string[]
  /** by name: what CloudWatch says about those alarms */
  readonly alarmDetails: ReadonlyMap<string, Alarm> | undefined
  readonly targets: readonly TargetHealthSnapshot[] | undefined
  readonly unplaced: PlacementFailures | undefined
  readonly servingTasks: ServingTasks | undefined
  /** the last poll showed no task of the revision that served before */
  readonly previousGone: true | undefined
  /** the task counts of the last poll, if it did not decide: `web:8 1 running of 2 · web:7 2 running` */
  readonly lastPoll: { readonly at: number; readonly text: string } | undefined
  /** the hook that waits for somebody; `pause`: the id that ContinueServiceDeployment takes */
  readonly pendingHook: { readonly text: string; readonly pause: string | undefined } | undefined
  /** why the success that ECS reports was not verified */
  readonly unverifiedReason: string | undefined
  /** ECS was rolling it back in the last poll */
  readonly rollingBack: true | undefined
  /** a hook that failed or timed out */
  readonly failedHook: string | undefined
  /** the desired count was raised from 0 for the rollout and is 0 again */
  readonly scaledToZero: true | undefined
  /** why this run stopped it */
  readonly stoppedBecause: string | undefined
  readonly endedAt: number
}

export function unwatchedRollout(plan: ServicePlan, tracked: Tracked): Rollout {
  return {
    plan,
    tracked,
    desiredCount: plan.observed.service.desiredCount,
    tasks: [],
    failures: [],
    causes: [],
    logs: [],
    failedTasks: 0,
    timeline: [],
    alarms: [],
    endedAt: tracked.startedAt,
    serviceDeploymentArn: undefined,
    serving: undefined,
    tasksDenied: undefined,
    alarmDetails: undefined,
    targets: undefined,
    unplaced: undefined,
    servingTasks: undefined,
    previousGone: undefined,
    lastPoll: undefined,
    pendingHook: undefined,
    unverifiedReason: undefined,
    rollingBack: undefined,
    failedHook: undefined,
    scaledToZero: undefined,
    stoppedBecause: undefined,
  }
}

/** The service was scaled up only for the rollout and is scaled to zero again: nothing serves. */
export function scaledToZero(rollout: Rollout): Rollout {
  return { ...rollout, serving: undefined, servingTasks: undefined, scaledToZero: true }
}
