/**
 * Service events as lines: what another line of the same look says better is left out, what comes again and again is
 * told in full once. An event of a kind that nobody knows is always told in full.
 */

import { revisionName, shortTask } from '../ecs/arn.js'
import { deploymentFailure, eventText, isHealthEventOf, isPlacementFailure } from '../ecs/event-text.js'
import type { Service, ServiceEvent } from '../ecs/service.js'
import type { Task } from '../ecs/task.js'
import type { TaskCountEvent } from '../ecs/task-count-event.js'
import { mergeTaskCounts, parseTaskCountEvent, taskCountText } from '../ecs/task-count-event.js'
import { joinTaskNames } from '../ecs/task-names.js'
import { fingerprint } from '../text/fingerprint.js'
import { truncate } from '../text/truncate.js'
import type { Line } from './line.js'
import { maxSilence } from './pace.js'
import { withOrigin } from './stopped-task-origin.js'
import type { TimelineEvent } from './timeline-event.js'
import type { Tracked } from './tracked-deployment.js'

/** What ECS said more than once, by its text. */
export type Repeats = ReadonlyMap<string, Repeat>

interface Repeat {
  readonly text: string
  readonly times: number
  /** how many of them were told, and when last */
  readonly reported: number
  readonly reportedAt: number
}

/** What the events of a look are held against. */
export interface EventContext {
  readonly at: number
  readonly service: Service
  readonly tracked: Tracked
  /** tasks of the deployment that were seen to stop */
  readonly stopped: readonly Task[]
  /** every task of the deployment that was seen to fail, and those of which this look tells it */
  readonly failed: readonly Task[]
  readonly failing: readonly Task[]
  /** takes secrets out of a text: of one that is told in part, they have to go before */
  readonly clean: (text: string) => string
  /** what has been told, and is by the other lines of this look */
  readonly known: ReadonlySet<TimelineEvent['kind']>
  /** how the look decides that the deployment ended */
  readonly ended: string | undefined
}

export interface EventLines {
  readonly lines: readonly Line[]
  /** tasks that came and went, which goes with the counts */
  readonly routine: readonly Line[]
  readonly repeats: Repeats
}

/** `events` oldest first. */
export function eventLines(
  events: readonly ServiceEvent[],
  before: Repeats,
  context: EventContext,
): EventLines {
  const { at, service, failed, failing, clean } = context
  const reported = events.filter(event => !isHealthEventOf(event, failing))
  const texts = reported.map(({ message }) => ({ text: named(eventText(message), service), message }))
  const routines = texts
    .flatMap(({ text }) => parseTaskCountEvent(text) ?? [])
    .map(routine => withOrigin(routine, context.tracked, service, context.stopped))
  const completes = texts.some(({ text }) => isCompletion(text))
  const others = texts.filter(
    ({ text, message }) => !parseTaskCountEvent(text) && !isSaid(text, message, completes, context),
  )

  const repeats = new Map(before)
  const lines: Line[] = []
  for (const { message } of others) {
    const text = named(eventText(clean(message)), service)
    // A refusal may name another container instance each time; of anything else only the same words are a repetition.
    const key = /was unable to place a task/.test(message) ? fingerprint(message) : message
    const repeat = repeats.get(key)
    if (repeat) {
      repeats.set(key, { ...repeat, times: repeat.times + 1 })
    } else {
      repeats.set(key, { text, times: 1, reported: 1, reportedAt: at })
      lines.push({ text, event: isPlacementFailure(message) ? ({ kind: 'unplaced' } as const) : undefined })
    }
  }
  const again = repeatedLines(repeats, at, context.ended === undefined ? maxSilence : 0)
  return {
    lines: joinTasks([...lines, ...again.lines]),
    routine: routineLine(routines, failed),
    repeats: again.repeats,
  }
}

/** What was said more often than was told, where that was last told so many milliseconds ago. */
export function repeatedLines(
  before: Repeats,
  at: number,
  after: number,
): Pick<EventLines, 'lines' | 'repeats'> {
  const repeats = new Map(before)
  const lines: Line[] = []
  for (const [key, repeat] of before) {
    const { text, times } = repeat
    if (times === repeat.reported || at - repeat.reportedAt < after) continue
    repeats.set(key, { ...repeat, reported: times, reportedAt: at })
    lines.push({
      text: `again: ${opening(text)} (${times} times)`,
      event: { kind: 'again', of: text, times },
    })
  }
  return { lines, repeats }
}

/** The revision is what people know a deployment by. */
function named(text: string, { deployments }: Service): string {
  return text.replace(/\becs-svc\/\d+\b/g, id => {
    const deployment = deployments.find(other => other.id === id)
    return deployment ? revisionName(deployment.taskDefinition) : id
  })
}

/** Whether another line says it, which knows more than the event. */
function isSaid(
  text: string,
  message: string,
  completes: boolean,
  { tracked, known, ended }: EventContext,
): boolean {
  const isOver = ended === 'succeeded' || ended === 'idle' || ended === 'rolled-back'
  if (text === 'has reached a steady state') return isOver || completes
  if (isCompletion(text)) return isOver
  if (text.startsWith('rolling back to deployment ')) return known.has('rolling-back')
  const sign = signs[deploymentFailure(message, tracked.deploymentId) ?? '']
  return sign !== undefined && known.has(sign)
}

function isCompletion(text: string): boolean {
  return /^\S+ deployment completed$/.test(text)
}

/** What tells as much as the reason of a failed deployment does. */
const signs: Readonly<Record<string, TimelineEvent['kind']>> = {
  'tasks failed to start': 'tripped',
  'alarm detected': 'alarm',
  'rollback requested': 'stopped-early',
}

/** That failed tasks were stopped is in the line about their failure; that targets leave, in the one about draining. */
function routineLine(routines: readonly TaskCountEvent[], failed: readonly Task[]): Line[] {
  const ids = new Set(failed.map(({ arn }) => shortTask(arn)))
  const drains = routines.some(({ verb }) => verb === 'begun draining connections on')
  const reported = mergeTaskCounts(
    routines.filter(
      ({ verb, tasks }) =>
        !(verb === 'stopped' && tasks.length > 0 && tasks.every(id => ids.has(id))) &&
        !(verb === 'deregistered' && drains),
    ),
  )
  if (reported.length === 0) return []
  const starts = reported.some(({ verb }) => verb === 'started')
  return [
    {
      text: reported.map(taskCountText).join('; '),
      event: starts ? ({ kind: 'started' } as const) : undefined,
    },
  ]
}

/** Those that differ only in the task are one line. */
function joinTasks(lines: readonly Line[]): Line[] {
  const joined = new Map<string, { readonly line: Line; readonly tasks: readonly string[] }>()
  for (const line of lines) {
    const task = /^[0-9a-f]{8}(?= )/.exec(line.text)?.[0]
    const key = task ? line.text.slice(task.length) : line.text
    const tasks = joined.get(key)?.tasks ?? []
    joined.set(key, { line: joined.get(key)?.line ?? line, tasks: task ? [...tasks, task] : tasks })
  }
  return [...joined].map(([key, { line, tasks }]) =>
    tasks.length > 1 ? { ...line, text: joinTaskNames(tasks, ', ') + key } : line,
  )
}

/** The first sentence of what was told in full before. */
function opening(text: string): string {
  const sentence = text.split(/\. |: | because /)[0] ?? text
  return truncate(sentence, 80)
}
