/**
 * What of a task definition may be shown to people. Environment values, secrets, commands, labels and options never:
 * everything is hidden unless it is known to be harmless, so that a member nobody thought of stays hidden too.
 */
import { shortenArns } from '../ecs/arn.js'
import { maskSecrets } from '../redaction/secret-patterns.js'
import { stripControlCharacters } from '../text/control-characters.js'
import type { Json, JsonObject } from '../text/json.js'
import { isList, isObject } from '../text/json.js'
import { registrable } from './task-definition.js'

/** Lists whose items are told apart by a name, which is then a step of a path and no member. */
const named = new Set([
  'containerDefinitions', 'volumes', 'portMappings', 'mountPoints', 'volumesFrom', 'dependsOn', 'ulimits',
]) // biome-ignore format: one set

/** Objects in which harmless members can stand. A member inside any other is hidden, whatever it is called. */
const openMembers = new Set([
  ...named, 'healthCheck', 'logConfiguration', 'linuxParameters', 'restartPolicy', 'runtimePlatform',
  'ephemeralStorage', 'efsVolumeConfiguration',
]) // biome-ignore format: one set

const safeMembers = new Set([
  'family', 'image', 'cpu', 'memory', 'memoryReservation', 'essential', 'containerPort', 'hostPort', 'protocol',
  'appProtocol', 'containerPortRange', 'name', 'networkMode', 'taskRoleArn', 'executionRoleArn',
  'requiresCompatibilities', 'sizeInGiB', 'cpuArchitecture', 'operatingSystemFamily', 'logDriver', 'interval',
  'timeout', 'retries', 'startPeriod', 'startTimeout', 'stopTimeout', 'user', 'readonlyRootFilesystem', 'privileged',
  'pseudoTerminal', 'interactive', 'versionConsistency', 'pidMode', 'ipcMode', 'sourceVolume', 'containerPath',
  'readOnly', 'condition', 'enabled', 'hardLimit', 'softLimit', 'enableFaultInjection', 'initProcessEnabled',
  'fileSystemId', 'transitEncryption', 'ignoredExitCodes', 'restartAttemptPeriod', 'links',
]) // biome-ignore format: one set

/** Whether the value at this path of a task definition may be shown. Names of members always may. */
export function isVisible(path: readonly (string | number)[]): boolean {
  const members = membersOf(path)
  const last = members.pop()
  return last !== undefined && safeMembers.has(last) && members.every(member => openMembers.has(member))
}

/** Whether everything on this path is an object in which harmless members can stand: there is nothing to hide yet. */
export function isOpen(path: readonly (string | number)[]): boolean {
  return membersOf(path).every(member => openMembers.has(member))
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

/**
 * Members that no diff shows and that AWS names where they are wrong: how a container sits on its host, and where its
 * secrets are kept. Without them no error could be understood.
 */
const containerMembers = new Set([
  'capabilities', 'devices', 'tmpfs', 'workingDirectory', 'hostname', 'dnsServers', 'dnsSearchDomains', 'extraHosts',
  'dockerSecurityOptions', 'systemControls', 'resourceRequirements', 'credentialSpecs', 'host',
  'rootDirectory', 'containerName', 'sourceContainer', 'environmentFiles', 'repositoryCredentials',
  'placementConstraints', 'authorizationConfig', 'fsxWindowsFileServerVolumeConfiguration', 'tags',
]) // biome-ignore format: one set

/** Lists of values that have names, which may be shown. */
const variables = new Set(['environment', 'secrets', 'secretOptions', 'properties'])

/** Shorter values are part of ordinary words: without them no text could be read. */
const leastLength = 8

/**
 * Every value of a definition that no text may tell, in every form in which a text can hold it: those of variables,
 * commands, labels and options, of members that nobody has heard of, and what stands in place of a reference to a
 * secret.
 */
export function hiddenValues(definition: JsonObject): string[] {
  const found = new Set<string>()
  collect(registrable(definition).definition, true)
  return [...found].sort((a, b) => b.length - a.length)

  function collect(object: JsonObject, isOpen: boolean): void {
    for (const [member, value] of Object.entries(object)) {
      if (isOpen && (safeMembers.has(member) || containerMembers.has(member))) continue
      if (variables.has(member)) collectIn(valuesOf(value), false)
      else collectIn(member === 'options' ? withoutPlaces(value) : value, isOpen && openMembers.has(member))
    }
  }

  function collectIn(value: Json, isOpen: boolean): void {
    if (typeof value === 'string') for (const form of formsOf(value)) found.add(form)
    else if (isObject(value)) collect(value, isOpen)
    else if (isList(value)) for (const item of value) collectIn(item, isOpen)
  }
}

/** Variables without their names, and secrets without what says where they are kept. */
function valuesOf(list: Json): Json {
  if (!isList(list)) return list
  return list.map(item => {
    if (!isObject(item)) return item
    const { name: _, valueFrom = null, ...values } = item
    return { ...values, valueFrom: isReference(valueFrom) ? null : valueFrom }
  })
}

/** The log group that is not there is what an error is about; it opens nothing. */
function withoutPlaces(options: Json): Json {
  if (!isObject(options)) return options
  return Object.fromEntries(Object.entries(options).filter(([name]) => !name.startsWith('awslogs-')))
}

/** The ARN of a secret, or a path of Parameter Store. Anything else may be the secret itself, put there by mistake. */
function isReference(value: Json): boolean {
  return typeof value === 'string' && /^(arn:|\/)/.test(value)
}

/**
 * A value as texts hold it: as it is, quoted as in JSON or Go, on one line, with its ARNs shortened, without a full
 * stop at its end; and each of its lines by itself.
 */
function formsOf(value: string): string[] {
  // The first word of every health check, which errors about it explain.
  if (value === 'CMD-SHELL') return []
  const written = [value, JSON.stringify(value).slice(1, -1)]
  const told = written.flatMap(text => {
    const line = text.replace(/\s+/g, ' ').trim()
    // An ARN alone would leave a name that everybody sees.
    const short = line.includes(' ') ? shortenArns(line) : line
    return [line, short, short.replace(/\.$/, '')]
  })
  const lines = value.split(/[\r\n]+/).map(one => one.trim())
  return [...written, ...told, ...lines].filter(form => form.length >= leastLength)
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

/**
 * A text that came from elsewhere (an AWS error, a container's reason, a line of a log) as it may be shown: without the
 * values that must not be, without what is a secret by its form, and without what is no text. Only a whole text can be
 * cleaned: of one that was cut before, the rest of a secret would stay.
 */
export function redact(text: string, hidden: readonly string[]): string {
  return maskSecrets(stripControlCharacters(scrub(text, hidden)))
}

/** Without these values. */
export function scrub(text: string, hidden: readonly string[]): string {
  return hidden.reduce((redact, value) => redact.replaceAll(value, '***'), text)
}
