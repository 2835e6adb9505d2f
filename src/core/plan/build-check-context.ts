import type { CheckContext } from '../checks/check-context.js'
import { revisionName } from '../ecs/arn.js'
import type { BaseDefinition, PlanOptions } from '../options/plan-options.js'
import type { RelatedResources } from '../resources/related-resources.js'
import { movedDigest } from '../resources/related-resources.js'
import { settingsOf } from '../settings/service-settings.js'
import { imageTagsText } from '../task-definition/image-tags.js'
import { inputOfPath } from '../task-definition/input-of-path.js'
import type { Tag } from '../task-definition/tags.js'
import { isKnown, mostTags, provenanceTags, tagsOf } from '../task-definition/tags.js'
import { imagesOf } from '../task-definition/task-definition.js'
import type { JsonObject } from '../text/json.js'
import type { DeploymentTarget } from './deployment-target.js'
import { followingPort } from './following-port.js'
import { imageSource } from './image-source.js'
import { pinImages } from './pin-images.js'
import type { ImageSource } from './revision-plan.js'

export interface CheckedDefinition {
  readonly options: PlanOptions
  readonly base: BaseDefinition
  readonly definition: JsonObject
  /** undefined: only register */
  readonly target: DeploymentTarget | undefined
  /** ARN of the revision that serves in all services */
  readonly previous: string | undefined
  readonly resources: RelatedResources
}

export function checkContext(checked: CheckedDefinition): CheckContext {
  const { options, base, definition, target, resources } = checked
  const observed = target?.kind === 'service' ? target.observed : undefined
  const registeredDefinition = pinImages(definition, options.imagePolicy, resources)
  return {
    definition,
    registeredDefinition,
    imagePolicy: options.imagePolicy,
    asIs: base.asIs && base.origin,
    source: base.definition,
    provenance: provenanceFor(checked, registeredDefinition),
    isDryRun: options.mode === 'plan',
    overriddenImages: options.images.map(({ container }) => container),
    rollout: options.rollout,
    waitMinutes: options.watch?.minutes,
    waitUntil: options.watch?.waitUntil,
    resources,
    serviceUnavailable: target?.kind === 'offline',
    inputAt: path => inputOfPath(definition, path, options),
    positionOf: base.positionOf ?? nowhere,
    pages: options.pages,
    observed: observed && {
      ...observed,
      service: followingPort(observed.service, definition),
      settings: settingsOf(observed.service, options.rollout),
    },
  }
}

export function imageSourceOf({ target, ...checked }: CheckedDefinition): ImageSource {
  const observed = target?.kind === 'service' ? target.observed : undefined
  const serving = observed?.serving
    ? { live: observed.live, name: revisionName(observed.serving) }
    : undefined
  if (checked.base.asIs && hasMoved(checked)) return unknownSource
  return imageSource({ ...checked, serving })
}

const unknownSource: ImageSource = { commit: undefined, repository: undefined, sameAs: undefined }

/** Then the tags of the revision are about another image. */
function hasMoved({ definition, resources }: Pick<CheckedDefinition, 'definition' | 'resources'>): boolean {
  return imagesOf(definition).some(image => movedDigest(resources, image) !== undefined)
}

function nowhere(): undefined {
  return undefined
}

/** ECS refuses too many tags: the user's own come first. */
function provenanceFor(checked: CheckedDefinition, registered: JsonObject): Tag[] {
  const { base, definition, options, previous, target } = checked
  if (base.asIs !== undefined || !options.provenanceTags || !isKnown(options.provenance)) return []
  const { commit, repository } = imageSourceOf(checked)
  const observed = target?.kind === 'service' ? target.observed : undefined
  const known = [base.definition, ...(observed ? [observed.live] : [])]
  const tags = provenanceTags(
    { ...options.provenance, commit, repository },
    { previous, imageTags: imageTagsText(definition, registered, { known }) },
  )
  return tagsOf(definition).length + tags.length > mostTags ? [] : tags
}
