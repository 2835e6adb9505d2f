/**
 * What a new task definition changes against the one that serves: per container and per key, by name instead of by
 * position, and without the members that ECS fills in by itself. Values are shown only where redact.ts allows.
 */
import microdiff from 'microdiff'
import type { Json, JsonObject } from './json.js'
import { isList, isObject } from './json.js'
import { isOpen, isVisible } from './redact.js'
import { registrable } from './task-definition.js'

export interface Change {
  readonly sign: '+' | '-' | '~'
  /** `app.environment.LOG_LEVEL` */
  readonly path: string
  /** only where the value may be shown and is a plain one */
  readonly from?: string
  readonly to?: string
  /** there is a value that must not be shown */
  readonly hidden?: true
}

export function diff(live: JsonObject, proposed: JsonObject): Change[] {
  const changes = microdiff(comparable(live), comparable(proposed), { cyclesFix: false })
  return changes.flatMap(change => {
    const { path, type } = change
    if (type === 'CHANGE') return [show('~', path, change.oldValue, change.value)]
    if (type === 'REMOVE')
      return items(path, change.oldValue).map(item => show('-', item.path, item.value, undefined))
    return items(path, change.value).map(item => show('+', item.path, undefined, item.value))
  })
}

type Steps = readonly (string | number)[]

/** A list that was not there before, or is not there any more, comes and goes item by item. */
function items(path: Steps, value: Json): { readonly path: Steps; readonly value: Json }[] {
  if (!keys[String(path.at(-1))] || !isObject(value)) return [{ path, value }]
  return Object.entries(value).map(([name, item]) => ({ path: [...path, name], value: item }))
}

function show(sign: Change['sign'], path: Steps, before: Json | undefined, after: Json | undefined): Change {
  const [from, to] = [shown(path, before), shown(path, after)]
  const isShown = from !== undefined || to !== undefined
  return {
    sign,
    path: showMember(path),
    ...(isShown || isOpen(path) ? {} : { hidden: true }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

/** Lists whose order means nothing to ECS, and the members that tell their items apart. */
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

/** Lists of plain values whose order means nothing to ECS. */
const sets = new Set(['requiresCompatibilities', 'dnsServers', 'dnsSearchDomains'])

/** A definition with named lists as objects, ECS's defaults left out, and nothing empty: what can be compared. */
function comparable(definition: JsonObject): Record<string, Json> {
  const awsvpc = definition.networkMode === 'awsvpc'
  return tidy(registrable(definition).definition, '', awsvpc) as Record<string, Json>
}

function tidy(value: Json, member: string, awsvpc: boolean): Json {
  if (isList(value)) {
    const by = keys[member]
    if (by && value.every(isObject)) {
      const entries = unique(value.map(item => keyOf(item, by))).map((key, i) => [
        key,
        tidy(withoutDefaults(value[i] as JsonObject, member, awsvpc), '', awsvpc),
      ])
      return Object.fromEntries(entries) as JsonObject
    }
    const items = value.map(item => tidy(item, '', awsvpc))
    return sets.has(member) ? items.map(String).sort() : items
  }
  if (isObject(value)) {
    const entries = Object.entries(value)
      .map(([key, inner]) => [key, tidy(inner, key, awsvpc)] as const)
      .filter(([, inner]) => !isEmpty(inner))
    return Object.fromEntries(entries)
  }
  return value
}

/** Keys that stand twice are told apart by their place among themselves, so that no item hides another. */
function unique(keys: readonly string[]): string[] {
  return keys.map((key, i) => {
    const earlier = keys.slice(0, i).filter(other => other === key).length
    return earlier === 0 ? key : `${key} (${earlier + 1})`
  })
}

function keyOf(item: JsonObject, by: readonly string[]): string {
  const parts = by.map(member => item[member] ?? (member === 'protocol' ? 'tcp' : ''))
  return parts.filter(part => part !== '').join('/')
}

/**
 * Members that ECS fills in and answers when they were not given.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
function withoutDefaults(item: JsonObject, list: string, awsvpc: boolean): JsonObject {
  const defaults: Readonly<Record<string, Json>> =
    list === 'containerDefinitions'
      ? { essential: true, cpu: 0 }
      : list === 'portMappings'
        ? { protocol: 'tcp', hostPort: awsvpc ? (item.containerPort ?? 0) : 0 }
        : {}
  return Object.fromEntries(Object.entries(item).filter(([member, value]) => defaults[member] !== value))
}

function isEmpty(value: Json): boolean {
  if (value === null) return true
  if (isList(value)) return value.length === 0
  return isObject(value) && Object.keys(value).length === 0
}

function shown(path: Steps, value: Json | undefined): string | undefined {
  if (!isVisible(path)) return undefined
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

function showMember(path: Steps): string {
  const steps = path[0] === 'containerDefinitions' && path.length > 1 ? path.slice(1) : path
  const plain = steps.at(-1) === 'value' || steps.at(-1) === 'valueFrom' ? steps.slice(0, -1) : steps
  return plain.join('.')
}
