/**
 * Of which revision tasks were that ECS stopped: its event names the tasks and nothing else. Ours are known once they
 * were seen stopped; what no event since our deployment has started is from before it. Otherwise it is left open.
 */
import { revisionName, shortTask } from '../ecs/arn.js'
import { eventText } from '../ecs/event-text.js'
import { deploymentOf, type Service } from '../ecs/service.js'
import type { Task } from '../ecs/task.js'
import type { TaskCountEvent } from '../ecs/task-count-event.js'
import { parseTaskCountEvent } from '../ecs/task-count-event.js'
import type { Tracked } from './tracked-deployment.js'

/** `stopped` are tasks of ours that were seen to stop. */
export function withOrigin(
  routine: TaskCountEvent,
  tracked: Tracked,
  service: Service,
  stopped: readonly Task[],
): TaskCountEvent {
  const { verb, tasks } = routine
  if (verb !== 'stopped' || tasks.length === 0) return routine
  const origin = originOf(tasks, tracked, service, stopped)
  return origin ? { ...routine, rest: `${routine.rest} of ${revisionName(origin)}` } : routine
}

function originOf(
  ids: readonly string[],
  { deploymentId, taskDefinition, deployedBefore }: Tracked,
  service: Service,
  stopped: readonly Task[],
): string | undefined {
  const ours = new Set(stopped.map(({ arn }) => shortTask(arn)))
  if (ids.every(id => ours.has(id))) return taskDefinition
  const [before, ...others] = deployedBefore
  const since = startedSince(service, deploymentOf(service, deploymentId)?.createdAt)
  const isOld = since !== undefined && ids.every(id => !ours.has(id) && !since.has(id))
  return isOld && others.length === 0 ? before : undefined
}

/** Nothing where not all of them are named: ECS keeps the last 100 events (service-event-messages). */
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

const mostEvents = 100
