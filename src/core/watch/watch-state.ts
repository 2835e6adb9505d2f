/** Everything that is known while one deployment is watched. */
import type { WatchOptions } from '../options/watch-options.js'
import { failureCounts } from './counted-failures.js'
import { type EvaluationState, initialEvaluation, type Verdict } from './evaluate.js'
import { type AlarmRecords, noAlarms } from './slices/alarm-records.js'
import { type FailFast, noFailFast } from './slices/fail-fast.js'
import { noErrors, type PollErrors } from './slices/poll-errors.js'
import { noPolls, type Polls } from './slices/polls.js'
import { initialLog, type ProgressLog } from './slices/progress-log.js'
import { initialTargetHealth, type TargetHealthRecords } from './slices/target-health-records.js'
import { noTasks, type TaskRecords } from './slices/task-records.js'
import { type SuccessVerification, unverified } from './slices/verification.js'
import type { Snapshot, Tracked } from './tracked-deployment.js'
import type { WatchResult } from './watch-result.js'

/** What does not change while a deployment is watched. */
export interface WatchSubject {
  readonly tracked: Tracked
  readonly options: WatchOptions
  readonly deadline: number
  /** ids of the service events from before the deployment */
  readonly eventsBefore: readonly string[]
  /** ARNs of the target groups that the service registers its tasks in */
  readonly targetGroups: readonly string[]
  /** values to take out of every text */
  readonly secrets: readonly string[]
}

export interface WatchState {
  readonly subject: WatchSubject
  readonly stage: WatchStage
  readonly last: Snapshot
  /** the verdict of the poll that is being worked through */
  readonly verdict: Verdict
  readonly evaluation: EvaluationState
  readonly polls: Polls
  readonly errors: PollErrors
  readonly tasks: TaskRecords
  readonly verification: SuccessVerification
  readonly failFast: FailFast
  readonly targets: TargetHealthRecords
  readonly alarms: AlarmRecords
  readonly log: ProgressLog
  readonly end: { readonly result: WatchResult; readonly at: number } | undefined
}

/** In the order in which a poll is worked through; the last ones follow the end. */
export type WatchStage =
  | 'polling'
  | 'verifying-success'
  | 'reading-stopped-tasks'
  | 'reporting'
  | 'failing-fast'
  | 'reading-target-health'
  | 'reading-alarms'
  | 'checking-deadline'
  | 'closing-alarms'
  | 'closing-stopped-tasks'
  | 'closing-running-tasks'
  | 'closing-target-health'
  | 'finished'

export function initialWatch(subject: WatchSubject, first: Snapshot): WatchState {
  return {
    subject,
    stage: 'polling',
    last: first,
    verdict: { kind: 'watching', stage: 'rolling-out' },
    evaluation: initialEvaluation,
    polls: noPolls,
    errors: noErrors,
    tasks: { ...noTasks, accountedFor: failureCounts(first) },
    verification: unverified,
    failFast: noFailFast,
    targets: initialTargetHealth(subject.targetGroups),
    alarms: noAlarms,
    log: initialLog(subject),
    end: undefined,
  }
}
