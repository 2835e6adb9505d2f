/** A revision that is deployed as it is resolves its tags again: going back to it need not go back to its images. */
import { movedDigest, recordedDigest } from '../../resources/related-resources.js'
import { parseImage, shortImage } from '../../task-definition/image.js'
import { type ContainerImage, imagesOf } from '../../task-definition/task-definition.js'
import { anyOf, type CheckFinding, defineCheck, type Findings, passed } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const tagMoved = defineCheck({ id: 'tag-moved', run })

function run(context: CheckContext): Findings {
  const { asIs, definition } = context
  if (asIs === undefined) return undefined
  return anyOf(imagesOf(definition).flatMap(image => checkImage(context, image, asIs)))
}

function checkImage({ resources }: CheckContext, one: ContainerImage, revision: string): CheckFinding[] {
  const { container, image } = one
  const reference = parseImage(image)
  const lookup = resources.images.get(image)
  // The check image-missing reports what does not exist.
  const isMissing = lookup?.kind === 'found' && lookup.value.kind !== 'stored'
  if (!reference || reference.digest || isMissing) return []
  const stored = lookup?.kind === 'found' && lookup.value.kind === 'stored' ? lookup.value : undefined
  const ran = recordedDigest(resources, container)
  const now = movedDigest(resources, one)
  if (stored && (ran !== undefined || stored.immutable) && now === undefined) return [passed]
  const what = `${shortImage(image)} of container ${container}`
  const consequence = `going back to ${revision} may not go back to the image that it ran`
  if (ran === undefined) {
    const { recordedDigests } = resources
    const why =
      recordedDigests.kind === 'unavailable' ? recordedDigests.why : 'ECS has recorded no digest of it'
    const next = 'Compare the image with what ran then, or deploy it by digest.'
    return [{ result: 'warning', text: `${consequence}: ${what} has a tag, and ${why}`, next }]
  }
  const next = `To run that image itself, set task-definition-arn: ${revision} and images: ${container}=${reference.repository}@${ran}.`
  if (now === undefined) {
    const why = lookup?.kind === 'unavailable' ? lookup.why : 'its registry was not read'
    const text = `${consequence}: ${what} was ${ran}; what its tag means now is not known: ${why}`
    return [{ result: 'warning', text, next }]
  }
  const text = `going back to ${revision} does not go back to the image that it ran: ${what} was ${ran}, and its tag is ${now} now`
  return [{ result: 'warning', text, next }]
}
