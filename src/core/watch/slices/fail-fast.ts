/**
 * Stops a failing deployment once, without waiting for the circuit breaker; never one that could not be rolled back. A
 * read of the service can be old, so the tasks that run are read before: they may be more than it shows.
 */
import { stageOf } from '../../ecs/service-deployment.js'
import { isFailed } from '../../ecs/task.js'
import { type Notice, warning } from '../../errors/notice.js'
import { hasRollbackTarget, shouldFailFast } from '../deployment-health.js'
import type { StopResult, WatchEffect } from '../watch-event.js'
import type { WatchState } from '../watch-state.js'
import { recordEntry } from './progress-log.js'
import { requestRunning, stoppedTasks } from './task-records.js'

/** Polls in which the request to stop may fail. */
const maxTries = 5

const notStopped = 'fail-fast-after could not stop the deployment'
const unconfirmed = 'fail-fast-after asked ECS to stop the deployment, which ECS did not confirm'

export interface FailFast {
  /** what was asked for in this poll */
  readonly asked: 'nothing' | 'running-tasks' | 'stop'
  readonly tries: number
  /** a stop was requested, and ECS has not refused it so far */
  readonly requested: boolean
  /** why the deployment was stopped, if it was */
  readonly reason: string | undefined
  /** it should have been stopped, and its service deployment is not known */
  readonly lacksServiceDeployment: boolean
  readonly notices: readonly Notice[]
}

export const noFailFast: FailFast = {
  asked: 'nothing',
  tries: 0,
  requested: false,
  reason: undefined,
  lacksServiceDeployment: false,
  notices: [],
}

interface Considered {
  readonly state: WatchState
  readonly effect: WatchEffect | undefined
}

/** Asks for what the decision needs, and for the stop; without an effect nothing is done in this poll. */
export function considerFailFast(state: WatchState, at: number): Considered {
  const { failFast, last, subject, tasks } = state
  const nothing: Considered = { state, effect: undefined }
  const { service, serviceDeployment } = last
  if (failFast.asked === 'stop' || failFast.tries >= maxTries || service === 'missing') return nothing
  if (!hasRollbackTarget(subject.tracked)) return nothing
  if (serviceDeployment && stageOf(serviceDeployment) !== 'ongoing') return nothing

  const stopped = stoppedTasks(tasks)
  const health = { tracked: subject.tracked, service, stopped, running: undefined }
  const { failFastAfter } = subject.options
  if (!shouldFailFast(health, failFastAfter, last.at)) return nothing
  if (failFast.asked === 'nothing') {
    const request = requestRunning(tasks, at)
    const asking = { ...failFast, asked: 'running-tasks' as const }
    const requested = { ...state, tasks: request.records, failFast: asking }
    return request.effect ? { state: requested, effect: request.effect } : considerFailFast(requested, at)
  }
  const running = tasks.lastRunning
  // The next poll asks again.
  if (running?.kind !== 'read') return nothing
  const isSure =
    running.tasks === undefined ||
    shouldFailFast({ ...health, running: running.tasks }, failFastAfter, last.at)
  if (!isSure) return nothing
  const lacksServiceDeployment = serviceDeployment === undefined
  if (lacksServiceDeployment)
    return { state: { ...state, failFast: { ...failFast, lacksServiceDeployment } }, effect: undefined }
  return {
    state: {
      ...state,
      failFast: {
        ...failFast,
        lacksServiceDeployment,
        asked: 'stop',
        tries: failFast.tries + 1,
        requested: true,
      },
    },
    effect: { kind: 'stop-deployment', arn: serviceDeployment.arn },
  }
}

export function stopAnswered(
  state: WatchState,
  result: StopResult,
  at: number,
): { readonly state: WatchState; readonly lines: readonly string[] } {
  const { failFast } = state
  if (result.kind === 'stopped') {
    const failed = stoppedTasks(state.tasks).filter(isFailed).length
    const reason = `${failed} of its tasks had failed, more than half of all that it started`
    const entry = {
      at,
      text: `stopping the deployment (fail-fast-after): ${reason}`,
      event: { kind: 'stopped-early' },
    } as const
    const { log, lines } = recordEntry(state.log, entry)
    return {
      state: { ...state, log, failFast: { ...failFast, tries: maxTries, requested: true, reason } },
      lines,
    }
  }
  const tries = result.final ? maxTries : failFast.tries
  const why = warning(`${result.doubtful ? unconfirmed : notStopped}: ${result.why}.`)
  const notices = tries === maxTries ? [...failFast.notices, why] : failFast.notices
  return {
    state: { ...state, failFast: { ...failFast, tries, requested: result.doubtful, notices } },
    lines: [],
  }
}

export function failFastNotices({ failFast, polls }: WatchState): readonly Notice[] {
  if (!failFast.lacksServiceDeployment) return failFast.notices
  const why = polls.serviceDeploymentsDenied ? 'could not be read' : 'was not found'
  return [...failFast.notices, warning(`${notStopped}: its service deployment ${why}.`)]
}
