/** Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html */
import { containerKind } from '../ecs/added-container.js'
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

type TaskFailure = Omit<FailureGroup, 'tasks' | 'of'>

/** Most frequent first. */
export function groupFailures(tasks: readonly Task[], events: readonly ServiceEvent[]): FailureGroup[] {
  const groups = new Map<string, FailureGroup>()
  const oldestFirst = [...tasks].sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))
  for (const { task, failure } of failuresOf(oldestFirst, events)) {
    const key = keyOf(failure)
    const group = groups.get(key) ?? { ...failure, tasks: [], of: undefined }
    groups.set(key, { ...group, tasks: [...group.tasks, task.arn] })
  }
  return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length)
}

function keyOf({ failureClass, reason, container, exitCode }: TaskFailure): string {
  return JSON.stringify([failureClass, fingerprint(reason), containerKind(container), exitCode])
}

/**
 * In the order of `tasks`. ECS keeps 100 events: a task whose event is gone failed as the others did, if these agree.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages.html
 */
export function failuresOf(
  tasks: readonly Task[],
  events: readonly ServiceEvent[],
): { readonly task: Task; readonly failure: TaskFailure }[] {
  const all = tasks.map(task => ({ task, own: ownFailure(task), health: targetHealth(task, events) }))
  const known = new Map<string, Set<string>>()
  for (const { own, health } of all) {
    const key = keyOf(own)
    if (health) known.set(key, (known.get(key) ?? new Set()).add(health))
  }
  return all.map(({ task, own, health }) => {
    const [first, ...others] = known.get(keyOf(own)) ?? []
    const response = health ?? (others.length === 0 ? first : undefined)
    return { task, failure: response ? { ...own, reason: `${own.reason}, ${response}` } : own }
  })
}

function ownFailure(task: Task): TaskFailure {
  const container = failedContainer(task)
  const reason = shortenArns(container?.reason ?? task.stoppedReason ?? 'ECS gives no reason')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '')
  return {
    failureClass: classify(task, container),
    reason,
    stopCode: task.stopCode || undefined,
    container: container?.name ?? unhealthyContainer(task)?.name,
    exitCode: container?.exitCode,
  }
}

function unhealthyContainer({ stoppedReason, containers }: Task): Container | undefined {
  if (!/container health checks/i.test(stoppedReason ?? '')) return undefined
  return containers.find(({ healthStatus }) => healthStatus === 'UNHEALTHY')
}

export function countsForFailFast(task: Task): boolean {
  return classRow(classify(task, failedContainer(task))).countsForFailFast
}

function classify(task: Task, container: Container | undefined): FailureClass {
  const text = `${task.stoppedReason ?? ''} ${container?.reason ?? ''}`
  return classOfTask({ text, stopCode: task.stopCode, exitCode: container?.exitCode })
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
