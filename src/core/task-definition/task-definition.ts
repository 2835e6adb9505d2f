/** The members that this action reads or sets. The rest stays opaque JSON, so that nothing is lost (docs/adr/0006). */
import type { Json, JsonObject } from '../text/json.js'
import { isList, isObject, objectsIn, text } from '../text/json.js'

export interface ContainerImage {
  readonly container: string
  readonly image: string
}

export function familyOf(definition: JsonObject): string | undefined {
  return text(definition.family)
}

export function imagesOf(definition: JsonObject): ContainerImage[] {
  return objectsIn(definition.containerDefinitions).map(container => ({
    container: text(container.name) ?? '',
    image: text(container.image) ?? '',
  }))
}

/** Keeps the order of everything else. */
export function withImages(definition: JsonObject, images: readonly ContainerImage[]): JsonObject {
  const wanted = new Map(images.map(({ container, image }) => [container, image]))
  const containers = definition.containerDefinitions
  if (!isList(containers)) return definition
  return {
    ...definition,
    containerDefinitions: containers.map(container => {
      const image = isObject(container) ? wanted.get(text(container.name) ?? '') : undefined
      return isObject(container) && image !== undefined ? { ...container, image } : container
    }),
  }
}

/**
 * DescribeTaskDefinition returns these, RegisterTaskDefinition does not take them:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
 */
const readOnlyMembers: readonly string[] = [
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'deregisteredAt',
  'deleteRequestedAt',
  'registeredBy',
]

export interface Registrable {
  readonly definition: JsonObject
  /** read-only members */
  readonly dropped: readonly string[]
}

export function registrable(definition: JsonObject): Registrable {
  const dropped = readOnlyMembers.filter(member => Object.hasOwn(definition, member))
  const kept = Object.entries(definition).filter(([member]) => !dropped.includes(member))
  return { definition: Object.fromEntries(kept), dropped }
}

/** RegisterTaskDefinition refuses an empty list ("Tags can not be empty.") and keys that begin with `aws:`. */
export function withTags(definition: JsonObject, tags: Json | undefined): JsonObject {
  const own = objectsIn(tags).filter(tag => !(text(tag.key) ?? '').toLowerCase().startsWith('aws:'))
  if (own.length === 0) return definition
  return { ...definition, tags: own }
}
