/** The input `image-policy`: can an image change under a running revision? */
import { assertNever } from '../../errors/assert-never.js'
import { mutableReason, parseImage } from '../../task-definition/image.js'
import { registryOf } from '../../task-definition/image-registry.js'
import { anyOf, type CheckFinding, defineCheck, type Findings, passed, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Examined, examine } from './examined-images.js'

export const imageMoves = defineCheck({ id: 'image-moves', alwaysEnforced: true, run })

function run(context: CheckContext): Findings {
  // Nobody can change a registered revision.
  const severity = context.asIs ? ({ severity: 'warning' } as const) : {}
  return anyOf(examine(context).map(image => checkImage(context, { ...image, ...severity })))
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
  const doubt = unknown ? `; whether its repository has immutable tags is not known: ${unknown}` : ''
  return {
    result: severity,
    text: `${who}: ${image} ${why}: the same revision could run different software tomorrow${doubt}`,
    next: `Use a tag for ${container} that is pushed only once (such as the commit), or a digest.`,
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
    text: `${who}: the repository of ${image} allows the tag to be pushed again`,
    next: 'Make the tags of the repository immutable, or set image-policy: digest.',
    isRecommendation: true,
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
      text: `${who}: ${image} has no digest, and digests are looked up only in Amazon ECR, not in ${home.host}`,
      next: `Specify the image of ${container} by digest (${reference.repository}@sha256:…), or use Amazon ECR.`,
      position,
    }
  if (lookup.kind === 'found') return passed
  if (serviceUnavailable) return unavailable(`the digest of ${image} was not looked up in ECR`)
  const why = lookup.kind === 'unavailable' ? lookup.why : 'it was not looked up in ECR'
  return {
    result: severity,
    text: `${who}: the digest of ${image} is not known: ${why}`,
    next: 'Allow the role of this step to read the repository (ecr:BatchGetImage), or specify the image by digest.',
    position,
  }
}
