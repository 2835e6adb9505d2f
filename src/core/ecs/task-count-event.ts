/**
 * Service events that count tasks or targets: several of one poll can be merged into one.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
import { joinTaskNames } from './task-names.js'

export interface TaskCountEvent {
  readonly verb: 'started' | 'stopped' | 'registered' | 'deregistered' | 'begun draining connections on'
  /** the verb as written */
  readonly words: string
  readonly count: number
  /** `running task`, `target` */
  readonly noun: string
  /** such as ` in target group web-prod` */
  readonly rest: string
  /** first characters of the task ids, if the event has them */
  readonly tasks: readonly string[]
}

/** Nothing for an event of another kind. */
export function parseTaskCountEvent(text: string): TaskCountEvent | undefined {
  const match =
    /^((?:has )?(started|stopped|registered|deregistered|begun draining connections on)) (\d+) ((?:running |pending )?(?:task|target))s?(.*)$/.exec(
      text,
    )
  if (!match) return undefined
  const [, words = '', verb, count, noun = '', after = ''] = match
  const named = /^: ((?:[0-9a-f]{8} ?)+)$/.exec(after)?.[1]
  return {
    verb: verb as TaskCountEvent['verb'],
    words,
    count: Number(count),
    noun,
    rest: named === undefined ? after : '',
    tasks: named?.trim().split(' ') ?? [],
  }
}

/** Merges events that differ only in their tasks, in the place of the first. */
export function mergeTaskCounts(events: readonly TaskCountEvent[]): TaskCountEvent[] {
  const sums = new Map<string, TaskCountEvent>()
  for (const event of events) {
    const key = `${event.words} ${event.noun}${event.rest} ${event.tasks.length > 0}`
    const before = sums.get(key)
    const sum = before && {
      ...before,
      count: before.count + event.count,
      tasks: [...before.tasks, ...event.tasks],
    }
    sums.set(key, sum ?? event)
  }
  return [...sums.values()]
}

/** `has stopped 1 running task: 3e7a1395`: ECS writes "1 running tasks". */
export function taskCountText({ words, count, noun, rest, tasks }: TaskCountEvent): string {
  const counted = `${count} ${noun}${count === 1 ? '' : 's'}`
  return `${words} ${counted}${rest}${tasks.length > 0 ? `: ${joinTaskNames(tasks)}` : ''}`
}
