/**
 * Service events about tasks that come and go: they count something, so that several of one look can be told as one.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
import { joinTaskNames } from './task-names.js'

export interface TaskCountEvent {
  readonly verb: 'started' | 'stopped' | 'registered' | 'deregistered' | 'begun draining connections on'
  /** the verb as it stands there */
  readonly words: string
  readonly count: number
  /** `running task`, `target` */
  readonly noun: string
  /** where: ` in target group web-prod` */
  readonly rest: string
  /** first characters of the ids of the tasks, where they are named */
  readonly tasks: readonly string[]
}

/** Reads the text of an event; nothing where it is of another kind. */
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

/** Those that say the same of other tasks become one, in the place of the first. */
export function mergeTaskCounts(routines: readonly TaskCountEvent[]): TaskCountEvent[] {
  const sums = new Map<string, TaskCountEvent>()
  for (const routine of routines) {
    const key = `${routine.words} ${routine.noun}${routine.rest} ${routine.tasks.length > 0}`
    const before = sums.get(key)
    const sum = before && {
      ...before,
      count: before.count + routine.count,
      tasks: [...before.tasks, ...routine.tasks],
    }
    sums.set(key, sum ?? routine)
  }
  return [...sums.values()]
}

/** `has stopped 1 running task: 3e7a1395`: ECS writes "1 running tasks". */
export function taskCountText({ words, count, noun, rest, tasks }: TaskCountEvent): string {
  const counted = `${count} ${noun}${count === 1 ? '' : 's'}`
  return `${words} ${counted}${rest}${tasks.length > 0 ? `: ${joinTaskNames(tasks)}` : ''}`
}
