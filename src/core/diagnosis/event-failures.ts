/**
 * Failures as the events of the service tell them, for tasks that ECS does not describe: it keeps stopped tasks for an
 * hour at least and not for ever (API_DescribeTasks), and a role may lack the permission. What is read here are events
 * about health checks: none has an exit code.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
import { shortenArns } from '../ecs/arn.js'
import { targetResponse } from '../ecs/event-text.js'
import type { ServiceEvent } from '../ecs/service.js'
import type { FailureGroup } from './failure-group.js'

/** What is known beside the events, to tell whose tasks they speak of. */
export interface Bystanders {
  readonly clusterArn: string
  /** id of the deployment that is watched */
  readonly ours: string
  /** ARNs of tasks that were seen to be of other deployments */
  readonly others: ReadonlySet<string>
  /** no other deployment had tasks, of which a replacement could be */
  readonly alone: boolean
}

/** `events` are those since the deployment began, newest first; of other tasks than began since then nothing is told. */
export function eventFailures(events: readonly ServiceEvent[], bystanders: Bystanders): FailureGroup[] {
  const { others, alone } = bystanders
  const clusterTasks = bystanders.clusterArn.replace(':cluster/', ':task/')
  const oldestFirst = [...events].reverse()
  const started = startedTasks(oldestFirst, bystanders.ours)
  const groups = new Map<string, string[]>()
  for (const { message } of oldestFirst) {
    const failure = failureIn(message)
    if (!failure || !started.has(failure.task)) continue
    const arn = `${clusterTasks}/${failure.task}`
    if (others.has(arn)) continue
    const tasks = groups.get(failure.reason) ?? []
    // Each look of the load balancer may be an event of its own.
    groups.set(failure.reason, tasks.includes(arn) ? tasks : [...tasks, arn])
  }
  return [...groups]
    .map(([reason, tasks]) => ({
      failureClass: 'health-check' as const,
      reason,
      tasks,
      stopCode: undefined,
      container: undefined,
      exitCode: undefined,
      of: alone ? undefined : ('service' as const),
    }))
    .sort((a, b) => b.tasks.length - a.tasks.length)
}

/** Ids of tasks that events say were started and that can be ours, oldest first. */
export function namedBy(events: readonly ServiceEvent[], ours: string): readonly string[] {
  return [...startedTasks([...events].reverse(), ours)]
}

/** Those that can be ours: what starts after a rollback has begun is not, nor what an event names another one for. */
function startedTasks(oldestFirst: readonly ServiceEvent[], ours: string): ReadonlySet<string> {
  const end = oldestFirst.findIndex(({ message }) => / rolling back to /.test(message))
  const messages = oldestFirst.slice(0, end < 0 ? undefined : end).map(({ message }) => message)
  const isOthers = (message: string) => {
    const named = /\b(?:deployment|taskSet) (ecs-svc\/\d+)/.exec(message)?.[1]
    return named !== undefined && named !== ours
  }
  return new Set(messages.filter(message => !isOthers(message)).flatMap(startedIn))
}

/** `(service web) has started 2 tasks: (task 3e7a…) (task 5e1c…).` */
function startedIn(message: string): string[] {
  const [, list] = / has started \d+ tasks: (.*)$/.exec(message) ?? []
  return [...(list ?? '').matchAll(/\(task ([^\s()]+)\)/g)].map(([, task = '']) => task)
}

function failureIn(message: string): { readonly task: string; readonly reason: string } | undefined {
  const [, task, rest] = /\(task ([^\s()]+)\) (.*?)\.?$/.exec(message) ?? []
  if (!task || !rest) return undefined
  if (rest === 'failed container health checks') return { task, reason: rest }
  const [, group] = /is unhealthy in \(target-group ([^\s()]+)\)/.exec(rest) ?? []
  const answer = targetResponse(message)
  if (!group || !answer) return undefined
  const { port, reason } = answer
  return { task, reason: `is unhealthy in (target-group ${shortenArns(group)}), port ${port}: ${reason}` }
}
