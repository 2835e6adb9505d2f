/** Rules: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html */

import { revisionName } from '../ecs/arn.js'
import { quote } from '../errors/problem.js'
import { definedMembers } from '../text/defined-members.js'
import type { Json, JsonObject } from '../text/json.js'
import { isList, objectsIn, text } from '../text/json.js'
import { isRandom } from '../text/name.js'

export interface Tag {
  readonly key: string
  readonly value: string
}

/** Per resource. */
export const mostTags = 50

/** Only this action writes such keys. */
const ownPrefix = 'ecs-safe-deploy:'

/** Allowed besides letters, digits and blanks of any script. */
const others = '_.:/=+\\-@'

export function tagProblem({ key, value }: Tag): string | undefined {
  const characters = new RegExp(`^[\\p{L}\\p{Z}\\p{N}${others}]*$`, 'u')
  const name = isRandom(key) ? 'a key' : quote(key)
  if (/^aws:/i.test(key)) return `${name} begins with aws:, which is reserved for AWS`
  if (key.startsWith(ownPrefix))
    return `${name} begins with ${ownPrefix}, which is reserved for provenance-tags`
  if (key.length > 128) return `${name} has more than 128 characters`
  if (value.length > 256) return `the value of ${name} has more than 256 characters`
  if (characters.test(key) && characters.test(value)) return undefined
  return `${name} has characters that tags cannot contain: only letters, digits, spaces and _ . : / = + - @ are allowed`
}

export function tagsOf(definition: JsonObject): JsonObject[] {
  return objectsIn(definition.tags)
}

/** Removes outdated provenance. An unchanged list stays as it is. */
export function tagged(definition: JsonObject, tags: readonly Tag[]): JsonObject {
  const byKey = new Map(tags.map(tag => [tag.key, tag]))
  const kept = tagsOf(definition).filter(tag => !isOwn(tag))
  if (!isList(definition.tags) || kept.length === definition.tags.length) {
    if (tags.length === 0) return definition
  }
  const merged = kept.map(tag => ({ ...tag, ...byKey.get(text(tag.key) ?? '') }))
  const keys = new Set(kept.map(tag => text(tag.key)))
  const all = [...merged, ...tags.filter(({ key }) => !keys.has(key))]
  const { tags: _, ...rest } = definition
  return all.length === 0 ? rest : { ...rest, tags: all as unknown as JsonObject[] }
}

export function isOwn(tag: JsonObject): boolean {
  return text(tag.key)?.startsWith(ownPrefix) ?? false
}

export interface Provenance {
  /** of the images, as is `repository` */
  readonly commit?: string | undefined
  readonly repository?: string | undefined
  /** URL */
  readonly run?: string | undefined
  readonly actor?: string | undefined
}

/** The repository whose run registered the revision; that of its commit may be another. */
export function registrarOf({ run = '', repository }: Provenance): string | undefined {
  return /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/actions\/runs\/\d+$/.exec(run)?.[1] ?? repository
}

/** Anybody can write tags. */
export function provenanceIn(definition: JsonObject): Provenance {
  const tag = (name: keyof Provenance) =>
    text(tagsOf(definition).find(({ key }) => key === `${ownPrefix}${name}`)?.value) || undefined
  return {
    commit: tag('commit'),
    repository: tag('repository'),
    run: tag('run'),
    actor: tag('actor'),
  }
}

/** `web:7`: what served when the revision was registered */
export function previousTagOf(tags: Json | undefined): string | undefined {
  return text(objectsIn(tags).find(({ key }) => key === `${ownPrefix}previous`)?.value) || undefined
}

export function isKnown(provenance: Provenance): boolean {
  return Object.values(provenance).some(value => value !== undefined)
}

export function imageTagsOf(definition: JsonObject): string | undefined {
  return text(tagsOf(definition).find(({ key }) => key === `${ownPrefix}image-tags`)?.value) || undefined
}

interface Registration {
  /** ARN */
  readonly previous: string | undefined
  /** `app=9be21c4` */
  readonly imageTags: string | undefined
}

/** Leaves out values that are too long. */
export function provenanceTags(provenance: Provenance, { previous, imageTags }: Registration): Tag[] {
  const members = {
    ...provenance,
    previous: previous && revisionName(previous),
    'image-tags': imageTags,
  }
  return Object.entries(definedMembers(members))
    .map(([name, value]) => ({ key: `${ownPrefix}${name}`, value: toTagValue(value) }))
    .filter(({ value }) => value !== '' && value.length <= 256)
}

/** Tags cannot have values such as `dependabot[bot]`. */
function toTagValue(value: string): string {
  return value.replace(new RegExp(`[^\\p{L}\\p{Z}\\p{N}${others}]`, 'gu'), '_')
}
