/** Where the images of a revision come from: registering a copy does not change the commit of its images. */
import type { BaseDefinition, PlanOptions } from '../options/plan-options.js'
import { digestOf, type RelatedResources } from '../resources/related-resources.js'
import { mutableReason } from '../task-definition/image.js'
import { provenanceIn } from '../task-definition/tags.js'
import type { ContainerImage } from '../task-definition/task-definition.js'
import { imagesOf } from '../task-definition/task-definition.js'
import type { JsonObject } from '../text/json.js'
import type { ImageSource } from './revision-plan.js'

export interface ImageSourceQuery {
  readonly options: Pick<PlanOptions, 'images' | 'provenance'>
  readonly base: BaseDefinition
  /** images as the user names them */
  readonly definition: JsonObject
  readonly serving: { readonly live: JsonObject; readonly name: string } | undefined
  readonly resources: Pick<RelatedResources, 'images'>
}

interface Known {
  readonly definition: JsonObject
  readonly name: string
}

/** The base before the serving revision, and either before this run. */
export function imageSource(query: ImageSourceQuery): ImageSource {
  const { base, options, serving } = query
  const { commit, repository } = options.provenance
  const known: Known[] = [{ definition: base.definition, name: base.origin }]
  if (serving) known.push({ definition: serving.live, name: serving.name })
  for (const one of known) {
    const tags = provenanceIn(one.definition)
    if (tags.commit === undefined || !hasSameImages(query, one.definition)) continue
    return { commit: tags.commit, repository: tags.repository, sameAs: one.name }
  }
  const isCopy = base.kind === 'revision' && hasSameImages(query, base.definition)
  if (isCopy) return { commit: undefined, repository, sameAs: base.origin }
  return { commit, repository, sameAs: undefined }
}

/** Containers may be left out, but each that stays runs what it ran there. */
function hasSameImages(query: ImageSourceQuery, known: JsonObject): boolean {
  const before = imagesOf(known)
  const after = imagesOf(query.definition)
  return after.length > 0 && after.every(image => before.some(other => isSame(query, image, other)))
}

function isSame(
  query: ImageSourceQuery,
  { container, image }: ContainerImage,
  other: ContainerImage,
): boolean {
  if (other.container !== container) return false
  const digest = digestOf(query.resources, image)
  if (digest !== undefined && other.image.endsWith(`@${digest}`)) return true
  return other.image === image && !mayHaveMoved(query, { container, image })
}

/** This run may have pushed such a tag again, unless it takes the image from a revision. */
function mayHaveMoved({ base, options, resources }: ImageSourceQuery, { container, image }: ContainerImage) {
  const isRequested = base.kind === 'file' || options.images.some(one => one.container === container)
  const found = resources.images.get(image)
  const isImmutable = found?.kind === 'found' && found.value.kind === 'stored' && found.value.immutable
  return isRequested && !isImmutable && mutableReason(image) !== undefined
}
