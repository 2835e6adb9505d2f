/** Target health is read rarely, to spare calls: what was read before the last task started says nothing of it. */
import type { TargetHealthSnapshot } from '../../resources/target-health.js'
import { type Facts, lastMove } from './wait.js'

/** The last snapshot of each target group; undefined if one of them is older than the tasks. */
export function currentTargets(facts: Facts): readonly TargetHealthSnapshot[] | undefined {
  const { targets, tasks } = facts
  const groups = [...new Set(targets.map(({ group }) => group))]
  const latest = groups.flatMap(group => targets.findLast(one => one.group === group) ?? [])
  const known = facts.service.loadBalancers.flatMap(({ targetGroups }) => targetGroups)
  const isComplete = latest.length > 0 && known.every(group => groups.includes(group))
  const starts = tasks.flatMap(({ desiredStatus, startedAt }) =>
    desiredStatus === 'RUNNING' && startedAt !== undefined ? [startedAt] : [],
  )
  const changed = Math.max(lastMove(facts, ['started', 'registered']) ?? 0, ...starts)
  return isComplete && latest.every(({ at }) => at > changed) ? latest : undefined
}
