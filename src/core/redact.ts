/**
 * What of a task definition may be shown to people. Environment values, secrets, commands, labels and options never:
 * everything is hidden unless it is known to be harmless, so that a member nobody thought of stays hidden too.
 */
import type { Json, JsonObject } from './json.js'
import { isList, isObject } from './json.js'

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

/** Every value of a definition that must not be shown and is long enough to be recognised in a text; longest first. */
export function hiddenValues(definition: JsonObject): string[] {
  const found = new Set<string>()

  function collect(value: Json, path: readonly (string | number)[]): void {
    if (typeof value === 'string') {
      if (value.length >= 8 && !isVisible(path)) found.add(value)
    } else if (isList(value)) {
      for (const [i, item] of value.entries()) collect(item, [...path, i])
    } else if (isObject(value)) {
      for (const [member, inner] of Object.entries(value)) {
        // What tells items of a list apart is a name, not a secret.
        if (!(path.length > 0 && (member === 'name' || member === 'key'))) collect(inner, [...path, member])
      }
    }
  }

  collect(definition, [])
  return [...found].sort((a, b) => b.length - a.length)
}

/** A text that came from elsewhere (an AWS error, a container's reason), without the values that must not be shown. */
export function scrub(text: string, hidden: readonly string[]): string {
  return hidden.reduce((clean, value) => clean.replaceAll(value, '***'), text)
}
