/**
 * By the address of the task, which ECS shows for awsvpc tasks only. Other targets belong to the only previous revision,
 * if every task of this deployment was read and nobody else deployed.
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

/** Addresses are reused, but the target of a stopped task drains. */
function isOf({ addresses = [], createdAt, stoppedAt }: Task, target: TargetHealth, at: number): boolean {
  if (!addresses.includes(target.id) || createdAt === undefined || createdAt > at) return false
  return stoppedAt === undefined || at <= stoppedAt || isDraining(target)
}

/** The revision of all other targets, if certain. */
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
