/** Which logs are worth reading: a few of each kind of failure, so that any number of failed tasks costs the same. */
import type { JsonObject } from '../text/json.js'
import { isList, objectsIn, text } from '../text/json.js'
import type { FailureGroup } from './failure-group.js'
import type { TaskSpan } from './task-span.js'

const mostGroups = 3
const tasksOfEach = 2
const mostContainers = 2

export interface LogSample {
  /** ARN of the task */
  readonly task: string
  readonly container: string
}

/** The newest tasks of the most frequent failures; at most twelve samples. */
export function failedTaskLogs(failures: readonly FailureGroup[], definition: JsonObject): LogSample[] {
  return failures
    .slice(0, mostGroups)
    .flatMap(group =>
      group.tasks
        .slice(-tasksOfEach)
        .flatMap(task => suspectContainers(group, definition).map(container => ({ task, container }))),
    )
}

/** Where no task failed and an alarm decided: the newest tasks that ran. */
export function recentTaskLogs(tasks: readonly TaskSpan[], definition: JsonObject): LogSample[] {
  return tasks
    .filter(({ startedAt }) => startedAt !== undefined)
    .slice(-tasksOfEach)
    .flatMap(({ arn }) => mainContainers(definition).map(container => ({ task: arn, container })))
}

/** The container that ECS names; else those that others talk to; else the essential ones. */
function suspectContainers({ container, failureClass }: FailureGroup, definition: JsonObject): string[] {
  // What never started wrote nothing.
  if (failureClass === 'image-pull' || failureClass === 'resource-initialization') return []
  return container ? [container] : mainContainers(definition)
}

function mainContainers(definition: JsonObject): string[] {
  const containers = objectsIn(definition.containerDefinitions)
  const listeningPorts = containers.filter(
    ({ portMappings }) => isList(portMappings) && portMappings.length > 0,
  )
  const essential = containers.filter(one => one.essential !== false)
  const chosen = listeningPorts.length > 0 ? listeningPorts : essential
  return chosen.flatMap(({ name }) => text(name) ?? []).slice(0, mostContainers)
}
