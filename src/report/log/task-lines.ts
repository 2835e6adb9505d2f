import { revisionName, shortTask } from '../../core/ecs/arn.js'
import { volumeText, withoutTagValues } from '../../core/ecs/volume-configuration.js'
import type { TaskResult } from '../../core/outcome/task-result.js'
import type { Plan } from '../../core/plan/plan.js'
import type { TaskPlan } from '../../core/plan/task-plan.js'
import { printable } from '../../core/task-definition/printable.js'
import { formatElapsed } from '../../core/text/duration.js'
import { isList, isObject, type Json, type JsonObject, text } from '../../core/text/json.js'

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

/** `web, new: app runs another command; FARGATE`: values of overrides are hidden. */
export function plannedTaskText({ revision, task }: Plan): string | undefined {
  if (!task) return undefined
  const known = task.existing ?? (revision.kind === 'existing' ? revision.arn : undefined)
  const definition = known ? revisionName(known) : `${revision.family}, new`
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

function overrideText({ name, ...members }: JsonObject): string {
  return `${text(name) ?? ''} with its own ${Object.keys(members).join(', ') || 'nothing'}`
}

function capacityText({ request }: TaskPlan): string {
  const { capacityProviderStrategy: strategy, launchType } = request
  if (isList(strategy))
    return strategy.map(item => (isObject(item) ? text(item.capacityProvider) : '')).join(', ')
  return text(launchType) ?? 'default capacity of the cluster'
}

/** With the values of overrides and tags hidden. */
export function runTaskCall({ revision, task }: Plan): JsonObject | undefined {
  if (!task) return undefined
  const shown = printable({ containerDefinitions: task.overrides }).containerDefinitions
  const { overrides, tags, volumeConfigurations, ...request } = task.request
  const hiddenTags = isList(tags) && tags.flatMap(tag => (isObject(tag) ? { ...tag, value: '***' } : []))
  return {
    cluster: task.cluster,
    taskDefinition:
      task.existing ?? (revision.kind === 'existing' ? revision.arn : `${revision.family}:<new>`),
    count: 1,
    ...(overrides === undefined ? {} : { overrides: { containerOverrides: shown as Json } }),
    ...request,
    ...(hiddenTags ? { tags: hiddenTags } : {}),
    ...(task.volume ? { volumeConfigurations: [withoutTagValues(task.volume)] } : {}),
  }
}
