import type { JsonObject } from '../text/json.js'
import { isList, objectsIn, text } from '../text/json.js'
import { classRow } from './classes.js'
import type { DiagnosisInput } from './explain-failures.js'
import type { FailureGroup } from './failure-group.js'

const mostGroups = 3
const tasksPerGroup = 2
const mostContainers = 2

export interface LogSample {
  /** ARN */
  readonly task: string
  readonly container: string
}

/** Of running tasks if an alarm was triggered and no task failed. */
export function logsToRead(input: Omit<DiagnosisInput, 'logs'>): LogSample[] {
  const { failures, alarmTriggered, definition } = input
  if (failures.length === 0 && alarmTriggered) return recentTaskLogs(input)
  return failures
    .slice(0, mostGroups)
    .flatMap(group =>
      group.tasks
        .slice(-tasksPerGroup)
        .flatMap(task => suspectContainers(group, definition).map(container => ({ task, container }))),
    )
}

function recentTaskLogs({ tasks, definition }: Pick<DiagnosisInput, 'tasks' | 'definition'>): LogSample[] {
  return tasks
    .filter(({ startedAt }) => startedAt !== undefined)
    .slice(-tasksPerGroup)
    .flatMap(({ arn }) => mainContainers(definition).map(container => ({ task: arn, container })))
}

function suspectContainers(group: FailureGroup, definition: JsonObject): string[] {
  const { container, failureClass, stopCode, exitCode } = group
  const hasRun = stopCode !== 'TaskFailedToStart' || exitCode !== undefined
  if (!hasRun || !classRow(failureClass).hasLogs) return []
  return container ? [container] : mainContainers(definition)
}

function mainContainers(definition: JsonObject): string[] {
  const containers = objectsIn(definition.containerDefinitions)
  const withPorts = containers.filter(({ portMappings }) => isList(portMappings) && portMappings.length > 0)
  const essential = containers.filter(container => container.essential !== false)
  return (withPorts.length > 0 ? withPorts : essential)
    .flatMap(({ name }) => text(name) ?? [])
    .slice(0, mostContainers)
}
