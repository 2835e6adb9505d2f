/**
 * Tags of a revision: those of the source, those that the user gives, and those that tell where it comes from.
 *
 * Rules: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html
 */

import { revisionName } from '../ecs/arn.js'
import { quote } from '../errors/problem.js'
import { definedMembers } from '../text/defined-members.js'
import type { JsonObject } from '../text/json.js'
import { isList, objectsIn, text } from '../text/json.js'

export interface Tag {
  readonly key: string
  readonly value: string
}

/** The most that one resource can have. */
export const mostTags = 50

/** Keys that begin so tell the provenance of a revision and are written by this action alone. */
const ownPrefix = 'ecs-safe-deploy:'

/** What AWS takes in keys and values, beside letters, digits and blanks of any script. */
const others = '_.:/=+\\-@'

/** Why AWS or this action would not take a tag, or nothing. */
export function tagProblem({ key, value }: Tag): string | undefined {
  const characters = new RegExp(`^[\\p{L}\\p{Z}\\p{N}${others}]*$`, 'u')
  if (/^aws:/i.test(key)) return `${quote(key)} begins with aws:, which belongs to AWS`
  if (key.startsWith(ownPrefix)) return `${quote(key)} begins with ${ownPrefix}, which provenance-tags writes`
  if (key.length > 128) return `${quote(key)} has more than 128 characters`
  if (value.length > 256) return `the value of ${quote(key)} has more than 256 characters`
  if (characters.test(key) && characters.test(value)) return undefined
  return `${quote(key)} has characters that tags cannot have: letters, digits, blanks and _ . : / = + - @ are allowed`
}

export function tagsOf(definition: JsonObject): JsonObject[] {
  return objectsIn(definition.tags)
}

/**
 * The definition with these tags over its own, and without an earlier provenance, which would not be true of it. A
 * list of tags that does not change stays as it is.
 */
export function tagged(definition: JsonObject, tags: readonly Tag[]): JsonObject {
  const optional = new Map(tags.map(tag => [tag.key, tag]))
  const kept = tagsOf(definition).filter(tag => !isOwn(tag))
  if (!isList(definition.tags) || kept.length === definition.tags.length) {
    if (tags.length === 0) return definition
  }
  const merged = kept.map(tag => ({ ...tag, ...optional.get(text(tag.key) ?? '') }))
  const keys = new Set(kept.map(tag => text(tag.key)))
  const all = [...merged, ...tags.filter(({ key }) => !keys.has(key))]
  const { tags: _, ...rest } = definition
  return all.length === 0 ? rest : { ...rest, tags: all as unknown as JsonObject[] }
}

export function isOwn(tag: JsonObject): boolean {
  return text(tag.key)?.startsWith(ownPrefix) ?? false
}

/** The run that registers a revision. What is not known is absent. */
export interface Provenance {
  readonly commit?: string | undefined
  readonly repository?: string | undefined
  /** address of the run */
  readonly run?: string | undefined
  readonly actor?: string | undefined
}

/** What the tags of a registered revision tell of the run that registered it; they can be anybody's. */
export function provenanceIn(definition: JsonObject): Provenance {
  const told = (name: keyof Provenance) =>
    text(tagsOf(definition).find(({ key }) => key === `${ownPrefix}${name}`)?.value) || undefined
  return {
    commit: told('commit'),
    repository: told('repository'),
    run: told('run'),
    actor: told('actor'),
  }
}

export function isKnown(provenance: Provenance): boolean {
  return Object.values(provenance).some(value => value !== undefined)
}

/** Where a revision comes from, and which one served before it, as tags; none that would say half of a value. */
export function provenanceTags(provenance: Provenance, previous: string | undefined): Tag[] {
  const told = { ...provenance, previous: previous && revisionName(previous) }
  return Object.entries(definedMembers(told))
    .map(([name, value]) => ({ key: `${ownPrefix}${name}`, value: writable(value) }))
    .filter(({ value }) => value !== '' && value.length <= 256)
}

/** `dependabot[bot]` cannot be a value of a tag. */
function writable(value: string): string {
  return value.replace(new RegExp(`[^\\p{L}\\p{Z}\\p{N}${others}]`, 'gu'), '_')
}
