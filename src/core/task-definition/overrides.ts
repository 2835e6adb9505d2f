/** Overrides by name. Everything else keeps its order. */

import { type Problem, quote } from '../errors/problem.js'
import { definedMembers } from '../text/defined-members.js'
import type { Json, JsonObject } from '../text/json.js'
import { isList, isObject, text } from '../text/json.js'

export interface Setting {
  readonly key: string
  readonly value: string
}

export interface ContainerOverrides {
  readonly containers: readonly string[]
  readonly environment: readonly Setting[]
  readonly secrets: readonly Setting[]
  readonly dockerLabels: readonly Setting[]
  readonly logOptions: readonly Setting[]
  /** replace the existing ones, since order counts */
  readonly environmentFiles: readonly string[]
  /** empty: the image's command */
  readonly command: readonly string[] | undefined
  readonly logDriver: string | undefined
}

export interface Overrides {
  readonly container: ContainerOverrides | undefined
  readonly taskRoleArn: string | undefined
  readonly executionRoleArn: string | undefined
}

export const noOverrides: Overrides = {
  container: undefined,
  taskRoleArn: undefined,
  executionRoleArn: undefined,
}

/** The caller handles missing containers. */
export function withOverrides(definition: JsonObject, overrides: Overrides): JsonObject {
  const { container: options, taskRoleArn, executionRoleArn } = overrides
  const containers = definition.containerDefinitions
  const containerDefinitions =
    options && isList(containers)
      ? containers.map(container => (isNamed(container, options) ? put(container, options) : container))
      : undefined
  return { ...definition, ...definedMembers({ containerDefinitions, taskRoleArn, executionRoleArn }) }
}

/** What the inputs bring, whatever the definition is. */
export function definitionOfOverrides({ container }: Overrides): JsonObject {
  return { containerDefinitions: container ? [put({ logConfiguration: {} }, container)] : [] }
}

export function overrideProblems(definition: JsonObject, { container: options }: Overrides): Problem[] {
  if (!options || options.logOptions.length === 0 || !isList(definition.containerDefinitions)) return []
  return definition.containerDefinitions.flatMap(container => {
    if (!isNamed(container, options)) return []
    const log = container.logConfiguration
    if (isObject(log) && text(log.logDriver)) return []
    return {
      subject: 'log-configuration-options',
      text: `container ${quote(text(container.name) ?? '')} has no log driver: set log-configuration-log-driver, too`,
    }
  })
}

function isNamed(container: Json, { containers }: ContainerOverrides): container is JsonObject {
  return isObject(container) && containers.includes(text(container.name) ?? '')
}

function put(container: JsonObject, options: ContainerOverrides): JsonObject {
  const names = (settings: readonly Setting[]) => settings.map(({ key }) => key)
  // ECS takes a name once, as variable or secret.
  const environment = merge(
    without(container.environment, names(options.secrets)),
    options.environment,
    'value',
  )
  const secrets = merge(without(container.secrets, names(options.environment)), options.secrets, 'valueFrom')
  const { command, dockerLabels, environmentFiles } = options
  const changes = {
    environment,
    secrets,
    environmentFiles:
      environmentFiles.length > 0 ? environmentFiles.map(value => ({ value, type: 's3' })) : undefined,
    dockerLabels: dockerLabels.length > 0 ? mapped(container.dockerLabels, dockerLabels) : undefined,
    command,
  }
  return { ...container, ...definedMembers(changes), ...logging(container.logConfiguration, options) }
}

/** Returns the same list if nothing is left out. */
function without(list: Json | undefined, names: readonly string[]): Json | undefined {
  if (!isList(list)) return list
  const kept = list.filter(item => !(isObject(item) && names.includes(text(item.name) ?? '')))
  return kept.length === list.length ? list : kept
}

/** Removes repeated names; new names come last. */
function merge(list: Json | undefined, settings: readonly Setting[], member: string): Json | undefined {
  if (settings.length === 0) return list
  const wanted = new Map(settings.map(({ key, value }) => [key, value]))
  const placed = new Set<string>()
  const kept = (isList(list) ? list : []).flatMap(item => {
    const name = isObject(item) ? text(item.name) : undefined
    const value = name === undefined ? undefined : wanted.get(name)
    if (!isObject(item) || name === undefined || value === undefined) return [item]
    if (placed.has(name)) return []
    placed.add(name)
    return [{ ...item, [member]: value }]
  })
  const added = settings.filter(({ key }) => !placed.has(key))
  return [...kept, ...added.map(({ key, value }) => ({ name: key, [member]: value }))]
}

function mapped(map: Json | undefined, settings: readonly Setting[]): JsonObject {
  const before = isObject(map) ? Object.entries(map) : []
  return Object.fromEntries([...before, ...settings.map(({ key, value }) => [key, value] as const)])
}

/** A new driver drops the old options. */
function logging(before: Json | undefined, { logDriver, logOptions }: ContainerOverrides): JsonObject {
  if (logDriver === undefined && logOptions.length === 0) return {}
  const kept = isObject(before) && (logDriver === undefined || before.logDriver === logDriver) ? before : {}
  const options = logOptions.length > 0 ? mapped(kept.options, logOptions) : undefined
  return { logConfiguration: { ...kept, ...definedMembers({ logDriver, options }) } }
}
