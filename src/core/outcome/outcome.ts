/**
 * The one value that a run ends with. Everything that people and machines see of it (the exit code, the log, the
 * summary, annotations, outputs) is a projection of it, made in report/.
 */

import type { Check } from '../checks/check.js'
import type { Cause } from '../diagnosis/explain-failures.js'
import type { FailureGroup } from '../diagnosis/failure-group.js'
import type { LogTail } from '../diagnosis/log-tail.js'
import type { TaskSpan } from '../diagnosis/task-span.js'
import type { PlacementFailures } from '../ecs/event-text.js'
import type { Target } from '../ecs/service.js'
import type { Notice } from '../errors/notice.js'
import type { Problem } from '../errors/problem.js'
import type { DeployPlan, ExecutablePlan, RegisterPlan } from '../plan/plan.js'
import type { Alarm } from '../resources/alarm.js'
import type { TargetHealthSnapshot } from '../resources/target-health.js'
import { truncateList } from '../text/truncate-list.js'
import type { TimelineEntry } from '../watch/timeline-event.js'
import type { Tracked } from '../watch/tracked-deployment.js'
import type { WatchResult } from '../watch/watch-result.js'
import { type OutcomeName, outcomes } from './outcomes.js'
import type { ServingTasks } from './serving-tasks.js'

/** A revision as it was registered. */
export interface Registered {
  readonly arn: string
  readonly revision: string
}

/** What a deployment left behind, however it ended. */
export interface Rollout {
  readonly plan: DeployPlan
  readonly registered: Registered
  readonly tracked: Tracked
  readonly serviceDeploymentArn: string | undefined
  /** the revision whose tasks answer at the end, as far as was seen; absent where no task runs */
  readonly serving: string | undefined
  readonly desiredCount: number
  /** tasks of the deployment that were seen, each as it was seen last */
  readonly tasks: readonly TaskSpan[]
  readonly failures: readonly FailureGroup[]
  /** what each of the failures comes from, in the same order */
  readonly causes: readonly Cause[]
  /** the role may not look at tasks: whether any failed, and why, is not known */
  readonly tasksDenied:
    | {
        /** ids of some that events name, as far as they can be of this deployment */
        readonly named: readonly string[]
      }
    | undefined
  /** ends of the logs of failed tasks */
  readonly logs: readonly LogTail[]
  /** how many tasks of the deployment failed: those that were seen to, or more where ECS counts more */
  readonly failedTasks: number
  readonly timeline: readonly TimelineEntry[]
  /** alarms that went off */
  readonly alarms: readonly string[]
  /** by name: what CloudWatch said of those, as far as it did */
  readonly alarmDetails: ReadonlyMap<string, Alarm> | undefined
  /** what the load balancer said of the targets, when it was asked */
  readonly targets: readonly TargetHealthSnapshot[] | undefined
  readonly unplaced: PlacementFailures | undefined
  /** the tasks of the revision that serves, as they were seen last */
  readonly servingTasks: ServingTasks | undefined
  /** no task of the revision that served before was left at the last look */
  readonly previousGone: true | undefined
  /** the tasks that the last look showed, where it was not the end: `web:8 1 running of 2 · web:7 2 running` */
  readonly lastPoll: { readonly at: number; readonly text: string } | undefined
  /** the hook that somebody has to act on; `pause`: its id, where ContinueServiceDeployment takes it */
  readonly pendingHook: { readonly text: string; readonly pause: string | undefined } | undefined
  /** ECS calls it completed; why that was not believed */
  readonly unverifiedReason: string | undefined
  /** ECS was rolling it back when it was last seen */
  readonly rollingBack: true | undefined
  /** a hook that failed or timed out */
  readonly failedHook: string | undefined
  /** the desired count was raised from 0 for the rollout and is 0 again */
  readonly scaledToZero: true | undefined
  /** why we stopped it ourselves */
  readonly stoppedBecause: string | undefined
  readonly endedAt: number
}

export type Outcome = { readonly notices: readonly Notice[] } & (
  | {
      readonly kind: 'refused'
      readonly target: Target | undefined
      readonly problems: readonly Problem[]
      readonly checks: readonly Check[]
      /** what would have been done; absent where not even that can be said */
      readonly plan: ExecutablePlan | undefined
      /** a revision that was registered before ECS refused to deploy it */
      readonly registered: Registered | undefined
    }
  | { readonly kind: 'planned'; readonly plan: ExecutablePlan }
  /** a dry-run that could read nothing: no AWS credentials and no file */
  | { readonly kind: 'nothing-seen'; readonly target: Target | undefined }
  /** the service runs already what would be registered; `serving` is absent where it sleeps */
  | { readonly kind: 'no-change'; readonly plan: DeployPlan; readonly serving: string | undefined }
  | { readonly kind: 'registered'; readonly plan: RegisterPlan; readonly registered: Registered }
  | { readonly kind: 'started'; readonly rollout: Rollout }
  /** the workflow was cancelled before anything was deployed */
  | {
      readonly kind: 'not-begun'
      readonly target: Target | undefined
      readonly registered: Registered | undefined
    }
  | {
      readonly kind: 'lost'
      readonly plan: DeployPlan
      readonly registered: Registered
      readonly reason: string
    }
  | {
      readonly kind: 'ended'
      readonly result: WatchResult
      readonly rollout: Rollout
    }
)

export function nameOf(outcome: Outcome): OutcomeName {
  if (outcome.kind === 'ended') return outcome.result.kind
  if (outcome.kind === 'not-begun') return 'cancelled'
  if (outcome.kind === 'nothing-seen') return 'planned'
  return outcome.kind === 'lost' ? 'unknown' : outcome.kind
}

/** Whether the step passes. */
export function isGreen(outcome: Outcome): boolean {
  return outcomes[nameOf(outcome)].green
}

/** What was to be done, as far as it was known. */
export function planOf(outcome: Outcome): ExecutablePlan | undefined {
  switch (outcome.kind) {
    case 'not-begun':
    case 'nothing-seen':
      return undefined
    case 'started':
    case 'ended':
      return outcome.rollout.plan
    default:
      return outcome.plan
  }
}

/** What was checked before anything was changed. */
export function checksOf(outcome: Outcome): readonly Check[] {
  switch (outcome.kind) {
    case 'refused':
      return outcome.checks
    case 'not-begun':
    case 'nothing-seen':
      return []
    case 'started':
    case 'ended':
      return outcome.rollout.plan.checks
    default:
      return outcome.plan.checks
  }
}

/** Green, but to be looked at: nothing was verified, or tasks failed on the way. */
export function isDoubtful(outcome: Outcome): boolean {
  const name = nameOf(outcome)
  const troubled = outcome.kind === 'ended' && outcome.rollout.failedTasks > 0
  return outcomes[name].unverified || (name === 'succeeded' && troubled)
}

/** A file or an input that is something else altogether has a problem on each line. */
const mostProblems = 50

function moreProblems(count: number): Problem {
  return { subject: 'and', text: `${count} more problems: mend those above first` }
}

/** A refusal; what is not given is left out. */
export function refuse(optional: {
  readonly target: Target | undefined
  readonly problems: readonly Problem[]
  readonly checks?: readonly Check[] | undefined
  readonly plan?: ExecutablePlan | undefined
  readonly registered?: Registered | undefined
  readonly notices?: readonly Notice[] | undefined
}): Outcome {
  const { target, problems, checks = [], plan, registered, notices = [] } = optional
  return {
    kind: 'refused',
    problems: truncateList(problems, mostProblems, moreProblems),
    checks,
    notices,
    target,
    plan,
    registered,
  }
}

/** A rollout of which nothing was watched. */
export function unwatchedRollout(plan: DeployPlan, registered: Registered, tracked: Tracked): Rollout {
  return {
    plan,
    registered,
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
