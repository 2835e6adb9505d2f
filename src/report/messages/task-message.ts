/** A one-off task because of which nothing was deployed. */

import { nextStep } from '../../core/diagnosis/classes.js'
import { revisionName, shortenEveryArn, shortTask } from '../../core/ecs/arn.js'
import { describeTaskCommand, listTasksCommand } from '../../core/ecs/cli-commands.js'
import type { PlacementFailure } from '../../core/ecs/task.js'
import { blockingTask, type Outcome } from '../../core/outcome/outcome.js'
import type { FailedTask, StopRequest, TaskResult } from '../../core/outcome/task-result.js'
import { arnOfTask } from '../../core/plan/task-revision.js'
import { formatMinutes } from '../../core/text/duration.js'
import { enumerate } from '../../core/text/enumerate.js'
import type { Message } from './message.js'
import { named } from './reason.js'

type Blocking = Exclude<TaskResult, { kind: 'started' | 'succeeded' }>

/** undefined: no task kept the services from being updated */
export function taskMessage(outcome: Outcome): Message | undefined {
  const task = blockingTask(outcome)
  return task && messageOf(task as Blocking, outcome)
}

function messageOf(task: Blocking, outcome: Outcome): Message {
  const untouched = untouchedText(outcome)
  const cluster = outcome.plan?.task?.cluster ?? ''
  switch (task.kind) {
    case 'failed':
      return { what: `${taskName(task)} failed, so ${untouched}.`, ...failureOf(task) }
    case 'not-placed':
      return {
        what: `ECS could not place ${notPlaced(task)}, so ${untouched}.`,
        ...placementOf(task.failures),
      }
    case 'unconfirmed':
      return {
        what: `it is not known whether the one-off task of ${task.definition} runs, so ${untouched}.`,
        why: `${task.reason}.`,
        next: `Find out whether it runs or ran before you run this again: ${listTasksCommand(definitionArn(outcome), cluster)}`,
      }
    case 'timed-out':
      return {
        what: `${taskName(task)} did not end within ${formatMinutes(task.minutes)} and goes on, so ${untouched}.`,
        why: `${task.arn} is ${task.status}.`,
        next: `Raise wait-for-minutes if it only needs longer, and run this again only when it has ended: ${describeTaskCommand(cluster, task.arn)}`,
      }
    case 'cancelled':
      return {
        what: `the workflow was cancelled while ${taskName(task)} ran, so ${untouched}; ${stopText(task.stopped)}.`,
        why: `It is ${task.arn}.`,
        next: `See how it ends before you run this again: ${describeTaskCommand(cluster, task.arn)}`,
      }
    case 'lost':
      return {
        what: `it is not known how ${taskName(task)} ended, so ${untouched}.`,
        why: `${task.reason}.`,
        next: `See how it ended before you run this again: ${describeTaskCommand(cluster, task.arn)}`,
      }
  }
}

/** `the one-off task 3e7a1395 of web:8` */
function taskName({ arn, definition }: { readonly arn: string; readonly definition: string }): string {
  return `the one-off task ${shortTask(arn)} of ${definition}`
}

function notPlaced({ definition, started }: Extract<Blocking, { kind: 'not-placed' }>): string {
  if (started.length === 0) return `the one-off task of ${definition}`
  return `all one-off tasks of ${definition} (${enumerate(started)} ${started.length === 1 ? 'runs and goes' : 'run and go'} on)`
}

/** What serves stays what served. */
function untouchedText({ plan, services }: Outcome): string {
  const [service, ...others] = plan?.services ?? []
  if (services.length === 0 || !service) return 'the run ended there'
  const previous =
    others.length === 0 && service.previous ? `; ${revisionName(service.previous)} serves as before` : ''
  return `nothing was deployed${previous}`
}

function failureOf(task: FailedTask): Omit<Message, 'what'> {
  const [cause] = task.causes
  if (!cause) return { why: named(task.reason ?? 'ECS gives no reason'), next: nextStep('other') }
  const detail = cause.detail ? `; ${cause.detail}` : ''
  const failureClass = cause.group.failureClass
  const why = named(`the one-off task ${cause.description}${detail}${endText(task)}`)
  return { why, failureClass, next: nextOf(task) ?? cause.next }
}

/** Where the words of the diagnosis have neither. */
function endText({ reason, stopCode, causes: [cause] }: FailedTask): string {
  if (!stopCode || stopCode === 'EssentialContainerExited') return ''
  const words = reason && !cause?.description.includes(reason) ? `: ${reason}` : ''
  return ` (${stopCode}${words})`
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html#ECS-Type-Task-stopCode */
function nextOf({ container, endedFirst, stopCode }: FailedTask): string | undefined {
  if (endedFirst)
    return `ECS killed ${container} because ${endedFirst} had ended: set its essential to false in the task definition, so that it does not count.`
  switch (stopCode) {
    case 'UserInitiated':
      return 'Somebody stopped it: find out what it has done so far before you run this again.'
    case 'SpotInterruption':
    case 'TerminationNotice':
    case 'InfrastructureHealth':
      return 'AWS took its host away: run this again if the task may run twice, and give it capacity that is not interrupted (run-task-launch-type: FARGATE).'
    default:
      return undefined
  }
}

function placementOf(failures: readonly PlacementFailure[]): Omit<Message, 'what'> {
  const reason = failures.map(failureText).join('; ')
  return { why: named(reason), next: nextStep('placement', { reason }), failureClass: 'placement' }
}

function failureText({ arn, detail, reason }: PlacementFailure): string {
  const words = reason.replace(/\.$/, '')
  return `${words}${arn ? ` (${shortenEveryArn(arn)})` : ''}${detail ? `: ${detail.replace(/\.$/, '')}` : ''}`
}

function stopText(stopped: StopRequest): string {
  switch (stopped.kind) {
    case 'left':
      return 'it goes on'
    case 'requested':
      return 'it is being stopped (run-task-on-cancel: stop)'
    case 'not-stopped':
      return `it goes on, because it could not be stopped: ${stopped.why}`
  }
}

function definitionArn({ plan, registeredForTask, revision }: Outcome): string {
  const known = plan?.revision.kind === 'existing' ? plan.revision.arn : revision?.arn
  const own = plan?.task && arnOfTask(plan.task.revision, plan.revision)
  return registeredForTask?.arn ?? own ?? known ?? ''
}
