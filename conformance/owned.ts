/** What a run creates has its tag, with the name of its cluster; nothing else is ever changed. */
import { randomBytes } from 'node:crypto'
import { isList, isObject, type Json, type JsonObject, valueAt, valuesAt } from './json.js'

const tagKey = 'ecs-conformance'

/** `PREFIX-1a2b3c4d`: no run has the name of another. */
export function newClusterName(prefix: string): string {
  return `${prefix}-${randomBytes(4).toString('hex')}`
}

/** Names that `newClusterName` gives. */
export function isClusterName(name: string, prefix: string): boolean {
  return name.startsWith(`${prefix}-`) && /^-[0-9a-f]{8}$/.test(name.slice(prefix.length))
}

export function tagsOf(cluster: string): readonly JsonObject[] {
  return [{ key: tagKey, value: cluster }]
}

/** Whether an object of ECS, with its tags, was created for the cluster. */
export function isOwned(described: Json | undefined, cluster: string): boolean {
  const tags = isObject(described) ? described.tags : undefined
  if (!isList(tags)) return false
  return tags.some(tag => valueAt(tag, 'key') === tagKey && valueAt(tag, 'value') === cluster)
}

export function textsAt(json: JsonObject, path: string): readonly string[] {
  return valuesAt(json, path).map(String)
}
