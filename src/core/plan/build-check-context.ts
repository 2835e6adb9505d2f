import type { CheckContext } from '../checks/check-context.js'
import type { BaseDefinition, DeploymentTarget, PlanOptions } from '../options/plan-options.js'
import type { RelatedResources } from '../resources/related-resources.js'
import { settingsOf } from '../settings/service-settings.js'
import { inputOfPath } from '../task-definition/input-of-path.js'
import type { Provenance, Tag } from '../task-definition/tags.js'
import { isKnown, mostTags, provenanceTags, tagsOf } from '../task-definition/tags.js'
import type { JsonObject } from '../text/json.js'
import { pinImages } from './pin-images.js'

export interface CheckedDefinition {
  readonly options: PlanOptions
  readonly base: BaseDefinition
  readonly definition: JsonObject
  /** undefined: only register */
  readonly target: DeploymentTarget | undefined
  readonly resources: RelatedResources
}

export function checkContext(checked: CheckedDefinition): CheckContext {
  const { options, base, definition, target, resources } = checked
  const observed = target?.kind === 'service' ? target.observed : undefined
  return {
    definition,
    registeredDefinition: pinImages(definition, options.imagePolicy, resources),
    imagePolicy: options.imagePolicy,
    source: base.definition,
    provenance: provenanceFor(definition, options.provenance, observed?.serving),
    isDryRun: options.mode === 'plan',
    overriddenImages: options.images.map(({ container }) => container),
    rollout: options.rollout,
    resources,
    serviceUnavailable: target?.kind === 'offline',
    inputAt: path => inputOfPath(definition, path, options),
    positionOf: base.positionOf ?? nowhere,
    pages: options.pages,
    observed: observed && { ...observed, settings: settingsOf(observed.service, options.rollout) },
  }
}

function nowhere(): undefined {
  return undefined
}

/** ECS refuses too many tags: the user's own come first. */
function provenanceFor(definition: JsonObject, provenance: Provenance, previous: string | undefined): Tag[] {
  const tags = isKnown(provenance) ? provenanceTags(provenance, previous) : []
  return tagsOf(definition).length + tags.length > mostTags ? [] : tags
}
