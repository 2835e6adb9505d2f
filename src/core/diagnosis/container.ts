/** What the task definition says about the container of a failure. */

import type { Position } from '../errors/problem.js'
import { architectureOf } from '../task-definition/platform.js'
import type { JsonObject, Path } from '../text/json.js'
import { isList, isObject, objectsIn, text } from '../text/json.js'
import type { FailureEvidence } from './explanation.js'

export function containerOf(definition: JsonObject, name: string | undefined): JsonObject | undefined {
  const containers = objectsIn(definition.containerDefinitions)
  return (
    containers.find(container => container.name === name) ??
    (containers.length === 1 ? containers[0] : undefined)
  )
}

/** Where a member of the container of a failure stands in the user's own file, where that is known. */
export function memberAt(
  { definition, positionOf }: Pick<FailureEvidence, 'definition' | 'positionOf'>,
  name: string | undefined,
  ...members: Path
): Position | undefined {
  const container = containerOf(definition, name)
  const { containerDefinitions: all } = definition
  const index = container && isList(all) ? all.indexOf(container) : -1
  return index < 0 ? undefined : positionOf?.(['containerDefinitions', index, ...members])
}

/** `web` from the ARN of the role that ECS starts the task with, or how people call it. */
export function executionRole(definition: JsonObject): string {
  const role = text(definition.executionRoleArn)
  return role
    ? `the execution role ${role.slice(role.indexOf('/') + 1)}`
    : 'an execution role (the task definition names none)'
}

/** `X86_64` unless the definition says otherwise (API_RuntimePlatform). */
export function architecture(definition: JsonObject): string {
  const platform = definition.runtimePlatform
  return (isObject(platform) ? text(platform.cpuArchitecture) : undefined) ?? 'X86_64'
}

/** The platform to build for, as image tools call it. */
export function buildPlatform(definition: JsonObject): string {
  return `linux/${architectureOf(architecture(definition)) ?? 'amd64'}`
}
