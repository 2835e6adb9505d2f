/** What a deployment waits for that does not get on, as far as the last poll shows it. */
import { revisionName } from '../../ecs/arn.js'
import { deploymentOf } from '../../ecs/service.js'
import { maxRecordAge, startingReadGap } from '../pace.js'
import { knownTasks, stoppedTasks } from '../slices/task-records.js'
import type { WatchState } from '../watch-state.js'
import { noRoom, protectedTasks, targetsRefused, taskRefused, throttled, unplaced } from './refused.js'
import { bakes, hookRuns, pauses, shifts } from './stages.js'
import {
  backsOff,
  becomesHealthy,
  drains,
  interrupted,
  rollsBack,
  starting,
  stuckStart,
  unexplained,
} from './tasks.js'
import type { Wait, WaitFacts, WaitRow } from './wait.js'

/** In order of precedence: what nobody can wait for comes first. */
const rows: readonly WaitRow[] = [
  rollsBack,
  targetsRefused,
  taskRefused,
  noRoom,
  protectedTasks,
  stuckStart,
  pauses,
  hookRuns,
  unplaced,
  interrupted,
  bakes,
  shifts,
  throttled,
  backsOff,
  drains,
  becomesHealthy,
  starting,
  unexplained,
]

export function waitOf({ context, last, tasks, targets, waits }: WatchState): Wait | undefined {
  const { eventsBefore, tracked } = context
  const events = last.service === 'missing' ? [] : last.service.events
  const isRead = last.at - tasks.triedRunningAt <= startingReadGap + maxRecordAge
  return waitFor({
    tracked,
    checkedContainers: context.checkedContainers,
    minutes: context.options.minutes,
    last,
    events: events.filter(({ id }) => !eventsBefore.includes(id)),
    tasks: isRead ? knownTasks(tasks) : stoppedTasks(tasks),
    targets: targets.snapshots,
    times: waits,
  })
}

/** Undefined if the service is gone. */
export function waitFor(facts: WaitFacts): Wait | undefined {
  const { last, tracked } = facts
  const { service } = last
  if (service === 'missing') return undefined
  const ours = deploymentOf(service, tracked.deploymentId)
  const old = service.deployments
    .filter(({ id, runningCount }) => id !== tracked.deploymentId && runningCount > 0)
    .map(one => ({ revision: revisionName(one.taskDefinition), running: one.runningCount }))
  const counts = { running: ours?.runningCount ?? 0, pending: ours?.pendingCount ?? 0 }
  for (const row of rows) {
    const wait = row({ ...facts, ...counts, service, ours, old })
    if (wait) return wait
  }
  return undefined
}
