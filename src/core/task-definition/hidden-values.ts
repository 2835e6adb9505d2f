import { shortenArns } from '../ecs/arn.js'
import { isPublic } from '../redaction/common-values.js'
import { leastLength } from '../redaction/hidden-index.js'
import { maskRandom, randomParts } from '../redaction/mask-random.js'
import { partsOf } from '../redaction/value-parts.js'
import type { Json, JsonObject } from '../text/json.js'
import { isList, isObject } from '../text/json.js'
import { hiddenNames } from './hidden-names.js'
import { registrable } from './task-definition.js'
import { openMembers, safeMembers } from './visible-members.js'

/** Diffs hide these, but AWS quotes them in errors, which nobody would understand without them. */
const containerMembers = new Set([
  'capabilities', 'devices', 'tmpfs', 'workingDirectory', 'hostname', 'dnsServers', 'dnsSearchDomains', 'extraHosts',
  'dockerSecurityOptions', 'systemControls', 'resourceRequirements', 'credentialSpecs', 'host',
  'rootDirectory', 'containerName', 'sourceContainer', 'environmentFiles', 'repositoryCredentials',
  'placementConstraints', 'authorizationConfig', 'fsxWindowsFileServerVolumeConfiguration', 'tags',
]) // biome-ignore format: one set

const variables = new Set(['environment', 'secrets', 'secretOptions', 'properties'])

function hiddenValues(definition: JsonObject): string[] {
  const found = new Set<string>()
  collect(registrable(definition).definition, true)
  return [...found]

  function collect(object: JsonObject, isOpen: boolean): void {
    for (const [member, value] of Object.entries(object)) {
      if (isOpen && (safeMembers.has(member) || containerMembers.has(member))) continue
      if (variables.has(member)) collectIn(valuesOf(value), false)
      else
        collectIn(member === 'options' ? withoutLogLocation(value) : value, isOpen && openMembers.has(member))
    }
  }

  function collectIn(value: Json, isOpen: boolean): void {
    if (typeof value === 'string') add([value, ...partsOf(value)])
    else if (isObject(value)) collect(value, isOpen)
    else if (isList(value)) {
      for (const item of value) collectIn(item, isOpen)
      // `["--token", "…"]`
      add(partsOf(value.filter(item => typeof item === 'string').join(' ')))
    }
  }

  function add(values: readonly string[]): void {
    for (const value of values) for (const form of formsOf(value)) found.add(form)
  }
}

function valuesOf(list: Json): Json {
  if (!isList(list)) return list
  return list.map(item => {
    if (!isObject(item)) return item
    const { name: _, valueFrom = null, ...values } = item
    return { ...values, valueFrom: isReference(valueFrom) ? null : valueFrom }
  })
}

/** Errors about a missing log group name it; it is no secret. */
function withoutLogLocation(options: Json): Json {
  if (!isObject(options)) return options
  return Object.fromEntries(Object.entries(options).filter(([name]) => !name.startsWith('awslogs-')))
}

/** Anything but an ARN or a path of Parameter Store may be the secret itself, put there by mistake. */
function isReference(value: Json): boolean {
  return typeof value === 'string' && /^(arn:|\/)/.test(value)
}

/** The forms in which AWS, JSON and Go quote a value. */
function formsOf(value: string): string[] {
  if (isPublic(value)) return []
  const written = [value, JSON.stringify(value).slice(1, -1)]
  const onOneLine = written.flatMap(text => {
    const line = text.replace(/\s+/g, ' ').trim()
    // An ARN alone would become a name that is not secret.
    const short = line.includes(' ') ? shortenArns(line) : line
    return [line, short, short.replace(/\.$/, '')]
  })
  const lines = value.split(/[\r\n]+/).map(one => one.trim())
  return [...written, ...onOneLine, ...lines].filter(form => form.length >= leastLength)
}

/** Longest first. Values that are part of a visible name (region, service) stay. */
export function secretsOf(definitions: readonly JsonObject[], names: readonly string[]): string[] {
  const values = definitions.flatMap(one => [...hiddenValues(one), ...hiddenNames(one)])
  const secretNames = definitions.flatMap(one => randomParts(JSON.stringify(one)))
  const readable = names.map(maskRandom)
  return [...new Set([...values, ...secretNames])]
    .filter(value => !readable.some(name => name.includes(value)))
    .sort((a, b) => b.length - a.length)
}
