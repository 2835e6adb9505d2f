/**
 * Acts before the circuit breaker would, but only if ECS can roll back. A stale read may hide running tasks, so they are
 * read first.
 */
import type { BreakerSetting } from '../../ecs/service.js'
import { stageOf } from '../../ecs/service-deployment.js'
import { isFailed, type Task } from '../../ecs/task.js'
import { hasRollbackTarget, shouldFailFast } from '../deployment-health.js'
import { maxTries, stopConfirmed, stopFailed, stopping } from '../slices/fail-fast.js'
import { recordEntry } from '../slices/progress-log.js'
import { othersAreLeaving, targetHealthDue } from '../slices/target-health-records.js'
import { requestRunning, stoppedTasks } from '../slices/task-records.js'
import type { WatchEvent } from '../watch-event.js'
import type { WatchState } from '../watch-state.js'
import { goTo, type StageResult, waitFor } from './stage-result.js'

export function failFast(state: WatchState, at: number): StageResult {
  const { phase } = state.failFast
  if (phase === 'stopping' || !isStoppable(state)) return done(state)
  if (phase === 'reading-running') return runningTasksRead(state)
  if (!isFailing(state, undefined)) return done(state)
  const { records, effect } = requestRunning(state.tasks, at)
  const requested: WatchState = {
    ...state,
    tasks: records,
    failFast: { ...state.failFast, phase: 'reading-running' },
  }
  return effect ? waitFor(requested, effect) : runningTasksRead(requested)
}

function done(state: WatchState): StageResult {
  const { context, last, tasks } = state
  const failed = stoppedTasks(tasks).filter(isFailed).length
  const othersLeave = last.service !== 'missing' && othersAreLeaving(context, last.service)
  const targets = targetHealthDue(state.targets, { failed, othersLeave })
  return goTo({ ...state, targets }, 'reading-target-health')
}

function isStoppable({ context, evaluation, failFast: { tries }, last }: WatchState): boolean {
  if (evaluation.completed !== undefined || !allowsRollback(context.tracked.breaker)) return false
  const { service, serviceDeployment } = last
  if (tries >= maxTries || service === 'missing' || !hasRollbackTarget(context.tracked)) return false
  return serviceDeployment === undefined || stageOf(serviceDeployment) === 'ongoing'
}

/** ECS stops a deployment only by rolling it back; a circuit breaker without rollback does not want that. */
function allowsRollback({ enable, rollback }: BreakerSetting): boolean {
  return !enable || rollback
}

function isFailing({ context, last, tasks }: WatchState, running: readonly Task[] | undefined): boolean {
  const { options, tracked } = context
  const { at, service } = last
  if (service === 'missing') return false
  const health = { tracked, service, stopped: stoppedTasks(tasks), running }
  return shouldFailFast(health, { after: options.failFastAfter, now: at })
}

function runningTasksRead(state: WatchState): StageResult {
  const running = state.tasks.lastRunning
  // The next poll tries again.
  if (running?.kind !== 'read' || !isFailing(state, running.tasks)) return done(state)
  const { serviceDeployment } = state.last
  if (!serviceDeployment) {
    return done({ ...state, failFast: { ...state.failFast, lacksServiceDeployment: true } })
  }
  const effect = { kind: 'stop-deployment', arn: serviceDeployment.arn } as const
  return waitFor({ ...state, failFast: stopping(state.failFast) }, effect)
}

/** Not because of its own tasks: another service failed. */
export function stopped(
  state: WatchState,
  { at, failure }: Extract<WatchEvent, { kind: 'stopped' }>,
): StageResult {
  const text = `stopping the deployment (on-partial-failure): ${failure}`
  const { log, lines } = recordEntry(state.log, { at, text, event: { kind: 'stopped-early' } })
  const failFast = { ...state.failFast, tries: maxTries, stopRequested: true }
  return goTo({ ...state, log, failFast }, state.stage, lines)
}

export function stopAnswered(
  state: WatchState,
  { at, result }: Extract<WatchEvent, { kind: 'stop-answered' }>,
): StageResult {
  if (result.kind !== 'stopped') {
    return goTo({ ...state, failFast: stopFailed(state.failFast, result) }, state.stage)
  }
  const failed = stoppedTasks(state.tasks).filter(isFailed).length
  const reason = `${failed} of its tasks had failed, more than half of all that it started`
  const text = `stopping the deployment (fail-fast-after): ${reason}`
  const { log, lines } = recordEntry(state.log, { at, text, event: { kind: 'stopped-early' } })
  return goTo({ ...state, log, failFast: stopConfirmed(state.failFast, reason) }, state.stage, lines)
}
