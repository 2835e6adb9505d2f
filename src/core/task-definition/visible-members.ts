/**
 * Which values of a task definition may be shown. Environment values, secrets, commands, labels and options never:
 * whatever is not known to be safe is hidden, so that a new member is hidden, too.
 */
import type { Path } from '../text/json.js'

/** Lists whose items have names; in a path, the step after such a list is a name and not a member. */
const named = new Set([
  'containerDefinitions', 'volumes', 'portMappings', 'mountPoints', 'volumesFrom', 'dependsOn', 'ulimits',
]) // biome-ignore format: one set

/** Objects that can have safe members. A member of any other object is hidden, whatever its name. */
export const openMembers = new Set([
  ...named, 'healthCheck', 'logConfiguration', 'linuxParameters', 'restartPolicy', 'runtimePlatform',
  'ephemeralStorage', 'efsVolumeConfiguration',
]) // biome-ignore format: one set

export const safeMembers = new Set([
  'family', 'image', 'cpu', 'memory', 'memoryReservation', 'essential', 'containerPort', 'hostPort', 'protocol',
  'appProtocol', 'containerPortRange', 'name', 'networkMode', 'taskRoleArn', 'executionRoleArn',
  'requiresCompatibilities', 'sizeInGiB', 'cpuArchitecture', 'operatingSystemFamily', 'logDriver', 'interval',
  'timeout', 'retries', 'startPeriod', 'startTimeout', 'stopTimeout', 'user', 'readonlyRootFilesystem', 'privileged',
  'pseudoTerminal', 'interactive', 'versionConsistency', 'pidMode', 'ipcMode', 'sourceVolume', 'containerPath',
  'readOnly', 'condition', 'enabled', 'hardLimit', 'softLimit', 'enableFaultInjection', 'initProcessEnabled',
  'fileSystemId', 'transitEncryption', 'ignoredExitCodes', 'restartAttemptPeriod', 'links',
]) // biome-ignore format: one set

/** Whether the value at this path may be shown. Names of members always may. */
export function isVisible(path: Path): boolean {
  const members = membersOf(path)
  const last = members.pop()
  return last !== undefined && safeMembers.has(last) && members.every(member => openMembers.has(member))
}

/** Whether every object on this path can have safe members: there is nothing to hide yet. */
export function isOpen(path: Path): boolean {
  return membersOf(path).every(member => openMembers.has(member))
}

/** The steps that are members: neither positions in a list nor names of items. */
function membersOf(path: Path): string[] {
  const members: string[] = []
  let isName = false
  for (const step of path) {
    if (!isName && typeof step === 'string') members.push(step)
    isName = !isName && named.has(String(step))
  }
  return members
}
