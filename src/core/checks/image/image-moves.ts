/** Whether the images that would run can turn into other software under a running revision: the input `image-policy`. */
import { assertNever } from '../../errors/assert-never.js'
import { mutableReason, parseImage } from '../../task-definition/image.js'
import { registryOf } from '../../task-definition/image-registry.js'
import type { Check } from '../check.js'
import { passed, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Examined, examine } from './examined.js'

const id = 'image-moves'

export function checkMutableImages(context: CheckContext): Check[] {
  return examine(context).map(examined => {
    switch (context.imagePolicy) {
      case 'immutable':
        return checkImmutable(examined)
      case 'digest':
        return checkPinned(examined, context.serviceUnavailable)
      case 'any':
        return checkForm({ ...examined, wrong: 'warning' })
      default:
        return assertNever(context.imagePolicy)
    }
  })
}

/** By its form; but a registry that keeps a tag from being pushed again settles it, whatever the tag is called. */
function checkForm({ container, who, image, seen, wrong, position }: Examined): Check {
  const why = mutableReason(image)
  const stored = seen.kind === 'found' && seen.value.kind === 'stored' ? seen.value : undefined
  if (!why || stored?.immutable) return passed(id)
  const unknown = seen.kind === 'unavailable' ? seen.why : stored?.unseen?.mutability
  const doubt = unknown ? `; whether its repository keeps the tag is not known: ${unknown}` : ''
  return {
    id,
    result: wrong,
    text: `${who}: ${image} ${why}: the same revision could run other software tomorrow${doubt}`,
    next: `Give ${container} an image with a tag that is pushed once (the commit), or a digest.`,
    position,
  }
}

/** A tag that nobody moves by convention is taken for one that is pushed once, and what speaks against it is said. */
function checkImmutable(examined: Examined): Check {
  const { who, image, seen } = examined
  const byForm = checkForm(examined)
  if (byForm.result !== 'passed' || seen.kind !== 'found' || seen.value.kind !== 'stored') return byForm
  const { immutable, unseen: parts } = seen.value
  if (parts?.mutability) return unavailable(id, parts.mutability)
  if (immutable !== false) return byForm
  return {
    id,
    result: 'notice',
    text: `${who}: the repository of ${image} lets the tag be pushed again`,
    next: 'Make the tags of the repository immutable, or set image-policy: digest.',
  }
}

/** Whether the image has a digest to be registered by. One that does not exist is another check's. */
function checkPinned(
  { container, who, image, seen, wrong, position }: Examined,
  serviceUnseen: boolean,
): Check {
  const reference = parseImage(image)
  const home = registryOf(image)
  if (!reference || !home || reference.digest) return passed(id)
  if (home.kind === 'ecr' && seen.kind === 'found') return passed(id)
  if (home.kind === 'ecr' && serviceUnseen)
    return unavailable(id, `ECR was not asked for the digest of ${image}`)
  const why = seen.kind === 'unavailable' ? seen.why : 'ECR was not asked'
  return {
    id,
    result: wrong,
    ...(home.kind === 'ecr'
      ? {
          text: `${who}: the digest of ${image} is not known: ${why}`,
          next: 'Let the role of this step read the repository (ecr:BatchGetImage), or give the image by its digest.',
        }
      : {
          text: `${who}: ${image} has no digest, and ${home.host} is not asked for it: only Amazon ECR is`,
          next: `Give ${container} its image by digest (${reference.repository}@sha256:…), or from Amazon ECR.`,
        }),
    position,
  }
}
