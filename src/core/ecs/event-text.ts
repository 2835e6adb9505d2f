/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html */
import { resourceName, shortenArns } from './arn.js'
import { placementProblem } from './placement-problems.js'
import type { ServiceEvent } from './service.js'
import type { Task } from './task.js'

/** `(service web) has started 2 tasks: (task 3e7a…)` → `has started 2 tasks: 3e7a1395` */
export function eventText(message: string): string {
  const text = shortenArns(message.replace(/^\(service [^\s,)]+(?:, taskSet [^)]+)?\) /, '').trim())
    .replace(/\s+/g, ' ')
    .replace(/\((?:task|deployment) ([^\s()]+)\)/g, '$1')
    .replace(/\(target-group ([^\s()]+)\)/g, 'target group $1')
    .replace(/\b[0-9a-f]{32}\b/g, id => id.slice(0, 8))
    .replace(/\b1 ((?:\w+ )?(?:task|target|connection))s\b/g, '1 $1')
    .replace(/^Deployment \[[^\]]+\] rollback has failed/, failedRollback)
    .replace(/\.$/, '')
  return text.replace(/\. For more information, see the [^.]*(?:Developer|User) Guide$/, '')
}

const failedRollback = 'the rollback has failed'

/** Takes the text of `eventText`. */
export function hasFailedRollback(text: string): boolean {
  return text.startsWith(failedRollback)
}

export interface PlacementFailures {
  /** of the newest event */
  readonly reason: string
  /** events, not tasks */
  readonly times: number
  readonly since: number
}

/** Undefined unless the newest is about capacity. */
export function placementFailures(events: readonly ServiceEvent[]): PlacementFailures | undefined {
  const all = events.flatMap(({ at, message }) => {
    const reason = placementReason(message)
    return reason ? [{ at, reason }] : []
  })
  const said = all.filter(({ reason }) => isAboutCapacity(reason))
  const [newest] = said
  if (!newest || newest !== all[0]) return undefined
  const reason = newest.reason.replace(/\. For more information, see .*$/s, '')
  return { reason, times: said.length, since: Math.min(...said.map(({ at }) => at)) }
}

function placementReason(message: string): string | undefined {
  return /was unable to place a task(?: because|\. Reason:|:)? (.+)$/.exec(eventText(message))?.[1]
}

export function isPlacementFailure(message: string): boolean {
  const reason = placementReason(message)
  return reason !== undefined && isAboutCapacity(reason)
}

function isAboutCapacity(text: string): boolean {
  return placementProblem(text) !== undefined
}

/** The event repeats the failure of a task. */
export function isHealthEventOf({ message }: ServiceEvent, tasks: readonly Task[]): boolean {
  const task = tasks.find(({ arn }) => message.includes(`(task ${resourceName(arn)})`))
  if (message.includes(' failed container health checks'))
    return /container health checks/i.test(task?.stoppedReason ?? '')
  return task !== undefined && targetResponse(message) !== undefined
}

export function targetResponse(
  message: string,
): { readonly port: string; readonly reason: string } | undefined {
  const [, port, rest = ''] = /\(port (\d+)\) is unhealthy in (.*)$/s.exec(message) ?? []
  const [, quoted] = splitAtLast(rest, ' due to (reason ')
  const reason = quoted?.replace(/\)\.?$/, '')
  return port && reason && reason !== quoted ? { port, reason } : undefined
}

/** `(service web) (deployment ecs-svc/6216346761948112104) deployment failed: alarm detected.` */
export function deploymentFailure(message: string, deploymentId: string): string | undefined {
  const [, why] = message.split(`(deployment ${deploymentId}) deployment failed: `)
  return why?.replace(/\.$/, '')
}

function splitAtLast(text: string, separator: string): readonly [string, string | undefined] {
  const at = text.lastIndexOf(separator)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)]
}

/** When ECS said so, in milliseconds; events are newest first. */
export function completedAt(events: readonly ServiceEvent[], deploymentId: string): number | undefined {
  return events.find(({ message }) => message.includes(`(deployment ${deploymentId}) deployment completed`))
    ?.at
}
