import type { WatchOptions } from '../options/watch-options.js'
import { failureCounts } from './counted-failures.js'
import { snapshotWithout } from './cut-texts.js'
import { type EvaluationState, initialEvaluation, type Verdict } from './evaluation/evaluation.js'
import { type AlarmRecords, noAlarms } from './slices/alarm-records.js'
import type { CapacityPoll } from './slices/capacity.js'
import { type SuccessConfirmation, unconfirmed } from './slices/confirmation.js'
import { type FailFast, noFailFast } from './slices/fail-fast.js'
import { noErrors, type PollErrors } from './slices/poll-errors.js'
import { noPolls, type Polls } from './slices/polls.js'
import { initialLog, type ProgressLog } from './slices/progress-log.js'
import { initialTargetHealth, type TargetHealthRecords } from './slices/target-health-records.js'
import { noTasks, type TaskRecords } from './slices/task-records.js'
import { noWaitTimes, type WaitTimes } from './slices/wait-times.js'
import type { Snapshot } from './tracked-deployment.js'
import type { WatchContext } from './watch-context.js'
import type { WatchResult } from './watch-result.js'

export interface WatchState {
  readonly context: WatchContext
  readonly stage: WatchStage
  readonly last: Snapshot
  readonly verdict: Verdict
  readonly evaluation: EvaluationState
  readonly polls: Polls
  readonly capacity: readonly CapacityPoll[]
  readonly errors: PollErrors
  readonly tasks: TaskRecords
  readonly confirmation: SuccessConfirmation
  readonly failFast: FailFast
  readonly targets: TargetHealthRecords
  readonly alarms: AlarmRecords
  readonly waits: WaitTimes
  readonly log: ProgressLog
  readonly end: { readonly result: WatchResult; readonly at: number } | undefined
}

/** The closing stages follow the end of the watch. */
export type WatchStage =
  | 'polling'
  | 'confirming-success'
  | 'reading-stopped-tasks'
  | 'reading-starting-tasks'
  | 'checking-completed'
  | 'confirming-failure'
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

/** Goes on after an interim end; the time in between does not count. */
export function resumeWatch(
  state: WatchState,
  { at, options }: { readonly at: number; readonly options: WatchOptions },
): WatchState {
  const { context, end } = state
  const deadline = context.deadline + (end ? at - end.at : 0)
  const polls: Polls = { ...state.polls, glance: { kind: 'same' }, nearSince: undefined }
  return { ...state, context: { ...context, deadline, options }, polls, stage: 'polling', end: undefined }
}

export function initialWatch(context: WatchContext, first: Snapshot): WatchState {
  const { startedAt, watchedFrom } = context.tracked
  // A joined deployment can have failures that nobody here has read.
  const isJoined = watchedFrom > startedAt
  return {
    context,
    stage: 'polling',
    last: snapshotWithout(first, context.secrets),
    verdict: { kind: 'watching', stage: 'rolling-out', unconfirmedReason: undefined },
    evaluation: initialEvaluation,
    polls: noPolls,
    capacity: [],
    errors: noErrors,
    tasks: isJoined ? noTasks : { ...noTasks, accountedFor: failureCounts(first) },
    confirmation: unconfirmed,
    failFast: noFailFast,
    targets: initialTargetHealth(context.targetGroups),
    alarms: noAlarms,
    waits: noWaitTimes,
    log: initialLog(context),
    end: undefined,
  }
}
