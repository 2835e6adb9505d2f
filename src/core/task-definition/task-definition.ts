/**
 * The few members of a task definition that this action reads or sets. The definition stays opaque JSON, so that nothing
 * in it is lost (docs/adr/0006).
 */
import type { Json, JsonObject } from '../text/json.js'
import { isList, isObject, objectsIn, text } from '../text/json.js'

export interface ContainerImage {
  readonly container: string
  readonly image: string
}

export function familyOf(definition: JsonObject): string | undefined {
  return text(definition.family)
}

/** The name and image of every container; empty if it has none. */
export function imagesOf(definition: JsonObject): ContainerImage[] {
  return objectsIn(definition.containerDefinitions).map(container => ({
    container: text(container.name) ?? '',
    image: text(container.image) ?? '',
  }))
}

/** Replaces the images of the named containers; all else stays, its order included. */
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
 * Members that DescribeTaskDefinition returns and RegisterTaskDefinition does not take:
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
  /** read-only members that were left out */
  readonly dropped: readonly string[]
}

/** The part of a described task definition that can be registered. */
export function registrable(definition: JsonObject): Registrable {
  const dropped = readOnlyMembers.filter(member => Object.hasOwn(definition, member))
  const kept = Object.entries(definition).filter(([member]) => !dropped.includes(member))
  return { definition: Object.fromEntries(kept), dropped }
}

/**
 * Tags as RegisterTaskDefinition takes them: inside the definition, no empty list ("Tags can not be empty."), and no keys
 * of AWS (`aws:`).
 */
export function withTags(definition: JsonObject, tags: Json | undefined): JsonObject {
  const own = objectsIn(tags).filter(tag => !(text(tag.key) ?? '').toLowerCase().startsWith('aws:'))
  if (own.length === 0) return definition
  return { ...definition, tags: own }
}
