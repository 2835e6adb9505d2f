/** Does a rollback make headway? (docs/adr/0041) */
import { countsForFailFast, groupFailures } from '../diagnosis/failure-group.js'
import { revisionName } from '../ecs/arn.js'
import type { Deployment, Service } from '../ecs/service.js'
import { endedAt, isFailed, isUp, type Task } from '../ecs/task.js'
import type { StuckRollback } from '../plan/stuck-rollback.js'
import { isReady, type TargetHealth } from '../resources/target-health.js'
import { presumedHealthyAfter } from './confirm-success.js'
import { hasFailedReplacement } from './failing-after-completion.js'

export interface RollbackEvidence {
  readonly service: Service
  /** the PRIMARY, to which ECS rolls back */
  readonly deployment: Deployment
  /** of the deployment; undefined: not readable */
  readonly stopped: readonly Task[] | undefined
  readonly running: readonly Task[] | undefined
  /** of each target group of the service; undefined: not readable */
  readonly targets: readonly (readonly TargetHealth[] | undefined)[]
  readonly now: number
}

/** Undefined where it makes headway, or may do so. */
export function stuckRollback(evidence: RollbackEvidence): StuckRollback | undefined {
  const { deployment, service } = evidence
  const failure = failureOf(evidence)
  if (!failure) return undefined
  return {
    ...failure,
    revision: revisionName(deployment.taskDefinition),
    isOutage: service.runningCount === 0,
  }
}

function failureOf(evidence: RollbackEvidence): Pick<StuckRollback, 'failed' | 'reason'> | undefined {
  const { running, service, stopped } = evidence
  if (!stopped || !running) return countedFailure(evidence)
  const startedByIt = startedBy(evidence)
  const failed = stopped.filter(task => startedByIt(task) && isFailed(task) && countsForFailFast(task))
  if (failed.length === 0 || !hasFailedReplacement(failed)) return undefined
  if (running.some(task => startedByIt(task) && isHealthy(task, failed, evidence))) return undefined
  return { failed: failed.length, reason: groupFailures(failed, service.events)[0]?.reason }
}

/** More than the service wants: some of them replaced others. */
function countedFailure({ deployment, service }: RollbackEvidence) {
  const { failedTasks: failed, runningCount } = deployment
  const isStuck = runningCount === 0 && failed > Math.max(1, service.desiredCount)
  return isStuck ? { failed, reason: undefined } : undefined
}

/**
 * A rollback begins after the deployment that it ends. Whether it sets the creation time of the PRIMARY is not
 * documented, so tasks of the time in between may count.
 */
function startedBy({ deployment, service }: RollbackEvidence): (task: Task) => boolean {
  const others = service.deployments.filter(({ id }) => id !== deployment.id)
  const times = others.flatMap(({ createdAt }) => createdAt ?? [])
  const since = times.length > 0 ? Math.max(...times) : (deployment.createdAt ?? 0)
  return ({ createdAt }) => createdAt !== undefined && createdAt > since
}

/** Without health checks, it must have been up for longer than those that failed. */
function isHealthy(task: Task, failed: readonly Task[], { now, targets }: RollbackEvidence): boolean {
  if (!isUp(task)) return false
  const own = task.addresses ?? []
  const known = targets.flatMap(group => group ?? []).filter(({ id }) => own.includes(id))
  if (known.some(isReady)) return true
  const isBalanced = targets.length > 0 && targets.every(group => group !== undefined) && own.length > 0
  if (isBalanced) return false
  if (task.healthStatus === 'HEALTHY' && targets.length === 0) return true
  const lives = failed.map(one => (endedAt(one) ?? now) - (one.startedAt ?? endedAt(one) ?? now))
  return now - (task.startedAt ?? now) >= Math.max(presumedHealthyAfter, ...lives)
}
