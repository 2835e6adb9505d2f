/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html */
import { joinTaskNames } from './task-names.js'

export interface TaskCountEvent {
  readonly verb: 'started' | 'stopped' | 'registered' | 'deregistered' | 'begun draining connections on'
  readonly words: string
  readonly count: number
  /** `running task`, `target` */
  readonly noun: string
  /** ` in target group web-prod` */
  readonly rest: string
  /** first characters of task ids */
  readonly tasks: readonly string[]
}

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

/** Events that differ only in tasks merge. */
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

/** ECS writes "1 running tasks". */
export function taskCountText({ words, count, noun, rest, tasks }: TaskCountEvent): string {
  const counted = `${count} ${noun}${count === 1 ? '' : 's'}`
  return `${words} ${counted}${rest}${tasks.length > 0 ? `: ${joinTaskNames(tasks)}` : ''}`
}
