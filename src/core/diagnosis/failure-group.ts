/**
 * Why tasks of a deployment failed: stop codes, reasons and exit codes sorted into classes, the same failure of many
 * tasks in one group, and for each class one next step.
 *
 * Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */

import { resourceName, shortenArns } from '../ecs/arn.js'
import { targetResponse } from '../ecs/event-text.js'
import type { ServiceEvent } from '../ecs/service.js'
import type { Container, Task } from '../ecs/task.js'
import { fingerprint } from '../text/fingerprint.js'

export type FailureClass =
  | 'image-pull'
  | 'resource-initialization'
  | 'container-exit'
  | 'out-of-memory'
  | 'health-check'
  | 'placement'
  | 'alarm'
  | 'lifecycle-hook'
  | 'permissions'
  | 'other'

/** The same end of one or more tasks. */
export interface FailureGroup {
  readonly failureClass: FailureClass
  /** what ECS says, ARNs shortened */
  readonly reason: string
  readonly stopCode: string | undefined
  readonly container: string | undefined
  readonly exitCode: number | undefined
  /** ids of the tasks, oldest first */
  readonly tasks: readonly string[]
  /** whose they are, where it cannot be known that they are of our deployment */
  readonly of: 'service' | undefined
}

/** Groups failed tasks by how they ended; the most frequent end first. */
export function groupFailures(tasks: readonly Task[], events: readonly ServiceEvent[]): FailureGroup[] {
  const groups = new Map<string, FailureGroup>()
  for (const task of [...tasks].sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))) {
    const failure = failureOf(task, events)
    const key = JSON.stringify([
      failure.failureClass,
      fingerprint(failure.reason),
      failure.container,
      failure.exitCode,
    ])
    const group = groups.get(key)
    groups.set(key, { of: undefined, ...(group ?? failure), tasks: [...(group?.tasks ?? []), task.arn] })
  }
  return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length)
}

/** How one task ended. The events of the service tell what a load balancer saw of it. */
export function failureOf(task: Task, events: readonly ServiceEvent[]): Omit<FailureGroup, 'tasks' | 'of'> {
  const container = failedContainer(task)
  const said = shortenArns(container?.reason ?? task.stoppedReason ?? 'ECS gives no reason')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '')
  const seen = targetHealth(task, events)
  const reason = seen ? `${said}, ${seen}` : said
  return {
    failureClass: classify(task, container),
    reason,
    stopCode: task.stopCode || undefined,
    container: container ? container.name : undefined,
    exitCode: container?.exitCode,
  }
}

/**
 * `port 5001: Health checks failed with these codes: [404]`, from the service event about this task.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 */
function targetHealth(task: Task, events: readonly ServiceEvent[]): string | undefined {
  const about = events.find(
    ({ message }) =>
      message.includes(`(task ${resourceName(task.arn)})`) && message.includes('is unhealthy in'),
  )
  const answer = about && targetResponse(about.message)
  return answer && `port ${answer.port}: ${answer.reason}`
}

/** The container that a task's end is about: the one with a reason, or the one that ended with an error. */
function failedContainer(task: Task): Container | undefined {
  if (task.stopCode !== 'EssentialContainerExited' && task.stopCode !== 'TaskFailedToStart') return undefined
  const { containers } = task
  const ended = containers.filter(({ exitCode }) => exitCode !== undefined)
  const badly = ended.filter(({ exitCode }) => exitCode !== 0)
  return (
    containers.find(({ reason }) => reason !== undefined) ??
    // When one ends, ECS stops the others: SIGTERM, then SIGKILL.
    badly.find(({ exitCode }) => exitCode !== 137 && exitCode !== 143) ??
    badly[0] ??
    ended[0]
  )
}

const byText: readonly { readonly pattern: RegExp; readonly failureClass: FailureClass }[] = [
  { pattern: /OutOfMemory/, failureClass: 'out-of-memory' },
  { pattern: /CannotPull|image Manifest does not contain/i, failureClass: 'image-pull' },
  { pattern: /ResourceInitializationError|Fetching secret data/, failureClass: 'resource-initialization' },
  { pattern: /health checks/i, failureClass: 'health-check' },
  { pattern: /RESOURCE:|capacity is unavailable|no container instance met/i, failureClass: 'placement' },
]

/** The class of how one task ended. */
export function classOf(task: Task): FailureClass {
  return classify(task, failedContainer(task))
}

function classify(task: Task, container: Container | undefined): FailureClass {
  const said = `${task.stoppedReason ?? ''} ${container?.reason ?? ''}`
  const known = byText.find(({ pattern }) => pattern.test(said))
  if (known) return known.failureClass
  return task.stopCode === 'EssentialContainerExited' ? 'container-exit' : 'other'
}

/** What the reason of a whole deployment says, for one that no failed task explains. */
export function classOfReason(reason: string | undefined): FailureClass {
  if (/lifecycle hook|pause hook/i.test(reason ?? '')) return 'lifecycle-hook'
  return /alarm/i.test(reason ?? '') ? 'alarm' : 'other'
}

/** What the exit code of a container says beyond its number, where that is certain. */
export function explainExit(exitCode: number): string | undefined {
  const meanings: Readonly<Record<number, string>> = {
    126: 'found but cannot be executed: no permission, or not an executable',
    127: 'no such program',
    137: 'killed, SIGKILL',
    139: 'segmentation fault, SIGSEGV',
    143: 'terminated, SIGTERM',
  }
  return meanings[exitCode]
}

/** One thing to do about a class of failures. */
export function nextStep(
  group: Pick<FailureGroup, 'failureClass' | 'container' | 'exitCode'> & { readonly reason?: string },
): string {
  switch (group.failureClass) {
    case 'image-pull':
      return 'Check that the image was pushed with this tag, for this architecture, and that the execution role may pull it.'
    case 'resource-initialization':
      return 'Check the secrets and log settings of the task definition, and what the execution role may read.'
    case 'out-of-memory':
      return `Raise the memory of ${group.container ?? 'the container'}, or find what fills it.`
    case 'health-check':
      return 'Make the app answer the health check on the port and path that are checked, or correct them.'
    case 'container-exit':
      return `Read the log of ${group.container ?? 'the container'} for why it ended${group.exitCode === undefined ? '' : ` with exit code ${group.exitCode}`}.`
    case 'placement':
      // Said of Fargate alone (api_failures_messages), where capacity is not one's own.
      return /capacity is unavailable/i.test(group.reason ?? '')
        ? 'Give the service subnets in more availability zones, or try another task size, architecture or capacity provider.'
        : 'Add capacity, or ask for less CPU and memory.'
    case 'alarm':
      return 'Look at the alarm and what it measures.'
    case 'lifecycle-hook':
      return /pause hook/.test(group.reason ?? '')
        ? 'Nobody continued the pause hook in time: deploy again, and run the command that the log shows when the hook waits.'
        : 'Look at the log of the lifecycle hook.'
    case 'permissions':
      return 'Grant the missing permission and deploy again.'
    case 'other':
      return 'Look at the events of the service.'
  }
}
