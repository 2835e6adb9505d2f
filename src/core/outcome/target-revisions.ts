/**
 * Of which revision the targets are that a load balancer showed. It knows addresses, and under awsvpc so does ECS of its
 * tasks; targets that are instances stay nobody's. What is not ours is of the one revision that was there before, as
 * long as all tasks of ours were seen and nobody else deployed.
 */

import { deploymentOf } from '../ecs/service.js'
import type { Task } from '../ecs/task.js'
import type { TargetHealth, TargetHealthSnapshot } from '../resources/target-health.js'
import { isDraining } from '../resources/target-health.js'
import { unlistedFailures } from '../watch/counted-failures.js'
import type { WatchRecord } from './watch-record.js'

export function withRevisions(record: WatchRecord): TargetHealthSnapshot[] {
  const { tracked, tasks, targets } = record
  const before = beforeOurs(record)
  const of = (target: TargetHealth, at: number) =>
    tasks.all.some(task => isOf(task, target, at)) ? tracked.taskDefinition : before
  return targets.map(poll => ({
    ...poll,
    targets: poll.targets.map(target => ({ ...target, revision: of(target, poll.at) })),
  }))
}

/** Addresses are used again: a task that is gone has none, but its target may drain a little longer. */
function isOf({ addresses = [], createdAt, stoppedAt }: Task, target: TargetHealth, at: number): boolean {
  if (!addresses.includes(target.id) || createdAt === undefined || createdAt > at) return false
  return stoppedAt === undefined || at <= stoppedAt || isDraining(target)
}

/** What all targets that are not ours are of, where that is certain. */
function beforeOurs({ tracked, tasks, result, last }: WatchRecord): string | undefined {
  const [before, ...others] = tracked.deployedBefore
  const isReplaced =
    result.kind === 'superseded' || (result.kind === 'failed' && result.replacedBy !== undefined)
  const isAlone = others.length === 0 && !isReplaced
  if (!isAlone || tasks.denied || last.service === 'missing') return undefined
  const { runningCount = 0, pendingCount = 0 } = deploymentOf(last.service, tracked.deploymentId) ?? {}
  const isComplete =
    runningCount + pendingCount <= tasks.all.filter(({ lastStatus }) => lastStatus !== 'STOPPED').length &&
    unlistedFailures(tracked, last, tasks.stopped) === 0 &&
    tasks.all.every(({ addresses = [] }) => addresses.length > 0)
  return isComplete ? before : undefined
}
