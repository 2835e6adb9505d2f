/** Which logs are worth reading: a few of each kind of failure, so that any number of failed tasks costs the same. */
import type { JsonObject } from '../text/json.js'
import { isList, objectsIn, text } from '../text/json.js'
import type { FailureGroup } from './failure-group.js'
import type { TaskSpan } from './task-span.js'

const mostGroups = 3
const tasksOfEach = 2
const mostContainers = 2

export interface Sample {
  /** ARN of the task */
  readonly task: string
  readonly container: string
}

/** The newest tasks of the most frequent failures; at most twelve samples. */
export function samples(failures: readonly FailureGroup[], definition: JsonObject): Sample[] {
  return failures
    .slice(0, mostGroups)
    .flatMap(group =>
      group.tasks
        .slice(-tasksOfEach)
        .flatMap(task => suspects(group, definition).map(container => ({ task, container }))),
    )
}

/** Where no task failed and an alarm decided: the newest tasks that ran. */
export function witnesses(tasks: readonly TaskSpan[], definition: JsonObject): Sample[] {
  return tasks
    .filter(({ startedAt }) => startedAt !== undefined)
    .slice(-tasksOfEach)
    .flatMap(({ arn }) => speakers(definition).map(container => ({ task: arn, container })))
}

/** The container that ECS names; else those that others talk to; else the essential ones. */
function suspects({ container, failureClass }: FailureGroup, definition: JsonObject): string[] {
  // What never started wrote nothing.
  if (failureClass === 'image-pull' || failureClass === 'resource-initialization') return []
  return container ? [container] : speakers(definition)
}

function speakers(definition: JsonObject): string[] {
  const containers = objectsIn(definition.containerDefinitions)
  const listening = containers.filter(({ portMappings }) => isList(portMappings) && portMappings.length > 0)
  const essential = containers.filter(one => one.essential !== false)
  const chosen = listening.length > 0 ? listening : essential
  return chosen.flatMap(({ name }) => text(name) ?? []).slice(0, mostContainers)
}
