/**
 * The watch of one deployment as a reducer: an event in, the next state and what to do out. Each poll is worked through
 * in stages; a stage asks for what it needs, one effect at a time, and is entered again when the answer is there.
 */

import { isFailed } from '../ecs/task.js'
import { assertNever } from '../errors/assert-never.js'
import { failureCounts } from './counted-failures.js'
import { evaluate } from './evaluate.js'
import { evidencePause, tentativePause } from './pace.js'
import { alarmsRead, requestAlarms } from './slices/alarm-records.js'
import { considerFailFast, stopAnswered } from './slices/fail-fast.js'
import { noErrors, pollFailed } from './slices/poll-errors.js'
import { polled } from './slices/polls.js'
import { flushLog, type Logged, reportPoll, reportSilence } from './slices/progress-log.js'
import {
  allTargetHealthDue,
  nextTargetHealth,
  othersAreLeaving,
  targetHealthDue,
  targetHealthRead,
} from './slices/target-health-records.js'
import { isReadDue, requestRunning, requestStopped, stoppedTasks, tasksRead } from './slices/task-records.js'
import { verifySuccess } from './slices/verification.js'
import type { Snapshot } from './tracked-deployment.js'
import type { WatchEffect, WatchEvent } from './watch-event.js'
import type { WatchResult } from './watch-result.js'
import type { WatchStage, WatchState } from './watch-state.js'

export interface Step {
  readonly state: WatchState
  /** lines to log, and at most one thing to do; nothing to do: the watch is over */
  readonly effects: readonly WatchEffect[]
}

/** What a stage does: it waits for an effect, or hands on to the next stage. */
type Moved =
  | { readonly state: WatchState; readonly effect: WatchEffect }
  | { readonly state: WatchState; readonly next: WatchStage; readonly lines?: readonly string[] }

/** Without an answer for this long at the end of the wait, the outcome is unknown instead of timed out. */
const contactLostAfter = 120_000

/** What is to be done first. */
export function begin(state: WatchState, at: number): Step {
  return advance(state, at, [])
}

export function step(state: WatchState, event: WatchEvent): Step {
  const { at } = event
  switch (event.kind) {
    case 'polled':
      return pollAnswered(state, event)
    case 'tasks-read':
      return advance(
        { ...state, tasks: tasksRead(state.tasks, event, state.subject.tracked.deploymentId) },
        at,
        [],
      )
    case 'target-health-read':
      return advance(
        { ...state, targets: targetHealthRead(state.targets, event, state.subject.secrets) },
        at,
        [],
      )
    case 'alarms-read':
      return advance({ ...state, alarms: alarmsRead(state.alarms, event, state.subject.secrets) }, at, [])
    case 'stop-answered': {
      const stopped = stopAnswered(state, event.result, at)
      return advance(stopped.state, at, stopped.lines)
    }
    case 'canceled': {
      if (state.end) return { state: { ...state, stage: 'finished' }, effects: [] }
      const ended = endWatch(state, { kind: 'cancelled', rollback: { kind: 'left' } }, at)
      return { state: { ...ended.state, stage: 'finished' }, effects: logged(ended.lines) }
    }
  }
}

function pollAnswered(before: WatchState, event: Extract<WatchEvent, { kind: 'polled' }>): Step {
  const { at, service, serviceDeployment } = event
  const state = { ...before, polls: polled(before.polls, event) }
  if (service.kind === 'failed') {
    const { errors, lost } = pollFailed(state.errors, service.error)
    if (lost) {
      const ended = endWatch({ ...state, errors }, { kind: 'unknown', ...lost }, at)
      return advance(ended.state, at, ended.lines)
    }
    const { code } = service.error
    const { log, lines } = reportSilence(state.log, { code, answeredAt: state.last.at, at })
    return advance({ ...state, errors, log, stage: 'checking-deadline' }, at, lines)
  }
  const snapshot: Snapshot = {
    at,
    service: service.value,
    serviceDeployment: serviceDeployment.kind === 'answered' ? serviceDeployment.value : undefined,
  }
  const evaluation = evaluate(state.subject.tracked, state.evaluation, snapshot)
  const polledState: WatchState = {
    ...state,
    errors: noErrors,
    last: snapshot,
    verdict: evaluation.verdict,
    evaluation: evaluation.state,
    verification: { ...state.verification, asked: 'nothing', needsEvidence: false },
    failFast: { ...state.failFast, asked: 'nothing' },
    stage: 'verifying-success',
  }
  return advance(polledState, at, [])
}

/** Works through stages until one has to wait. */
function advance(from: WatchState, at: number, lines: readonly string[]): Step {
  let state = from
  const effects = logged(lines)
  for (;;) {
    if (state.stage === 'finished') return { state, effects }
    const moved = work(state, at)
    if ('effect' in moved) return { state: moved.state, effects: [...effects, moved.effect] }
    state = { ...moved.state, stage: moved.next }
    effects.push(...logged(moved.lines ?? []))
  }
}

function work(state: WatchState, at: number): Moved {
  const { stage } = state
  switch (stage) {
    case 'polling':
      return { state, effect: nextPollOf(state, at) }
    case 'verifying-success': {
      const verified = verifySuccess(state, at)
      return verified.effect
        ? { state: verified.state, effect: verified.effect }
        : { state: verified.state, next: 'reading-stopped-tasks' }
    }
    case 'reading-stopped-tasks':
      return readStoppedTasks(state, at)
    case 'reporting':
      return report(state, at)
    case 'failing-fast': {
      const considered = considerFailFast(state, at)
      return considered.effect
        ? { state: considered.state, effect: considered.effect }
        : { state: withDueTargetHealth(considered.state), next: 'reading-target-health' }
    }
    case 'reading-target-health':
      return readTargetHealth(state, 'reading-alarms')
    case 'reading-alarms':
      return readAlarms(state, 'checking-deadline')
    case 'checking-deadline':
      return checkDeadline(state, at)
    case 'closing-alarms':
      return readAlarms(state, 'closing-stopped-tasks')
    case 'closing-stopped-tasks':
      return closeStoppedTasks(state, at)
    case 'closing-running-tasks':
      return closeRunningTasks(state, at)
    case 'closing-target-health':
      return readTargetHealth(state, 'finished')
    case 'finished':
      return { state, next: 'finished' }
    default:
      return assertNever(stage)
  }
}

function nextPollOf({ errors, evaluation, last, polls, subject, verification }: WatchState, at: number) {
  const lasted = polls.count === 0 ? 0 : at - polls.requestedAt
  // Where the service alone decides, two polls have to agree: the second one comes soon.
  const isTentative = evaluation.tentative !== undefined && last.serviceDeployment === undefined
  const soon = isTentative
    ? tentativePause
    : verification.needsEvidence
      ? evidencePause
      : Number.POSITIVE_INFINITY
  const { serviceDeploymentArn: arn, serviceDeploymentsDenied } = polls
  return {
    kind: 'poll',
    pace: {
      polls: polls.count,
      history: { throttled: errors.throttled, lasted, repeats: polls.repeats },
      // Not where the poll itself was throttled.
      atMost: errors.throttled > 0 ? Number.POSITIVE_INFINITY : soon,
      deadline: subject.deadline,
    },
    serviceDeployment: serviceDeploymentsDenied ? 'skip' : arn === undefined ? 'find' : { arn },
  } as const
}

function readStoppedTasks(state: WatchState, at: number): Moved {
  const { last, tasks, verdict } = state
  const isOver = verdict.kind === 'decided'
  const hasNews = isOver || failureCounts(last) !== tasks.accountedFor
  const isDue = tasks.triedAt < last.at && (hasNews || isReadDue(tasks, at))
  if (!isDue) return { state, next: 'reporting' }
  const request = requestStopped(tasks, at)
  return askThenGo({ ...state, tasks: request.records }, request.effect, 'reporting')
}

function report(before: WatchState, at: number): Moved {
  const { last, tasks, verdict } = before
  const accountedFor = tasks.readAt >= last.at ? failureCounts(last) : tasks.accountedFor
  const { log, lines } = reportPoll(before)
  const state = { ...before, log, tasks: { ...tasks, accountedFor } }
  if (verdict.kind === 'watching') return { state, next: 'failing-fast', lines }
  const ended = endWatch(state, verdict.ending, at)
  return { state: ended.state, next: ended.state.stage, lines: [...lines, ...ended.lines] }
}

function withDueTargetHealth(state: WatchState): WatchState {
  const { last, subject, targets, tasks } = state
  const failed = stoppedTasks(tasks).filter(isFailed).length
  const othersLeave =
    last.service !== 'missing' && othersAreLeaving(subject.tracked, last.service, subject.eventsBefore)
  return { ...state, targets: targetHealthDue(targets, failed, othersLeave) }
}

function readTargetHealth(state: WatchState, next: WatchStage): Moved {
  const { records, effect } = nextTargetHealth(state.targets)
  const read = { ...state, targets: records }
  return effect ? { state: read, effect } : { state: read, next }
}

function readAlarms(state: WatchState, next: WatchStage): Moved {
  if (!isAnswered(state)) return { state, next }
  const names = state.last.serviceDeployment?.triggeredAlarms ?? []
  const request = requestAlarms(state.alarms, names)
  return askThenGo({ ...state, alarms: request.records }, request.effect, next)
}

function checkDeadline(state: WatchState, at: number): Moved {
  const { last, subject } = state
  if (at < subject.deadline) return { state, next: 'polling' }
  const result: WatchResult =
    at - last.at > contactLostAfter
      ? { kind: 'unknown', reason: 'AWS gave no answer for minutes' }
      : { kind: 'timed-out', minutes: subject.options.minutes, rollback: { kind: 'left' } }
  const ended = endWatch(state, result, at)
  return { state: ended.state, next: ended.state.stage, lines: ended.lines }
}

/** From here on only what the report needs is read. */
function endWatch(
  state: WatchState,
  result: WatchResult,
  at: number,
): { state: WatchState } & Pick<Logged, 'lines'> {
  const { log, lines } = flushLog(state.log, at)
  return { state: { ...state, log, end: { result, at }, stage: 'closing-alarms' }, lines }
}

function closeStoppedTasks(state: WatchState, at: number): Moved {
  const { last, tasks } = state
  const isRecorded = tasks.readAt >= last.at && state.end?.result.kind !== 'timed-out'
  if (!isDiagnosed(state) || !isAnswered(state) || isRecorded) return { state, next: 'closing-running-tasks' }
  const request = requestStopped(tasks, at)
  return askThenGo({ ...state, tasks: request.records }, request.effect, 'closing-running-tasks')
}

function closeRunningTasks(before: WatchState, at: number): Moved {
  const kind = before.end?.result.kind
  const isRead = isDiagnosed(before) ? kind !== 'unknown' : kind === 'succeeded'
  const state = isRead ? { ...before, targets: allTargetHealthDue(before.targets) } : before
  const isLeftRunning = kind === 'superseded' || kind === 'failed' || kind === 'timed-out'
  if (!isLeftRunning) return { state, next: 'closing-target-health' }
  const request = requestRunning(state.tasks, at)
  return askThenGo({ ...state, tasks: request.records }, request.effect, 'closing-target-health')
}

/** The stage has nothing left to do once the answer is there. */
function askThenGo(state: WatchState, effect: WatchEffect | undefined, next: WatchStage): Moved {
  return effect ? { state: { ...state, stage: next }, effect } : { state, next }
}

function isDiagnosed({ end }: WatchState): boolean {
  const kind = end?.result.kind
  return kind !== 'succeeded' && kind !== 'idle' && kind !== 'cancelled'
}

/** Without credentials AWS does not answer any more. */
function isAnswered({ end }: WatchState): boolean {
  const result = end?.result
  return result?.kind !== 'unknown' || result.lost !== 'credentials'
}

function logged(lines: readonly string[]): WatchEffect[] {
  return lines.map(line => ({ kind: 'log', line }))
}
