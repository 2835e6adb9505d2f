import { deploymentLink } from '../../ecs/console-links.js'
import { failureCounts } from '../counted-failures.js'
import { reachedGoal } from '../reached-goal.js'
import { rollbackFailures } from '../rollback-failures.js'
import { reliesOnService } from '../slices/polls.js'
import { reportPoll } from '../slices/progress-log.js'
import { stoppedTasks } from '../slices/task-records.js'
import { waitOf } from '../waits/waits.js'
import type { WatchState } from '../watch-state.js'
import { endWatch } from './end-watch.js'
import { goTo, type StageResult } from './stage-result.js'

export function report(before: WatchState, at: number): StageResult {
  const { context, last, tasks, verdict } = before
  const poll = {
    snapshot: last,
    verdict,
    stopped: stoppedTasks(tasks),
    rollbackFailed: rollbackFailures(before),
    wait: waitOf(before),
    checksContainers: context.checkedContainers.length > 0,
    page: pageOf(before),
  }
  const { log, lines } = reportPoll(before.log, poll)
  const accountedFor = tasks.readAt >= last.at ? failureCounts(last) : tasks.accountedFor
  const state = { ...before, log, tasks: { ...tasks, accountedFor } }
  const result = verdict.kind === 'decided' ? verdict.result : reachedGoal(state)
  if (!result) return goTo(state, 'failing-fast', lines)
  const ended = endWatch(state, { result, at })
  // The verdict asks for the same person.
  const own = result.kind === 'paused' ? lines.map(line => ({ ...line, annotation: undefined })) : lines
  return { ...ended, lines: [...own, ...ended.lines] }
}

/** The page of all deployments, where ours may not be read. */
function pageOf({ last: { service }, polls }: WatchState): string | undefined {
  const { serviceDeploymentArn: arn } = polls
  if (service === 'missing' || (arn === undefined && !reliesOnService(polls))) return undefined
  return deploymentLink(service.arn, service.clusterArn, arn)
}
