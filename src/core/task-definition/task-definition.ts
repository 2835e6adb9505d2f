/**
 * A typed lens on the few members of a task definition that this action reads or sets. The definition itself stays
 * opaque JSON, so that nothing in it is lost (docs/adr/0006).
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

/** Every container with a name, and its image (empty where it has none). */
export function imagesOf(definition: JsonObject): ContainerImage[] {
  return objectsIn(definition.containerDefinitions).map(container => ({
    container: text(container.name) ?? '',
    image: text(container.image) ?? '',
  }))
}

/** The same definition with other images in the named containers; all else, order included, stays. */
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
 * Members that DescribeTaskDefinition answers and RegisterTaskDefinition does not take: the difference of the two
 * shapes, https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
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
  /** read-only members that were there and were left out */
  readonly dropped: readonly string[]
}

/** What of a described task definition can be registered again. */
export function registrable(definition: JsonObject): Registrable {
  const dropped = readOnlyMembers.filter(member => Object.hasOwn(definition, member))
  const kept = Object.entries(definition).filter(([member]) => !dropped.includes(member))
  return { definition: Object.fromEntries(kept), dropped }
}

/**
 * Tags as RegisterTaskDefinition takes them: DescribeTaskDefinition answers them beside the definition, an empty list
 * is refused ("Tags can not be empty."), and keys that start with `aws:` belong to AWS.
 */
export function withTags(definition: JsonObject, tags: Json | undefined): JsonObject {
  const own = objectsIn(tags).filter(tag => !(text(tag.key) ?? '').toLowerCase().startsWith('aws:'))
  if (own.length === 0) return definition
  return { ...definition, tags: own }
}
