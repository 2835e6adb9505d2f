/**
 * A definition without what makes no difference to ECS. Not redacted.
 *
 * Notations that may mean the same stay different: one deployment too many is better than one too few.
 */
import { definedMembers } from '../text/defined-members.js'
import type { Json, JsonObject } from '../text/json.js'
import { isList, isObject } from '../text/json.js'
import { inUnits } from './size.js'
import { isOwn } from './tags.js'
import { registrable } from './task-definition.js'

/** Lists without order, with the members that identify their items. */
const keys: Readonly<Record<string, readonly string[]>> = {
  containerDefinitions: ['name'],
  environment: ['name'],
  secrets: ['name'],
  secretOptions: ['name'],
  portMappings: ['containerPort', 'containerPortRange', 'protocol'],
  mountPoints: ['containerPath'],
  volumesFrom: ['sourceContainer'],
  dependsOn: ['containerName'],
  ulimits: ['name'],
  systemControls: ['namespace'],
  extraHosts: ['hostname'],
  resourceRequirements: ['type'],
  volumes: ['name'],
  tags: ['key'],
}

export function isKeyed(member: string): boolean {
  return Object.hasOwn(keys, member)
}

const sets = new Set(['requiresCompatibilities', 'add', 'drop'])

/** Makes keyed lists objects. */
export function normalize(definition: JsonObject): JsonObject {
  const { definition: whole } = registrable(definition)
  const tags = isList(whole.tags) ? whole.tags.filter(tag => !(isObject(tag) && isOwn(tag))) : []
  const { networkMode } = whole
  const sharesPorts = networkMode === 'awsvpc' || networkMode === 'host'
  const sized = withSizes({ ...whole, tags })
  const { networkMode: _, ...bridged } = sized
  return tidy(networkMode === 'bridge' ? bridged : sized, '', sharesPorts) as JsonObject
}

function tidy(value: Json, member: string, sharesPorts: boolean): Json {
  if (isList(value)) {
    const by = isKeyed(member) ? keys[member] : undefined
    if (by && value.every(isObject)) {
      const names = unique(value.map(item => keyOf(item, by)))
      return objectOf(
        value.map((item, i) => [
          names[i] ?? '',
          tidy(withoutDefaults(item, member, sharesPorts), '', sharesPorts),
        ]),
      )
    }
    const items = value.map(item => tidy(item, '', sharesPorts))
    return sets.has(member) && items.every(item => typeof item === 'string') ? items.toSorted() : items
  }
  if (!isObject(value)) return value
  return objectOf(
    Object.entries(withoutDefaults(value, member, sharesPorts))
      .map(([key, inner]) => [key, tidy(inner, key, sharesPorts)] as const)
      .filter(([, inner]) => !isEmpty(inner)),
  )
}

function objectOf(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(entries)
}

/** Numbers repeated keys, so that no item hides another. */
function unique(names: readonly string[]): string[] {
  const taken = new Set(names)
  const used = new Set<string>()
  return names.map(name => {
    let own = name
    for (let n = 2; used.has(own) || (own !== name && taken.has(own)); n++) own = `${name} (${n})`
    used.add(own)
    return own
  })
}

function keyOf(item: JsonObject, by: readonly string[]): string {
  const parts = by.map(member => item[member] ?? (member === 'protocol' ? 'tcp' : ''))
  return parts.filter(part => part !== '').join('/')
}

/**
 * Defaults that ECS adds, by their list or object.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html (and PortMapping, HealthCheck,
 * EFSVolumeConfiguration, RegisterTaskDefinition)
 */
function withoutDefaults(item: JsonObject, holder: string, sharesPorts: boolean): JsonObject {
  const defaults = defaultsIn(item, holder, sharesPorts)
  return objectOf(Object.entries(item).filter(([member, value]) => !isDefault(defaults, member, value)))
}

function isDefault(defaults: JsonObject, member: string, value: Json): boolean {
  return Object.hasOwn(defaults, member) && defaults[member] === value
}

function defaultsIn(item: JsonObject, holder: string, sharesPorts: boolean): JsonObject {
  switch (holder) {
    case 'containerDefinitions':
      return { essential: true, cpu: 0 }
    case 'portMappings':
      return { protocol: 'tcp', hostPort: sharesPorts ? (item.containerPort ?? 0) : 0 }
    case 'healthCheck':
      return { interval: 30, timeout: 5, retries: 3 }
    case 'efsVolumeConfiguration':
      return { rootDirectory: '/' }
    default:
      return {}
  }
}

/** ECS returns "1 vCPU" as "1024". */
function withSizes(definition: JsonObject): JsonObject {
  const { cpu, memory } = definition
  const sizes = {
    cpu: cpu === undefined ? undefined : inUnits(cpu),
    memory: memory === undefined ? undefined : inUnits(memory),
  }
  return { ...definition, ...definedMembers(sizes) }
}

function isEmpty(value: Json): boolean {
  if (value === null) return true
  if (isList(value)) return value.length === 0
  return isObject(value) && Object.keys(value).length === 0
}
