/** What the checks look at, out of what is asked for and what was found. */
import type { Subject } from '../checks/check-context.js'
import { given } from '../given.js'
import type { Base, Purpose, Wish } from '../options/plan-options.js'
import type { Surroundings } from '../resources/related-resources.js'
import { inputOf } from '../task-definition/input-of-path.js'
import type { Provenance, Tag } from '../task-definition/tags.js'
import { mostTags, provenanceTags, tagsOf } from '../task-definition/tags.js'
import type { JsonObject } from '../text/json.js'
import { pinned } from './pin-images.js'

/** `definition` is what the inputs made of the base. */
export function subjectOf(
  wish: Wish,
  base: Base,
  definition: JsonObject,
  purpose: Purpose,
  surroundings: Surroundings,
): Subject {
  const observed = purpose.kind === 'service' ? purpose.observed : undefined
  return {
    definition,
    toRegister: pinned(definition, wish.imagePolicy, surroundings),
    imagePolicy: wish.imagePolicy,
    source: base.definition,
    provenance: provenanceFor(definition, wish.provenance, observed?.serving),
    isRehearsal: wish.mode === 'plan',
    given: wish.images.map(({ container }) => container),
    rollout: wish.rollout,
    surroundings,
    unseen: purpose.kind === 'unseen',
    inputAt: path => inputOf(definition, path, wish),
    at: base.at ?? nowhere,
    ...given('pages', wish.pages),
    ...given('observed', observed),
  }
}

function nowhere(): undefined {
  return undefined
}

/** A revision that ECS would refuse for its number of tags serves nobody: the user's own come first. */
function provenanceFor(definition: JsonObject, provenance: Provenance, previous: string | undefined): Tag[] {
  const known = Object.keys(provenance).length > 0
  const tags = known ? provenanceTags(provenance, previous) : []
  return tagsOf(definition).length + tags.length > mostTags ? [] : tags
}
