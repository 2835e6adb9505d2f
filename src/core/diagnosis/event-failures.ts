/**
 * Failed health checks from service events: ECS may forget stopped tasks after an hour (API_DescribeTasks), and a role
 * may not be allowed to read them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
import { shortenArns } from '../ecs/arn.js'
import { targetResponse } from '../ecs/event-text.js'
import type { ServiceEvent } from '../ecs/service.js'
import type { FailureGroup } from './failure-group.js'

export interface EventContext {
  readonly clusterArn: string
  readonly deploymentId: string
  /** ARNs */
  readonly otherTasks: ReadonlySet<string>
  readonly hadOtherTasks: boolean
}

/** `events`: since the deployment began, newest first. Ignores tasks that started before. */
export function eventFailures(events: readonly ServiceEvent[], context: EventContext): FailureGroup[] {
  const clusterTasks = context.clusterArn.replace(':cluster/', ':task/')
  const oldestFirst = [...events].reverse()
  const started = startedTasks(oldestFirst, context.deploymentId)
  const tasksByReason = new Map<string, string[]>()
  for (const { message } of oldestFirst) {
    const failure = failureIn(message)
    if (!failure || !started.has(failure.task)) continue
    const arn = `${clusterTasks}/${failure.task}`
    if (context.otherTasks.has(arn)) continue
    const tasks = tasksByReason.get(failure.reason) ?? []
    // A task can have several events.
    tasksByReason.set(failure.reason, tasks.includes(arn) ? tasks : [...tasks, arn])
  }
  return [...tasksByReason]
    .map(([reason, tasks]) => ({
      failureClass: 'health-check' as const,
      reason,
      tasks,
      stopCode: undefined,
      container: undefined,
      exitCode: undefined,
      of: context.hadOtherTasks ? ('service' as const) : undefined,
    }))
    .sort((a, b) => b.tasks.length - a.tasks.length)
}

/** Oldest first. */
export function startedTaskIds(events: readonly ServiceEvent[], deploymentId: string): readonly string[] {
  return [...startedTasks([...events].reverse(), deploymentId)]
}

/** Not of a rollback, nor of another deployment that the event names. */
function startedTasks(oldestFirst: readonly ServiceEvent[], deploymentId: string): ReadonlySet<string> {
  const end = oldestFirst.findIndex(({ message }) => / rolling back to /.test(message))
  const messages = oldestFirst.slice(0, end < 0 ? undefined : end).map(({ message }) => message)
  const isOfOther = (message: string) => {
    const named = /\b(?:deployment|taskSet) (ecs-svc\/\d+)/.exec(message)?.[1]
    return named !== undefined && named !== deploymentId
  }
  return new Set(messages.filter(message => !isOfOther(message)).flatMap(startedIn))
}

/** `(service web) has started 2 tasks: (task 3e7a…) (task 5e1c…).` */
function startedIn(message: string): string[] {
  const [, list] = / has started \d+ tasks: (.*)$/s.exec(message) ?? []
  return [...(list ?? '').matchAll(/\(task ([^\s()]+)\)/g)].map(([, task = '']) => task)
}

function failureIn(message: string): { readonly task: string; readonly reason: string } | undefined {
  const [, task, rest] = /\(task ([^\s()]+)\) (.*?)\.?$/s.exec(message) ?? []
  if (!task || !rest) return undefined
  if (rest === 'failed container health checks') return { task, reason: rest }
  const [, group] = /is unhealthy in \(target-group ([^\s()]+)\)/.exec(rest) ?? []
  const response = targetResponse(message)
  if (!group || !response) return undefined
  const { port, reason } = response
  return { task, reason: `is unhealthy in (target-group ${shortenArns(group)}), port ${port}: ${reason}` }
}
