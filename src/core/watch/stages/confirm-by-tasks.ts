/** Confirms a success by its tasks (docs/adr/0009). */
import type { Task } from '../../ecs/task.js'
import { warning } from '../../errors/notice.js'
import { confirmSuccess, confirmTargets, needsTargetHealth } from '../confirm-success.js'
import type { Verdict } from '../evaluation/evaluation.js'
import { maxRecordAge } from '../pace.js'
import { hasJustReplaced, taskStarts } from '../replacements.js'
import { evidenceReadFailed, maxFailedReads, type SuccessConfirmation } from '../slices/confirmation.js'
import { requestRunning, requestStopped, stoppedTasks } from '../slices/task-records.js'
import type { WatchState } from '../watch-state.js'
import { goTo, type StageResult, waitFor } from './stage-result.js'

/** Milliseconds between the reads of running and of stopped tasks. */
const maxReadAge = 60_000

const replacing =
  'ECS calls the deployment completed, but it has just replaced tasks: waiting for two minutes without a new one'

const tasksUnread = 'ECS calls the deployment completed, but its tasks could not be read yet'

export function confirmByTasks(state: WatchState, at: number): StageResult {
  const { verdict, confirmation } = state
  if (verdict.kind !== 'decided' || verdict.result.kind !== 'succeeded') return done(state)
  switch (confirmation.phase) {
    case 'initial':
      return requestRunningTasks(state, at)
    case 'reading-running':
      return runningTasksRead(state, at)
    case 'reading-stopped':
      return stoppedTasksRead(state, at)
    case 'reading-targets':
      return requestTargets(state)
    case 'targets-unread':
      return done(withoutEvidence(state, { why: 'the health of the targets', at }))
  }
}

function done(state: WatchState): StageResult {
  return goTo(state, 'reading-stopped-tasks')
}

function requestRunningTasks(state: WatchState, at: number): StageResult {
  // A known failure can be reason enough.
  const known = confirmSuccess({
    running: undefined,
    stopped: stoppedTasks(state.tasks),
    now: at,
    completedAt: undefined,
  })
  if (known.kind === 'not-yet') return done(notYet(state, known.reason))
  const { kept } = state.confirmation
  if (kept !== undefined && at - kept.at <= maxReadAge) return requestStoppedTasks(state, at)
  const { records, effect } = requestRunning(state.tasks, at)
  const requested = change({ ...state, tasks: records }, { phase: 'reading-running', kept: undefined })
  return effect ? waitFor(requested, effect) : runningTasksRead(requested, at)
}

function runningTasksRead(state: WatchState, at: number): StageResult {
  const running = state.tasks.lastRunning
  if (running?.kind !== 'read') {
    const why = running?.error.code ?? 'no response'
    return done(withoutEvidence(state, { why, at }))
  }
  const kept = { at: running.requestedAt, tasks: running.tasks }
  return requestStoppedTasks(change(state, { kept }), at)
}

function requestStoppedTasks(state: WatchState, at: number): StageResult {
  const { records, effect } = requestStopped(state.tasks, at)
  const requested = change({ ...state, tasks: records }, { phase: 'reading-stopped' })
  return effect ? waitFor(requested, effect) : stoppedTasksRead(requested, at)
}

function stoppedTasksRead(state: WatchState, at: number): StageResult {
  if (at - state.tasks.readAt > maxRecordAge) {
    return done(withoutEvidence(state, { why: 'the stopped tasks', at }))
  }
  const running = state.confirmation.kept?.tasks
  const completedAt = completedAtOf(state.verdict)
  const concluded = conclude(state, { running, at })
  if (concluded.verdict.kind === 'decided' && needsTargetHealth({ running, completedAt })) {
    return requestTargets(concluded)
  }
  return done(change(concluded, { kept: undefined }))
}

/** Of the next group that this poll has not read. */
function requestTargets(state: WatchState): StageResult {
  const { targets, kept } = state.confirmation
  const { groups } = state.targets
  const group = groups.find(one => !targets.has(one))
  if (group !== undefined) {
    return waitFor(change(state, { phase: 'reading-targets' }), { kind: 'read-target-health', group })
  }
  const forgotten = change(state, { kept: undefined })
  if (groups.length === 0) return done(forgotten)
  const confirmation = confirmTargets(
    kept?.tasks ?? [],
    groups.map(one => targets.get(one)),
  )
  return done(confirmation.kind === 'confirmed' ? forgotten : notYet(forgotten, confirmation.reason))
}

function withoutEvidence(
  before: WatchState,
  { why, at }: { readonly why: string; readonly at: number },
): WatchState {
  const confirmation = evidenceReadFailed(before.confirmation)
  const state = { ...before, confirmation }
  const { failedReads, notices } = confirmation
  if (failedReads < maxFailedReads) return notYet(state, tasksUnread)
  if (failedReads > maxFailedReads) return conclude(state, { running: undefined, at })
  const text = `The running tasks could not be read (${why}), so the success is based on the counts of ECS.`
  const warned = change(state, { notices: [...notices, warning(text)] })
  return conclude(warned, { running: undefined, at })
}

function conclude(
  state: WatchState,
  { running, at }: { readonly running: readonly Task[] | undefined; readonly at: number },
): WatchState {
  const confirmation = confirmSuccess({
    running,
    stopped: stoppedTasks(state.tasks),
    now: at,
    completedAt: completedAtOf(state.verdict),
  })
  if (confirmation.kind === 'not-yet') return notYet(state, confirmation.reason)
  return isReplacing(state, at) ? notYet(state, replacing) : state
}

/** Where the tasks may not be read. */
function isReplacing({ context, last, tasks }: WatchState, now: number): boolean {
  if (!tasks.blocked || last.service === 'missing') return false
  const wanted = last.service.desiredCount
  return hasJustReplaced(taskStarts(context, last.service), { wanted, now })
}

function completedAtOf(verdict: Verdict): number | undefined {
  if (verdict.kind !== 'decided' || verdict.result.kind !== 'succeeded') return undefined
  return verdict.result.completedAt
}

function notYet(state: WatchState, reason: string): WatchState {
  const verdict = { kind: 'watching', stage: 'rolling-out', unconfirmedReason: reason } as const
  return change({ ...state, verdict }, { reason })
}

function change(state: WatchState, changes: Partial<SuccessConfirmation>): WatchState {
  return { ...state, confirmation: { ...state.confirmation, ...changes } }
}
