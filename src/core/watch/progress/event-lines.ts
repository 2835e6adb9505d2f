/** Leaves out what another line says better. An unknown event is written in full. */
import { revisionName, shortTask } from '../../ecs/arn.js'
import { deploymentFailure, eventText, isHealthEventOf } from '../../ecs/event-text.js'
import type { Service, ServiceEvent } from '../../ecs/service.js'
import type { Task } from '../../ecs/task.js'
import type { TaskCountEvent } from '../../ecs/task-count-event.js'
import { mergeTaskCounts, parseTaskCountEvent, taskCountText } from '../../ecs/task-count-event.js'
import { joinTaskNames } from '../../ecs/task-names.js'
import { maxSilence } from '../pace.js'
import type { Line, TimelineEvent } from '../timeline-event.js'
import type { Tracked } from '../tracked-deployment.js'
import type { DeploymentResult } from '../watch-result.js'
import { newTexts, type Repeats, repeatedLines } from './repeated-events.js'
import { withOrigin } from './stopped-task-origin.js'

export interface EventContext {
  readonly at: number
  readonly service: Service
  readonly tracked: Tracked
  /** of our deployment; `failing`: not reported before */
  readonly stopped: readonly Task[]
  readonly failed: readonly Task[]
  readonly failing: readonly Task[]
  /** redacts; must come before shortening */
  readonly hide: (text: string) => string
  /** in the log or in this poll */
  readonly known: ReadonlySet<TimelineEvent['kind']>
  /** of this poll */
  readonly result: DeploymentResult['kind'] | undefined
}

export interface EventLines {
  readonly lines: readonly Line[]
  /** to join with the counts */
  readonly taskCounts: readonly Line[]
  readonly repeats: Repeats
}

/** `events`: oldest first. */
export function eventLines(
  events: readonly ServiceEvent[],
  before: Repeats,
  context: EventContext,
): EventLines {
  const { at, failing, hide, result, service, stopped, tracked } = context
  const messages = events
    .filter(event => !isHealthEventOf(event, failing))
    .map(({ message }) => ({ message, text: withRevisions(eventText(message), service) }))
  const taskCounts = messages.flatMap(({ text }) => parseTaskCountEvent(text) ?? [])
  const hasCompletion = messages.some(({ text }) => isCompletion(text))
  const others = messages
    .filter(({ text }) => !parseTaskCountEvent(text))
    .filter(event => !isSaidOtherwise(event, { ...context, hasCompletion }))
    .map(({ message }) => ({ message, text: withSubject(withRevisions(eventText(hide(message)), service)) }))
  const first = newTexts(others, before, { at })
  const repeated = repeatedLines(first.repeats, { at, after: result === undefined ? maxSilence : 0 })
  return {
    lines: joinTasks([...first.lines, ...repeated.lines]),
    taskCounts: taskCountLines(
      taskCounts.map(event => withOrigin(event, { tracked, service, stopped })),
      context,
    ),
    repeats: repeated.repeats,
  }
}

/** Events begin with the service, which `eventText` leaves out. */
const serviceSubject = 'the service'

function withSubject(text: string): string {
  return /^(?:has|was|is|registered|deregistered|stopped) /.test(text) ? `${serviceSubject} ${text}` : text
}

/** People know a deployment by its revision. */
function withRevisions(text: string, { deployments }: Service): string {
  return text.replace(/\becs-svc\/\d+\b/g, id => {
    const deployment = deployments.find(other => other.id === id)
    return deployment ? revisionName(deployment.taskDefinition) : id
  })
}

/** Another line says the same with more details. */
function isSaidOtherwise(
  { message, text }: { readonly message: string; readonly text: string },
  {
    tracked,
    known,
    result,
    hasCompletion,
  }: Pick<EventContext, 'tracked' | 'known' | 'result'> & { readonly hasCompletion: boolean },
): boolean {
  const isOver = result === 'succeeded' || result === 'idle' || result === 'rolled-back'
  if (text === 'has reached a steady state') return isOver || hasCompletion
  if (isCompletion(text)) return isOver
  if (text.startsWith('rolling back to deployment ')) return known.has('rolling-back')
  const sameAs = sameAsFailure[deploymentFailure(message, tracked.deploymentId) ?? '']
  return sameAs !== undefined && known.has(sameAs)
}

function isCompletion(text: string): boolean {
  return /^\S+ deployment completed$/.test(text)
}

/** They say as much as ECS's reason. */
const sameAsFailure: Readonly<Record<string, TimelineEvent['kind']>> = {
  'tasks failed to start': 'tripped',
  'alarm detected': 'alarm',
  'rollback requested': 'stopped-early',
}

/** A failure implies the stop of its task, and draining the deregistration. */
function taskCountLines(events: readonly TaskCountEvent[], { failed }: Pick<EventContext, 'failed'>): Line[] {
  const failedIds = new Set(failed.map(({ arn }) => shortTask(arn)))
  const hasDrain = events.some(({ verb }) => verb === 'begun draining connections on')
  const reported = events
    .filter(
      ({ verb, tasks }) => verb !== 'stopped' || tasks.length === 0 || !tasks.every(id => failedIds.has(id)),
    )
    .filter(({ verb }) => verb !== 'deregistered' || !hasDrain)
  const merged = mergeTaskCounts(reported)
  if (merged.length === 0) return []
  const hasStart = merged.some(({ verb }) => verb === 'started')
  const text = `${serviceSubject} ${merged.map(taskCountText).join('; it ')}`
  return [{ text, event: hasStart ? { kind: 'started' } : undefined }]
}

/** Lines that differ only in the task become one. */
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
