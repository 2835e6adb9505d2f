/** The watch as a reducer: an event in, the next state and its effects out. stages/ request one effect at a time. */
import type { ApiError } from '../errors/api-error.js'
import { withoutAnswered } from './answered-hook.js'
import { withoutCutValues } from './cut-texts.js'
import { evaluate } from './evaluation/evaluate.js'
import { needsBoth } from './needs-both.js'
import { alarmsRead } from './slices/alarm-records.js'
import { capacityPolled } from './slices/capacity.js'
import { confirmationOfNextPoll, confirmationTargetsRead } from './slices/confirmation.js'
import { noErrors, pollFailed } from './slices/poll-errors.js'
import { glanced, polled, serviceDeploymentRead } from './slices/polls.js'
import { reportSilence } from './slices/progress-log.js'
import { targetHealthRead } from './slices/target-health-records.js'
import { tasksRead } from './slices/task-records.js'
import { waitTimes } from './slices/wait-times.js'
import { endWatch } from './stages/end-watch.js'
import { stopAnswered, stopped } from './stages/fail-fast.js'
import { runStage } from './stages/run-stage.js'
import { goTo, type StageResult } from './stages/stage-result.js'
import type { Snapshot } from './tracked-deployment.js'
import type { WatchEffect, WatchEvent } from './watch-event.js'
import type { WatchState } from './watch-state.js'

export interface Step {
  readonly state: WatchState
  /** log lines, and at most one other effect; without it the watch is over */
  readonly effects: readonly WatchEffect[]
}

export function begin(state: WatchState, at: number): Step {
  return advance(goTo(state, state.stage), at)
}

export function step(state: WatchState, event: WatchEvent): Step {
  return advance(receive(state, withoutCutValues(event, state.context.secrets)), event.at)
}

function receive(state: WatchState, event: WatchEvent): StageResult {
  const { stage, context } = state
  switch (event.kind) {
    case 'polled':
      return pollAnswered(state, event)
    case 'glanced':
      return glanceAnswered(state, event)
    case 'tasks-read':
      return goTo({ ...state, tasks: tasksRead(state.tasks, event, context.tracked) }, stage)
    case 'target-health-read':
      if (stage === 'confirming-success') {
        return goTo({ ...state, confirmation: confirmationTargetsRead(state.confirmation, event) }, stage)
      }
      return goTo({ ...state, targets: targetHealthRead(state.targets, event, context) }, stage)
    case 'alarms-read':
      return goTo({ ...state, alarms: alarmsRead(state.alarms, event, context) }, stage)
    case 'stop-answered':
      return stopAnswered(state, event)
    case 'stopped':
      return stopped(state, event)
    case 'canceled':
      return canceled(state, event)
  }
}

type Polled = Extract<WatchEvent, { kind: 'polled' }>

function pollAnswered(before: WatchState, event: Polled): StageResult {
  const state = { ...before, polls: polled(before.polls, event) }
  const { at, service, serviceDeployment } = event
  if (service.kind === 'failed') return pollUnanswered(state, { at, error: service.error })
  const isLast = at >= state.context.deadline
  if (serviceDeployment.kind === 'not-read' && (isLast || needsBoth(state, { at, service: service.value }))) {
    return goTo({ ...state, errors: noErrors, polls: { ...state.polls, needsBoth: true } }, 'polling')
  }
  const snapshot: Snapshot = {
    at,
    service: service.value,
    serviceDeployment: serviceDeploymentIn(event, state),
  }
  const evaluation = evaluate(state.context.tracked, state.evaluation, snapshot)
  const evaluated: WatchState = {
    ...state,
    errors: noErrors,
    last: snapshot,
    capacity: capacityPolled(state.capacity, snapshot),
    verdict: evaluation.verdict,
    evaluation: evaluation.state,
    confirmation: confirmationOfNextPoll(state.confirmation),
    failFast: { ...state.failFast, phase: 'initial' },
    waits: waitTimes(state.waits, state.context.tracked, snapshot),
  }
  return goTo(evaluated, 'confirming-success')
}

function serviceDeploymentIn(
  { serviceDeployment }: Polled,
  { context, last }: WatchState,
): Snapshot['serviceDeployment'] {
  switch (serviceDeployment.kind) {
    case 'answered':
      return withoutAnswered(serviceDeployment.value, context.answeredHook)
    case 'not-read':
      return last.serviceDeployment
    case 'failed':
      return undefined
  }
}

function pollUnanswered(
  state: WatchState,
  { at, error }: { readonly at: number; readonly error: ApiError },
): StageResult {
  const { errors, lost } = pollFailed(state.errors, error)
  if (lost) return endWatch({ ...state, errors }, { result: { kind: 'unknown', ...lost }, at })
  const { log, lines } = reportSilence(state.log, { code: error.code, answeredAt: state.last.at, at })
  return goTo({ ...state, errors, log }, 'checking-deadline', lines)
}

function glanceAnswered(state: WatchState, event: Extract<WatchEvent, { kind: 'glanced' }>): StageResult {
  const { answeredHook } = state.context
  const known = state.last.serviceDeployment
  return goTo({ ...state, polls: glanced(state.polls, event, { answeredHook, known }) }, 'polling')
}

/** Nothing more is read, not even for the report. */
function canceled(
  before: WatchState,
  { at, interrupted }: Extract<WatchEvent, { kind: 'canceled' }>,
): StageResult {
  const polls = interrupted ? serviceDeploymentRead(before.polls, interrupted) : before.polls
  const state = { ...before, polls }
  if (state.end) return goTo(state, 'finished')
  const result = { kind: 'cancelled', rollback: { kind: 'left' } } as const
  const ended = endWatch(state, { result, at })
  return goTo(ended.state, 'finished', ended.lines)
}

/** Until a stage waits or the watch is over. */
function advance(from: StageResult, at: number): Step {
  let { state, effect } = from
  const effects: WatchEffect[] = [...from.lines]
  while (effect === undefined && state.stage !== 'finished') {
    const result = runStage(state, at)
    state = result.state
    effect = result.effect
    effects.push(...result.lines)
  }
  return { state, effects: effect ? [...effects, effect] : effects }
}
