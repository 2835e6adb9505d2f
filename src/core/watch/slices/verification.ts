/** Holds a success back until the tasks of the deployment confirm it (docs/adr/0009). */
import type { Task } from '../../ecs/task.js'
import { type Notice, warning } from '../../errors/notice.js'
import { confirm } from '../confirm-success.js'
import type { Verdict } from '../evaluate.js'
import { maxRecordAge } from '../pace.js'
import type { WatchEffect } from '../watch-event.js'
import type { WatchState } from '../watch-state.js'
import { requestRunning, requestStopped, stoppedTasks } from './task-records.js'

/** Polls in which the tasks may fail to be read: about a minute of them. */
const maxFailedReads = 10

/** After so many of them the next poll comes soon: it may have been bad luck. */
const quickRetries = 3

/** How long, in milliseconds, a read of the running tasks waits for one of the stopped ones. */
const maxReadAge = 60_000

const tasksUnread = 'ECS calls the deployment completed, but its tasks could not be looked at yet'

export interface SuccessVerification {
  /** what was asked for in this poll */
  readonly asked: 'nothing' | 'running' | 'stopped'
  /** running tasks that were read and wait for a read of the stopped ones */
  readonly kept: { readonly at: number; readonly tasks: readonly Task[] | undefined } | undefined
  readonly failedReads: number
  /** the poll lacked nothing for a success but a read of the tasks, and the next one may come soon */
  readonly needsEvidence: boolean
  /** why a success was last held back */
  readonly reason: string | undefined
  readonly notices: readonly Notice[]
}

export const unverified: SuccessVerification = {
  asked: 'nothing',
  kept: undefined,
  failedReads: 0,
  needsEvidence: false,
  reason: undefined,
  notices: [],
}

/** Asks for what is missing; without an effect the verdict of this poll stands. */
export function verifySuccess(
  state: WatchState,
  at: number,
): { readonly state: WatchState; readonly effect: WatchEffect | undefined } {
  const { verdict, verification, tasks } = state
  if (verdict.kind !== 'decided' || verdict.ending.kind !== 'succeeded') return { state, effect: undefined }

  switch (verification.asked) {
    case 'nothing': {
      // What is known of its failures can be enough to wait.
      const known = confirm(undefined, stoppedTasks(tasks), at)
      if (known.kind === 'not-yet') return { state: holdBack(state, known.reason), effect: undefined }
      const isKept = verification.kept !== undefined && at - verification.kept.at <= maxReadAge
      const asking = asked({ ...state }, 'running', isKept ? verification.kept : undefined)
      if (isKept) return askForStopped(asking, at)
      const request = requestRunning(tasks, at)
      const requested = { ...asking, tasks: request.records }
      return request.effect ? { state: requested, effect: request.effect } : verifySuccess(requested, at)
    }
    case 'running': {
      const running = tasks.lastRunning
      if (running?.kind !== 'read') {
        const why = running?.error.code ?? 'no answer'
        return { state: withoutEvidence(state, { why, at }), effect: undefined }
      }
      const kept = { at: running.requestedAt, tasks: running.tasks }
      return askForStopped(asked(state, 'running', kept), at)
    }
    case 'stopped': {
      if (at - tasks.readAt > maxRecordAge) {
        return { state: withoutEvidence(state, { why: 'those that stopped', at }), effect: undefined }
      }
      const running = verification.kept?.tasks
      return { state: conclude(asked(state, 'stopped', undefined), running, at), effect: undefined }
    }
  }
}

function asked(
  state: WatchState,
  what: SuccessVerification['asked'],
  kept: SuccessVerification['kept'],
): WatchState {
  return { ...state, verification: { ...state.verification, asked: what, kept } }
}

function askForStopped(state: WatchState, at: number) {
  const request = requestStopped(state.tasks, at)
  const requested = {
    ...state,
    tasks: request.records,
    verification: { ...state.verification, asked: 'stopped' as const },
  }
  return request.effect ? { state: requested, effect: request.effect } : verifySuccess(requested, at)
}

function withoutEvidence(
  state: WatchState,
  { why, at }: { readonly why: string; readonly at: number },
): WatchState {
  const failedReads = state.verification.failedReads + 1
  const needsEvidence = failedReads <= quickRetries
  const counted = { ...state, verification: { ...state.verification, failedReads, needsEvidence } }
  if (failedReads < maxFailedReads) return holdBack(counted, tasksUnread)
  if (failedReads > maxFailedReads) return conclude(counted, undefined, at)
  // Time and again: what ECS counts has to do then, and the report says so.
  const text = `The running tasks could not be looked at (${why}): the success is what ECS counts.`
  const notices = [...counted.verification.notices, warning(text)]
  return conclude({ ...counted, verification: { ...counted.verification, notices } }, undefined, at)
}

function conclude(state: WatchState, running: readonly Task[] | undefined, at: number): WatchState {
  const completedAt = completionOf(state.verdict)
  const confirmation = confirm(running, stoppedTasks(state.tasks), at, completedAt)
  return confirmation.kind === 'confirmed' ? state : holdBack(state, confirmation.reason)
}

function completionOf(verdict: Verdict): number | undefined {
  if (verdict.kind !== 'decided' || verdict.ending.kind !== 'succeeded') return undefined
  return verdict.ending.completedAt
}

function holdBack(state: WatchState, reason: string): WatchState {
  return {
    ...state,
    verdict: { kind: 'watching', stage: 'rolling-out', unverifiedReason: reason },
    verification: { ...state.verification, reason },
  }
}
