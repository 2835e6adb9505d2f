/**
 * Whether the next event may be ECS's decision, as far as the last poll shows it: then polls cost what they are worth.
 * What people do (a newer deployment, a stop) is not foreseen.
 */
import { deploymentOf, primaryOf, type Service } from '../ecs/service.js'
import { endedAt, isFailed, type Task } from '../ecs/task.js'
import { tripsAt } from '../settings/breaker.js'
import { stoppedTasks } from './slices/task-records.js'
import { allRun, isAlone, isBaking } from './slices/wait-times.js'
import type { Tracked } from './tracked-deployment.js'
import { lastMove } from './waits/wait.js'
import type { WatchState } from './watch-state.js'

/** `near`: within half a minute or so; `possible`: at a time that nothing shows. */
export type DecisionDistance = 'near' | 'possible' | 'far'

export function decisionDistance(state: WatchState, at: number): DecisionDistance {
  const { context, last, verdict } = state
  const { service } = last
  if (service === 'missing' || verdict.kind !== 'watching') return 'far'
  switch (verdict.stage) {
    case 'stopping':
      return 'near'
    case 'rolling-back':
      return endOfRollback(service, context.tracked.deploymentId)
    case 'rolling-out':
      if (state.failFast.stopRequested) return 'possible'
      if (failsLater(state, service, at)) return 'far'
      if (hasEarlySuccess(service, context.tracked.deploymentId)) return 'near'
      if (mayEndByFailure(state, service)) return 'near'
      return completion(state, service, at)
  }
}

/** What ECS rolled back to runs; ours are gone, or still drain. */
function endOfRollback(service: Service, deploymentId: string): DecisionDistance {
  const ours = deploymentOf(service, deploymentId)
  const primary = primaryOf(service)
  const isRestored =
    primary !== undefined && primary.pendingCount === 0 && primary.runningCount >= service.desiredCount
  if (!isRestored) return 'far'
  return !ours || ours.runningCount + ours.pendingCount === 0 ? 'near' : 'possible'
}

/** All tasks run and no older one: the bake time is left, or that the tasks of a first deployment become healthy. */
function completion(
  { context, last, polls, waits }: WatchState,
  service: Service,
  at: number,
): DecisionDistance {
  const { tracked } = context
  if (service.desiredCount === 0) return polls.count === 0 ? 'far' : 'near'
  if (!isAlone(tracked, service)) return isReplacing(tracked, service) ? 'possible' : 'far'
  if (!isBaking(tracked, last)) return tracked.completedBefore ? 'near' : 'possible'
  if (service.bakeTimeInMinutes === 0 || waits.bake === undefined) return 'possible'
  return at >= waits.bake + service.bakeTimeInMinutes * 60_000 - bakeMargin ? 'near' : 'far'
}

/**
 * All its tasks run, and ECS has begun to stop the older ones. One capture shows SUCCESSFUL while those drained
 * (docs/adr/0055).
 */
function isReplacing(tracked: Tracked, service: Service): boolean {
  const started = lastMove(service, ['started'])
  const stopped = lastMove(service, ['stopped'])
  if (started === undefined || stopped === undefined) return false
  return allRun(tracked, service) && stopped > started
}

/** Milliseconds: the poll that first showed the bake time came later than its begin. */
const bakeMargin = 15_000

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/early-success-criteria.html */
function hasEarlySuccess(service: Service, deploymentId: string): boolean {
  const { desiredCount, earlySuccessPercent: percent } = service
  const running = deploymentOf(service, deploymentId)?.runningCount ?? 0
  return percent !== undefined && running > 0 && running * 100 >= percent * desiredCount
}

/** Where tasks have failed, the next ones may do so at the same age. */
function failsLater({ tasks }: WatchState, service: Service, at: number): boolean {
  const lives = stoppedTasks(tasks)
    .filter(isFailed)
    .flatMap(task => livedFor(task) ?? [])
  const started = lastMove(service, ['started'])
  if (started === undefined || lives.length === 0) return false
  return at - started < Math.min(...lives) * shortLife
}

/** The tasks in progress can trip the circuit breaker, and no rollback follows that takes its time. */
function mayEndByFailure(state: WatchState, service: Service): boolean {
  const { context, last } = state
  const { breaker, completedBefore, deploymentId } = context.tracked
  if (!breaker.enable) return false
  if (breaker.rollback && completedBefore && !rollsBackAtOnce(state, service)) return false
  const ours = deploymentOf(service, deploymentId)
  if (!ours) return false
  const count = last.serviceDeployment?.breaker
  const failures = count?.failures ?? ours.failedTasks
  const threshold = count?.threshold ?? tripsAt(breaker.threshold, service.desiredCount)
  return failures > 0 && failures + ours.runningCount + ours.pendingCount >= threshold
}

/** What served still runs in full, and what failed never ran: nothing has to start or to drain. */
function rollsBackAtOnce({ context, tasks }: WatchState, service: Service): boolean {
  const others = service.deployments.filter(({ id }) => id !== context.tracked.deploymentId)
  const running = others.reduce((sum, { runningCount }) => sum + runningCount, 0)
  const failed = stoppedTasks(tasks).filter(isFailed)
  return (
    running >= service.desiredCount &&
    failed.length > 0 &&
    failed.every(({ startedAt }) => startedAt === undefined)
  )
}

function livedFor(task: Task): number | undefined {
  const end = endedAt(task)
  return end === undefined || task.createdAt === undefined ? undefined : end - task.createdAt
}

/** The share of the shortest life after which a task may fail the same way. */
const shortLife = 0.8
