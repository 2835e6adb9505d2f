/** Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html */
import { resourceName, shortenArns } from '../ecs/arn.js'
import { targetResponse } from '../ecs/event-text.js'
import type { ServiceEvent } from '../ecs/service.js'
import type { Container, Task } from '../ecs/task.js'
import { fingerprint } from '../text/fingerprint.js'
import { classOfTask, classRow, type FailureClass } from './classes.js'
import type { Failure } from './failure.js'

export interface FailureGroup extends Failure {
  readonly failureClass: FailureClass
}

/** Most frequent first. */
export function groupFailures(tasks: readonly Task[], events: readonly ServiceEvent[]): FailureGroup[] {
  const groups = new Map<string, FailureGroup>()
  for (const task of [...tasks].sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))) {
    const failure = failureOf(task, events)
    const { failureClass, reason, container, exitCode } = failure
    const key = JSON.stringify([failureClass, fingerprint(reason), container, exitCode])
    const group = groups.get(key) ?? { ...failure, tasks: [], of: undefined }
    groups.set(key, { ...group, tasks: [...group.tasks, task.arn] })
  }
  return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length)
}

export function failureOf(task: Task, events: readonly ServiceEvent[]): Omit<FailureGroup, 'tasks' | 'of'> {
  const container = failedContainer(task)
  const ownReason = shortenArns(container?.reason ?? task.stoppedReason ?? 'ECS gives no reason')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '')
  const health = targetHealth(task, events)
  return {
    failureClass: classify(task, container),
    reason: health ? `${ownReason}, ${health}` : ownReason,
    stopCode: task.stopCode || undefined,
    container: container?.name,
    exitCode: container?.exitCode,
  }
}

export function countsForFailFast(task: Task): boolean {
  return classRow(classify(task, failedContainer(task))).countsForFailFast
}

function classify(task: Task, container: Container | undefined): FailureClass {
  const text = `${task.stoppedReason ?? ''} ${container?.reason ?? ''}`
  return classOfTask({ text, stopCode: task.stopCode })
}

/**
 * `port 5001: Health checks failed with these codes: [404]`
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
function targetHealth(task: Task, events: readonly ServiceEvent[]): string | undefined {
  const event = events.find(
    ({ message }) =>
      message.includes(`(task ${resourceName(task.arn)})`) && message.includes('is unhealthy in'),
  )
  const response = event && targetResponse(event.message)
  return response && `port ${response.port}: ${response.reason}`
}

function failedContainer(task: Task): Container | undefined {
  if (task.stopCode !== 'EssentialContainerExited' && task.stopCode !== 'TaskFailedToStart') return undefined
  const { containers } = task
  const ended = containers.filter(({ exitCode }) => exitCode !== undefined)
  const withError = ended.filter(({ exitCode }) => exitCode !== 0)
  return (
    containers.find(({ reason }) => reason !== undefined) ??
    // When one ends, ECS stops the others: SIGTERM, then SIGKILL.
    withError.find(({ exitCode }) => exitCode !== 137 && exitCode !== 143) ??
    withError[0] ??
    ended[0]
  )
}
