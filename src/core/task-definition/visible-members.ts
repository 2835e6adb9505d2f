/** Which values may be shown. What is not known to be safe is hidden, so that new members are hidden, too. */
import type { Path } from '../text/json.js'

/** After such a list a path has a name. */
const named = new Set([
  'containerDefinitions', 'volumes', 'portMappings', 'mountPoints', 'volumesFrom', 'dependsOn', 'ulimits',
]) // biome-ignore format: one set

/** Members of other objects are hidden, whatever their names. */
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

/** Names of members are always visible. */
export function isVisible(path: Path): boolean {
  const members = membersOf(path)
  const last = members.pop()
  return last !== undefined && safeMembers.has(last) && members.every(member => openMembers.has(member))
}

/** Nothing to hide yet. */
export function isOpen(path: Path): boolean {
  return membersOf(path).every(member => openMembers.has(member))
}

/** Without list indexes and names of items. */
function membersOf(path: Path): string[] {
  const members: string[] = []
  let isName = false
  for (const step of path) {
    if (!isName && typeof step === 'string') members.push(step)
    isName = !isName && named.has(String(step))
  }
  return members
}
