/** Where tasks may not be read, events of the service still tell of the tasks that ECS starts again. */
import { startedTaskIds } from '../diagnosis/event-failures.js'
import type { Service } from '../ecs/service.js'
import { quietFor } from './pace.js'
import type { WatchContext } from './watch-context.js'

export interface TaskStart {
  readonly at: number
  readonly tasks: number
}

/** Oldest first. */
export function taskStarts(
  { tracked, eventsBefore }: Pick<WatchContext, 'tracked' | 'eventsBefore'>,
  { events }: Pick<Service, 'events'>,
): readonly TaskStart[] {
  return events
    .filter(({ id }) => !eventsBefore.includes(id))
    .map(event => ({ at: event.at, tasks: startedTaskIds([event], tracked.deploymentId).length }))
    .filter(({ tasks }) => tasks > 0)
    .sort((a, b) => a.at - b.at)
}

/** More tasks than the service wants were started, the last ones lately. */
export function hasJustReplaced(
  starts: readonly TaskStart[],
  { wanted, now }: { readonly wanted: number; readonly now: number },
): boolean {
  const last = starts.at(-1)
  return last !== undefined && count(starts) > wanted && now - last.at < quietFor
}

export interface CompletedCount {
  readonly at: number
  /** that the service wanted then */
  readonly desiredCount: number
}

/** Tasks that replace others since the completion, if ECS started some more than once. */
export function replacedSince(
  starts: readonly TaskStart[],
  { completed, wanted }: { readonly completed: CompletedCount; readonly wanted: number },
): number {
  const since = starts.filter(({ at }) => at > completed.at)
  const added = Math.max(0, wanted - completed.desiredCount)
  return since.length < 2 ? 0 : Math.max(0, count(since) - added)
}

function count(starts: readonly TaskStart[]): number {
  return starts.reduce((sum, { tasks }) => sum + tasks, 0)
}
