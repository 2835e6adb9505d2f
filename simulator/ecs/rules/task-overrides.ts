/** What RunTask changes of a task definition for one task (API_TaskOverride). */
import type { Document } from '../state/document.js'
import type { ContainerDefinition, TaskDefinition } from '../state/task-definition.js'
import { asList } from './rule.js'

type ContainerOverride = Partial<ContainerDefinition>

export function overridden(definition: TaskDefinition, overrides: Document | undefined): TaskDefinition {
  const { containerOverrides, cpu, memory } = overrides ?? {}
  const changed = asList(containerOverrides) as readonly ContainerOverride[]
  if (changed.length === 0 && cpu === undefined && memory === undefined) return definition
  const document = { ...definition.document }
  if (cpu !== undefined) document.cpu = cpu
  if (memory !== undefined) document.memory = memory
  const containers = definition.containers.map(container =>
    withOverride(
      container,
      changed.find(({ name }) => name === container.name),
    ),
  )
  return { ...definition, document, containers }
}

/** "You can override the default command [and] the environment variables" (API_ContainerOverride). */
function withOverride(container: ContainerDefinition, override: ContainerOverride | undefined) {
  if (override === undefined) return container
  const { environment = [], ...others } = override
  const names = new Set(environment.map(({ name }) => name))
  const kept = (container.environment ?? []).filter(({ name }) => !names.has(name))
  return { ...container, ...others, name: container.name, environment: [...kept, ...environment] }
}

export function overridesRefusal(
  { containers }: TaskDefinition,
  overrides: Document | undefined,
): string | undefined {
  // Seen in AWS Batch, which runs tasks of ECS.
  if (JSON.stringify(overrides ?? {}).length > 8_192) return 'Container Overrides length must be at most 8192'
  const names = new Set(containers.map(({ name }) => name))
  const unknown = asList(overrides?.containerOverrides).find(({ name }) => !names.has(String(name)))
  // Seen in azavea/django-ecsmanage, issue 21.
  return unknown && `Override for container named ${unknown.name} is not a container in the TaskDefinition.`
}

/** Documented (API_Volume, API_TaskVolumeConfiguration); the wording is ours. */
export function volumesRefusal(
  { document }: TaskDefinition,
  { volumeConfigurations }: Document,
): string | undefined {
  const atLaunch = asList(document.volumes).filter(({ configuredAtLaunch }) => configuredAtLaunch === true)
  const names = asList(volumeConfigurations).map(({ name }) => name)
  const unknown = names.find(name => !atLaunch.some(volume => volume.name === name))
  if (unknown !== undefined) return `Volume ${unknown} is not configured at launch in the task definition.`
  const missing = atLaunch.find(({ name }) => !names.includes(name))
  return missing && `Volume ${missing.name} must be configured at launch.`
}
