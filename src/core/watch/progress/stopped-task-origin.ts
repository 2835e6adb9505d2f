/**
 * The event only names the tasks. Ours are known once read as stopped; a task that no event since our deployment started
 * is older.
 */
import { revisionName, shortTask } from '../../ecs/arn.js'
import { eventText } from '../../ecs/event-text.js'
import { deploymentOf, type Service } from '../../ecs/service.js'
import type { Task } from '../../ecs/task.js'
import type { TaskCountEvent } from '../../ecs/task-count-event.js'
import { parseTaskCountEvent } from '../../ecs/task-count-event.js'
import type { Tracked } from '../tracked-deployment.js'

interface OriginContext {
  readonly tracked: Tracked
  readonly service: Service
  /** of our deployment */
  readonly stopped: readonly Task[]
}

export function withOrigin(event: TaskCountEvent, context: OriginContext): TaskCountEvent {
  const { verb, tasks, rest } = event
  if (verb !== 'stopped' || tasks.length === 0) return event
  const origin = originOf(tasks, context)
  return origin ? { ...event, rest: `${rest} of ${revisionName(origin)}` } : event
}

function originOf(ids: readonly string[], { tracked, service, stopped }: OriginContext): string | undefined {
  const { deploymentId, taskDefinition, deployedBefore } = tracked
  const ours = new Set(stopped.map(({ arn }) => shortTask(arn)))
  if (ids.every(id => ours.has(id))) return taskDefinition
  const [before, ...others] = deployedBefore
  const since = startedSince(service, deploymentOf(service, deploymentId)?.createdAt)
  const isOld = since !== undefined && ids.every(id => !ours.has(id) && !since.has(id))
  return isOld && others.length === 0 ? before : undefined
}

/** Undefined if not all of them are named. */
function startedSince({ events }: Service, begun: number | undefined): ReadonlySet<string> | undefined {
  const oldest = events.at(-1)
  if (begun === undefined || (events.length >= mostEvents && oldest && oldest.at >= begun)) return undefined
  const starts = events
    .filter(({ at }) => at >= begun)
    .flatMap(({ message }) => parseTaskCountEvent(eventText(message)) ?? [])
    .filter(({ verb }) => verb === 'started')
  const isNamed = starts.every(({ count, tasks }) => tasks.length === count)
  return isNamed ? new Set(starts.flatMap(({ tasks }) => tasks)) : undefined
}

/** ECS keeps no more (service-event-messages). */
const mostEvents = 100
