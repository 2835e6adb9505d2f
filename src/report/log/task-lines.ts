import { revisionName, shortTask } from '../../core/ecs/arn.js'
import { volumeText, withoutTagValues } from '../../core/ecs/volume-configuration.js'
import type { Outcome, Registered } from '../../core/outcome/outcome.js'
import type { TaskResult } from '../../core/outcome/task-result.js'
import type { Plan } from '../../core/plan/plan.js'
import type { RevisionPlan } from '../../core/plan/revision-plan.js'
import type { TaskPlan } from '../../core/plan/task-plan.js'
import { arnOfTask, type TaskRevision } from '../../core/plan/task-revision.js'
import { shortImage } from '../../core/task-definition/image.js'
import { printable } from '../../core/task-definition/printable.js'
import { formatElapsed } from '../../core/text/duration.js'
import { isList, isObject, type Json, type JsonObject, text } from '../../core/text/json.js'
import { changeText, shortened } from './change-text.js'

/** The last line of its group. */
export function taskLine(task: TaskResult): string {
  const mark = task.kind === 'succeeded' ? '✓' : task.kind === 'started' ? 'ℹ' : '✗'
  return `  ${mark} ${taskText(task)}`
}

/** `task 3e7a1395 of web:8 ended with exit code 0 after 0:41` */
export function taskText(task: TaskResult): string {
  if (task.kind === 'not-placed') return `ECS could not place the task of ${task.definition}`
  if (task.kind === 'unconfirmed') return `it is not known whether the task of ${task.definition} runs`
  const name = `task ${shortTask(task.arn)} of ${task.definition}`
  switch (task.kind) {
    case 'started':
      return `${name} was started and not waited for`
    case 'succeeded':
    case 'failed': {
      const { container, exitCode, span, stopCode } = task
      const took = span?.endedAt === undefined ? '' : ` after ${formatElapsed(span.endedAt - span.createdAt)}`
      const code = stopCode ? ` (${stopCode})` : ''
      if (exitCode === undefined) return `${name} failed${took}: ${container ?? 'it'} never ran${code}`
      const whose = container === undefined ? '' : ` of ${container}`
      return `${name} ended with exit code ${exitCode}${whose}${took}${task.kind === 'failed' ? code : ''}`
    }
    case 'timed-out':
      return `${name} is still ${task.status} and goes on: ${task.arn}`
    case 'cancelled':
      return task.stopped.kind === 'requested'
        ? `${name} is being stopped: ${task.arn}`
        : `${name} goes on: ${task.arn}`
    case 'lost':
      return `it is not known how ${name} ended: ${task.arn}`
  }
}

/** `web, new: app runs another command; FARGATE`: values of overrides are hidden. `registered`: by this run so far. */
export function plannedTaskText(
  { revision, task }: Plan,
  registered: RegisteredRevisions = nothingRegistered,
): string | undefined {
  if (!task) return undefined
  const definition = definitionText(task.revision, revision, registered)
  const changed = task.overrides.map(overrideText)
  const unwaited = task.wait ? '' : ', not waited for'
  return (
    [
      `${definition}${changed.length > 0 ? `: ${changed.join('; ')}` : ''}`,
      capacityText(task),
      ...(task.volume ? [`volume ${volumeText(task.volume)}`] : []),
    ].join(' · ') + unwaited
  )
}

function definitionText(
  task: TaskRevision,
  revision: RevisionPlan,
  { registeredForTask, revision: registered }: RegisteredRevisions,
): string {
  switch (task.kind) {
    case 'planned':
      return newName(revision, revision.kind === 'existing' ? revision : registered)
    case 'registered':
      return revisionName(task.arn)
    case 'unchanged':
      return `${revisionName(task.arn)}, which is the same as ${task.file.origin}`
    case 'new': {
      const { file, latest } = task
      if (latest === undefined) return `${newName(file, registeredForTask)}, from ${file.origin}`
      const next = registeredForTask ? revisionName(registeredForTask.arn) : 'new'
      return `${revisionName(latest)} → ${next}, from ${file.origin}`
    }
  }
}

/** `web:8`, `web, new` until it is registered */
function newName({ family }: RevisionPlan, registered: { readonly arn: string } | undefined): string {
  return registered ? revisionName(registered.arn) : `${family}, new`
}

/** Of a file that is registered for the task: what differs from the latest revision, or the images of a first one. */
export function taskChangeTexts({ task }: Pick<Plan, 'task'>): string[] {
  if (task?.revision.kind !== 'new') return []
  const { changes, file, latest } = task.revision
  if (latest !== undefined) return changes.map(change => changeText(shortened(change)))
  return file.images.map(({ container, to }) => `${container}  ${shortImage(to)}`)
}

function overrideText({ name, ...members }: JsonObject): string {
  return `${text(name) ?? ''} with its own ${Object.keys(members).join(', ') || 'nothing'}`
}

function capacityText({ request }: TaskPlan): string {
  const { capacityProviderStrategy: strategy, launchType } = request
  if (isList(strategy))
    return strategy.map(item => (isObject(item) ? text(item.capacityProvider) : '')).join(', ')
  return text(launchType) ?? 'default capacity of the cluster'
}

export type RegisteredRevisions = Pick<Outcome, 'registeredForTask' | 'revision'>

export const nothingRegistered: RegisteredRevisions = { registeredForTask: undefined, revision: undefined }

/** With the values of overrides and tags hidden. */
export function runTaskCall(
  { revision, task }: Plan,
  registered: RegisteredRevisions = nothingRegistered,
): JsonObject | undefined {
  if (!task) return undefined
  const shown = printable({ containerDefinitions: task.overrides }).containerDefinitions
  const { overrides, tags, volumeConfigurations, ...request } = task.request
  const hiddenTags = isList(tags) && tags.flatMap(tag => (isObject(tag) ? { ...tag, value: '***' } : []))
  return {
    cluster: task.cluster,
    taskDefinition: definitionOfCall(task.revision, revision, registered),
    count: 1,
    ...(overrides === undefined ? {} : { overrides: { containerOverrides: shown as Json } }),
    ...request,
    ...(hiddenTags ? { tags: hiddenTags } : {}),
    ...(task.volume ? { volumeConfigurations: [withoutTagValues(task.volume)] } : {}),
  }
}

function definitionOfCall(
  task: TaskRevision,
  revision: RevisionPlan,
  registered: RegisteredRevisions,
): string {
  if (task.kind === 'new') return nameOf(task.file, registered.registeredForTask)
  return arnOfTask(task, revision) ?? nameOf(revision, registered.revision)
}

/** It has no number until it is registered. */
function nameOf({ family }: RevisionPlan, registered: Registered | undefined): string {
  return registered ? revisionName(registered.arn) : `${family}:<new>`
}
