/**
 * Failures as the events of the service tell them, for tasks that ECS does not describe: it forgets stopped tasks after
 * about an hour, and a role may lack the permission. Events tell of health checks only, not of exit codes.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
import { shortenArns } from '../arn.js'
import type { ServiceEvent } from '../service/service.js'
import type { FailureGroup } from './failure-group.js'

/** `events` are those since the deployment began, newest first; of other tasks than began since then nothing is told. */
export function eventFailures(events: readonly ServiceEvent[], clusterArn: string): FailureGroup[] {
  const oldestFirst = [...events].reverse()
  const started = new Set(oldestFirst.flatMap(({ message }) => startedTasks(message)))
  const groups = new Map<string, string[]>()
  for (const { message } of oldestFirst) {
    const failure = failureIn(message)
    if (!failure || !started.has(failure.task)) continue
    const arn = `${clusterArn.replace(':cluster/', ':task/')}/${failure.task}`
    const tasks = groups.get(failure.reason) ?? []
    // Each look of the load balancer may be an event of its own.
    groups.set(failure.reason, tasks.includes(arn) ? tasks : [...tasks, arn])
  }
  return [...groups]
    .map(([reason, tasks]) => ({ failureClass: 'health-check' as const, reason, tasks }))
    .sort((a, b) => b.tasks.length - a.tasks.length)
}

/** `(service web) has started 2 tasks: (task 3e7a…) (task 5e1c…).` */
function startedTasks(message: string): string[] {
  const [, list] = / has started \d+ tasks: (.*)$/.exec(message) ?? []
  return [...(list ?? '').matchAll(/\(task ([^\s()]+)\)/g)].map(([, task = '']) => task)
}

function failureIn(message: string): { readonly task: string; readonly reason: string } | undefined {
  const [, task, rest] = /\(task ([^\s()]+)\) (.*?)\.?$/.exec(message) ?? []
  if (!task || !rest) return undefined
  if (rest === 'failed container health checks') return { task, reason: rest }
  const [, port, group, reason] =
    /^\(port (\d+)\) is unhealthy in \(target-group ([^\s()]+)\) due to \(reason (.+)\)$/.exec(rest) ?? []
  if (!group) return undefined
  return { task, reason: `is unhealthy in (target-group ${shortenArns(group)}), port ${port}: ${reason}` }
}
