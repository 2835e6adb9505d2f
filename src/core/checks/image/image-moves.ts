/** The input `image-policy`: can an image change under a running revision? */
import { assertNever } from '../../errors/assert-never.js'
import { mutableReason, parseImage } from '../../task-definition/image.js'
import { registryOf } from '../../task-definition/image-registry.js'
import { anyOf, type CheckFinding, defineCheck, type Findings, passed, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Examined, examine } from './examined-images.js'

export const imageMoves = defineCheck({ id: 'image-moves', alwaysEnforced: true, run })

function run(context: CheckContext): Findings {
  return anyOf(examine(context).map(image => checkImage(context, image)))
}

function checkImage({ imagePolicy, serviceUnavailable }: CheckContext, image: Examined): CheckFinding {
  switch (imagePolicy) {
    case 'immutable':
      return checkImmutable(image)
    case 'digest':
      return checkPinned(image, serviceUnavailable)
    case 'any':
      return checkForm({ ...image, severity: 'warning' })
    default:
      return assertNever(imagePolicy)
  }
}

function checkForm({ container, who, image, lookup, severity, position }: Examined): CheckFinding {
  const why = mutableReason(image)
  const stored = lookup.kind === 'found' && lookup.value.kind === 'stored' ? lookup.value : undefined
  if (!why || stored?.immutable) return passed
  const unknown = lookup.kind === 'unavailable' ? lookup.why : stored?.unavailable?.mutability
  const doubt = unknown ? `; whether its repository keeps the tag is not known: ${unknown}` : ''
  return {
    result: severity,
    text: `${who}: ${image} ${why}: the same revision could run other software tomorrow${doubt}`,
    next: `Give ${container} an image with a tag that is pushed once (the commit), or a digest.`,
    position,
  }
}

/** By convention nobody moves such a tag, so a mutable repository is only a notice. */
function checkImmutable(examined: Examined): CheckFinding {
  const { who, image, lookup } = examined
  const byForm = checkForm(examined)
  if (byForm.result !== 'passed' || lookup.kind !== 'found' || lookup.value.kind !== 'stored') return byForm
  const { immutable, unavailable: parts } = lookup.value
  if (parts?.mutability) return unavailable(parts.mutability)
  if (immutable !== false) return byForm
  return {
    result: 'notice',
    text: `${who}: the repository of ${image} lets the tag be pushed again`,
    next: 'Make the tags of the repository immutable, or set image-policy: digest.',
  }
}

/** The check image-missing reports an image that does not exist. */
function checkPinned(
  { container, who, image, lookup, severity, position }: Examined,
  serviceUnavailable: boolean,
): CheckFinding {
  const reference = parseImage(image)
  const home = registryOf(image)
  if (!reference || !home || reference.digest) return passed
  if (home.kind !== 'ecr')
    return {
      result: severity,
      text: `${who}: ${image} has no digest, and ${home.host} is not asked for it: only Amazon ECR is`,
      next: `Give ${container} its image by digest (${reference.repository}@sha256:…), or from Amazon ECR.`,
      position,
    }
  if (lookup.kind === 'found') return passed
  if (serviceUnavailable) return unavailable(`ECR was not asked for the digest of ${image}`)
  const why = lookup.kind === 'unavailable' ? lookup.why : 'ECR was not asked'
  return {
    result: severity,
    text: `${who}: the digest of ${image} is not known: ${why}`,
    next: 'Let the role of this step read the repository (ecr:BatchGetImage), or give the image by its digest.',
    position,
  }
}
