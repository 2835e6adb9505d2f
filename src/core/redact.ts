/**
 * What of a task definition may be shown to people. Environment values, secrets, commands, labels and options never:
 * everything is hidden unless it is known to be harmless, so that a member nobody thought of stays hidden too.
 */
import type { Json, JsonObject } from './json.js'
import { isList, isObject, objectsIn } from './json.js'

/** Lists whose items are told apart by a name, which is then a step of a path and no member. */
const named = new Set([
  'containerDefinitions', 'volumes', 'portMappings', 'mountPoints', 'volumesFrom', 'dependsOn', 'ulimits',
]) // biome-ignore format: one set

/** Objects in which harmless members can stand. A member inside any other is hidden, whatever it is called. */
const open = new Set([
  ...named, 'healthCheck', 'logConfiguration', 'linuxParameters', 'restartPolicy', 'runtimePlatform',
  'ephemeralStorage', 'efsVolumeConfiguration',
]) // biome-ignore format: one set

const harmless = new Set([
  'family', 'image', 'cpu', 'memory', 'memoryReservation', 'essential', 'containerPort', 'hostPort', 'protocol',
  'appProtocol', 'containerPortRange', 'name', 'networkMode', 'taskRoleArn', 'executionRoleArn',
  'requiresCompatibilities', 'sizeInGiB', 'cpuArchitecture', 'operatingSystemFamily', 'logDriver', 'interval',
  'timeout', 'retries', 'startPeriod', 'startTimeout', 'stopTimeout', 'user', 'readonlyRootFilesystem', 'privileged',
  'pseudoTerminal', 'interactive', 'versionConsistency', 'pidMode', 'ipcMode', 'sourceVolume', 'containerPath',
  'readOnly', 'condition', 'enabled', 'hardLimit', 'softLimit', 'enableFaultInjection', 'initProcessEnabled',
  'fileSystemId', 'transitEncryption', 'ignoredExitCodes', 'restartAttemptPeriod',
]) // biome-ignore format: one set

/** Whether the value at this path of a task definition may be shown. Names of members always may. */
export function isVisible(path: readonly (string | number)[]): boolean {
  const members = membersOf(path)
  const last = members.pop()
  return last !== undefined && harmless.has(last) && members.every(member => open.has(member))
}

/** Whether everything on this path is an object in which harmless members can stand: there is nothing to hide yet. */
export function isOpen(path: readonly (string | number)[]): boolean {
  return membersOf(path).every(member => open.has(member))
}

/** The steps that are members: neither positions in a list nor names of items. */
function membersOf(path: readonly (string | number)[]): string[] {
  const members: string[] = []
  let isName = false
  for (const step of path) {
    if (!isName && typeof step === 'string') members.push(step)
    isName = !isName && named.has(String(step))
  }
  return members
}

/** Every value of a definition that must not be shown and is long enough to be recognised in a text. */
export function hiddenValues(definition: JsonObject): string[] {
  const found = new Set<string>()

  function collect(value: Json): void {
    if (typeof value === 'string') {
      // Texts are told on one line, and a value in them too.
      if (value.length >= 8) found.add(value).add(value.replace(/\s+/g, ' '))
    } else if (isList(value)) value.forEach(collect)
    else if (isObject(value)) Object.values(value).forEach(collect)
  }

  for (const container of objectsIn(definition.containerDefinitions)) {
    for (const { value } of objectsIn(container.environment)) if (value !== undefined) collect(value)
    for (const member of ['command', 'entryPoint', 'dockerLabels']) collect(container[member] ?? null)
    for (const holder of [container.healthCheck, container.logConfiguration]) {
      if (isObject(holder)) collect(holder.command ?? holder.options ?? null)
    }
  }
  return [...found].sort((a, b) => b.length - a.length)
}

/**
 * What to take out of every text about a deployment: the hidden values of these definitions, but for those that are
 * part of a name that everybody sees (a region, the service), without which no text could be understood.
 */
export function secretsOf(definitions: readonly JsonObject[], names: readonly string[]): string[] {
  const values = new Set(definitions.flatMap(hiddenValues))
  return [...values]
    .filter(value => !names.some(name => name.includes(value)))
    .sort((a, b) => b.length - a.length)
}

/** A text that came from elsewhere (an AWS error, a container's reason), without the values that must not be shown. */
export function scrub(text: string, hidden: readonly string[]): string {
  return hidden.reduce((clean, value) => clean.replaceAll(value, '***'), text)
}
