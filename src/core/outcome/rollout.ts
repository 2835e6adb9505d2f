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
import type { Wait } from '../watch/waits/wait.js'
import type { WaitingHook } from '../watch/watch-result.js'
import type { Impact } from './impact.js'
import type { Rollback } from './rollback.js'
import type { TakeBack, VerificationRollback } from './rollback-attempt.js'
import { nothingServes, type Serving, unknownServing } from './serving.js'
import type { VerificationResult } from './verification-result.js'

export interface Rollout {
  readonly plan: ServicePlan
  readonly tracked: Tracked
  readonly serviceDeploymentArn: string | undefined
  readonly serving: Serving
  readonly desiredCount: number
  /** as last read */
  readonly tasks: readonly TaskSpan[]
  readonly failures: readonly FailureGroup[]
  /** in the order of `failures` */
  readonly causes: readonly Cause[]
  /** the role may not read tasks */
  readonly tasksDenied:
    | {
        /** ids of a few tasks that events name, perhaps of this deployment */
        readonly named: readonly string[]
      }
    | undefined
  readonly logs: readonly LogTail[]
  /** of a success: when all its tasks were healthy, at the latest */
  readonly healthyBy: number | undefined
  /** at least as many as ECS counts */
  readonly failedTasks: number
  readonly timeline: readonly TimelineEntry[]
  /** names of triggered alarms */
  readonly alarms: readonly string[]
  /** by name */
  readonly alarmDetails: ReadonlyMap<string, Alarm> | undefined
  readonly targets: readonly TargetHealthSnapshot[] | undefined
  readonly unplaced: PlacementFailures | undefined
  /** if the deployment was not decided */
  readonly wait: Wait | undefined
  /** on users */
  readonly impact: Impact
  /** no task of the previous revision runs */
  readonly previousGone: true | undefined
  /** if it did not decide: `web:8 1 running of 2 · web:7 2 running` */
  readonly lastPoll: { readonly at: number; readonly text: string } | undefined
  /** `pause`: the hook for ContinueServiceDeployment */
  readonly pendingHook: { readonly text: string; readonly pause: WaitingHook | undefined } | undefined
  /** why a success was not verified */
  readonly unconfirmedReason: string | undefined
  /** after a rollout that had succeeded */
  readonly verification: VerificationResult | undefined
  /** if it failed */
  readonly verificationRollback: VerificationRollback | undefined
  /** because another service failed */
  readonly takeBack: TakeBack | undefined
  /** the deployment of this run by which the former revision serves again */
  readonly broughtBackBy: Pick<Rollout, 'serviceDeploymentArn' | 'tracked'> | undefined
  /** begun, and not known to have ended */
  readonly rollback: Rollback | undefined
  /** failed or timed out */
  readonly failedHook: string | undefined
  /** raised from 0 for the rollout, and 0 again */
  readonly scaledToZero: true | undefined
  /** by this run */
  readonly stoppedBecause: string | undefined
  readonly endedAt: number
  /** from when on only the tasks of its rollback were read */
  readonly tasksUnreadSince: number | undefined
}

export function unwatchedRollout(plan: ServicePlan, tracked: Tracked): Rollout {
  return {
    plan,
    tracked,
    desiredCount: plan.settings.after.rolloutCount,
    tasks: [],
    failures: [],
    causes: [],
    logs: [],
    failedTasks: 0,
    timeline: [],
    alarms: [],
    impact: { kind: 'unknown', reason: 'not-watched' },
    endedAt: tracked.startedAt,
    tasksUnreadSince: undefined,
    serviceDeploymentArn: undefined,
    serving: unknownServing,
    healthyBy: undefined,
    tasksDenied: undefined,
    alarmDetails: undefined,
    targets: undefined,
    unplaced: undefined,
    wait: undefined,
    previousGone: undefined,
    lastPoll: undefined,
    pendingHook: undefined,
    unconfirmedReason: undefined,
    verification: undefined,
    verificationRollback: undefined,
    takeBack: undefined,
    broughtBackBy: undefined,
    rollback: undefined,
    failedHook: undefined,
    scaledToZero: undefined,
    stoppedBecause: undefined,
  }
}

/** Nothing serves any more. */
export function scaledToZero(rollout: Rollout): Rollout {
  return { ...rollout, serving: nothingServes, scaledToZero: true }
}
