/**
 * Service events as a person reads them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
import { lastPart, shortenArns } from '../arn.js'
import type { ServiceEvent } from './service.js'
import type { Task } from './task.js'

/** `(service web) has started 2 tasks: (task 3e7a…)` → `has started 2 tasks: 3e7a1395` */
export function eventText(message: string): string {
  const text = shortenArns(message.replace(/^\(service [^\s,)]+(?:, taskSet [^)]+)?\) /, '').trim())
    .replace(/\s+/g, ' ')
    .replace(/\((?:task|deployment) ([^\s()]+)\)/g, '$1')
    .replace(/\(target-group ([^\s()]+)\)/g, 'target group $1')
    .replace(/\b[0-9a-f]{32}\b/g, id => id.slice(0, 8))
    .replace(/\.$/, '')
  return text.replace(/\. For more information, see the [^.]*(?:Developer|User) Guide$/, '')
}

/** What the newest of these events says of tasks that could not be placed, and nothing where it is about a container. */
export function unplacedText(events: readonly ServiceEvent[]): string | undefined {
  const newest = events.find(({ message }) => /was unable to place a task/.test(message))
  const text = newest && eventText(newest.message).replace(/\. For more information, see .*$/, '')
  return text && isAboutRoom(text) ? `ECS ${text}` : undefined
}

/** Whether an event says that there was no room for a task. */
export function isUnplaced(message: string): boolean {
  return /was unable to place a task/.test(message) && isAboutRoom(message)
}

function isAboutRoom(text: string): boolean {
  return /Capacity|container instance|RESOURCE:/i.test(text)
}

/** Whether an event says what a load balancer saw of one of these tasks: that is part of the line about its failure. */
export function isHealthOf(event: ServiceEvent, tasks: readonly Task[]): boolean {
  const { message } = event
  return (
    message.includes(' is unhealthy in ') &&
    tasks.some(({ arn }) => message.includes(`(task ${lastPart(arn)})`))
  )
}
