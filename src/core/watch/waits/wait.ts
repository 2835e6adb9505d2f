/** What a deployment waits for, and what shows it. */
import type { FailureClass } from '../../diagnosis/classes.js'
import { eventText } from '../../ecs/event-text.js'
import type { Deployment, Service, ServiceEvent } from '../../ecs/service.js'
import type { Task } from '../../ecs/task.js'
import { parseTaskCountEvent } from '../../ecs/task-count-event.js'
import type { TargetHealthSnapshot } from '../../resources/target-health.js'
import type { WaitTimes } from '../slices/wait-times.js'
import type { Snapshot, Tracked } from '../tracked-deployment.js'

export interface Wait {
  /** for the log, after "waits for": `2 tasks of web:7 to stop` */
  readonly object: string
  /** another line of the log says it */
  readonly isLogged?: boolean
  /** as the reason of a deployment that is not decided in time */
  readonly text: string
  /** unhealthy targets say more */
  readonly yieldsToTargets?: boolean
  readonly failureClass: FailureClass
  readonly next: string
}

export interface WaitFacts {
  readonly tracked: Tracked
  /** names of containers with a health check */
  readonly checkedContainers: readonly string[]
  /** wait-for-minutes */
  readonly minutes: number
  readonly last: Snapshot
  /** of the service since the deployment began, newest first */
  readonly events: readonly ServiceEvent[]
  /** of the deployment, as last read */
  readonly tasks: readonly Task[]
  readonly targets: readonly TargetHealthSnapshot[]
  readonly times: WaitTimes
}

export interface Facts extends WaitFacts {
  readonly service: Service
  readonly ours: Deployment | undefined
  readonly running: number
  readonly pending: number
  /** running tasks of older revisions */
  readonly old: readonly { readonly revision: string; readonly running: number }[]
}

export type WaitRow = (facts: Facts) => Wait | undefined

/** The newest event with these words. */
export function said(
  { events }: Pick<Facts, 'events'>,
  words: RegExp,
): { readonly at: number; readonly match: RegExpExecArray } | undefined {
  for (const { at, message } of events) {
    const match = words.exec(eventText(message))
    if (match) return { at, match }
  }
  return undefined
}

/** When ECS last started or stopped tasks. */
export function lastMove({ events }: Pick<Service, 'events'>, verbs: readonly string[]): number | undefined {
  return events.find(({ message }) => {
    const verb = parseTaskCountEvent(eventText(message))?.verb
    return verb !== undefined && verbs.includes(verb)
  })?.at
}

/** `1 task`, `2 tasks` */
export function countTasks(count: number): string {
  return count === 1 ? '1 task' : `${count} tasks`
}
