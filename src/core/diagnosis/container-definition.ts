import { addedContainer } from '../ecs/added-container.js'
import type { Position } from '../errors/problem.js'
import { platformOf, showPlatform } from '../task-definition/platform.js'
import type { JsonObject, Path } from '../text/json.js'
import { isList, isObject, objectsIn, text } from '../text/json.js'
import type { Evidence } from './evidence.js'

export function containerOf(definition: JsonObject, name: string | undefined): JsonObject | undefined {
  const containers = objectsIn(definition.containerDefinitions)
  return (
    containers.find(container => container.name === name) ??
    (containers.length === 1 && !addedContainer(name) ? containers[0] : undefined)
  )
}

export function memberAt(
  { definition, positionOf }: Pick<Evidence, 'definition' | 'positionOf'>,
  name: string | undefined,
  ...members: Path
): Position | undefined {
  const container = containerOf(definition, name)
  const { containerDefinitions } = definition
  const index = container && isList(containerDefinitions) ? containerDefinitions.indexOf(container) : -1
  return index < 0 ? undefined : positionOf?.(['containerDefinitions', index, ...members])
}

/** `the execution role ecsTaskExecutionRole` */
export function executionRole(definition: JsonObject): string {
  const role = text(definition.executionRoleArn)
  return role
    ? `the execution role ${role.slice(role.indexOf('/') + 1)}`
    : 'an execution role (the task definition has none)'
}

/** The default is `X86_64` (API_RuntimePlatform). */
export function cpuArchitecture(definition: JsonObject): string {
  const platform = definition.runtimePlatform
  return (isObject(platform) ? text(platform.cpuArchitecture) : undefined) ?? 'X86_64'
}

/** As image tools name it: `linux/arm64`. */
export function buildPlatform(definition: JsonObject): string {
  const platform = platformOf(definition)
  return platform ? showPlatform(platform) : 'linux/amd64'
}
