import { type EcrImage, registryOf } from '../../task-definition/image-registry.js'
import { pullThroughAdvice } from '../../task-definition/pull-through.js'
import { anyOf, type CheckFinding, defineCheck, type Findings, passed, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Examined, examine } from './examined-images.js'
import { missingText } from './missing-image.js'

export const imageMissing = defineCheck({ id: 'image-missing', run })

function run(context: CheckContext): Findings {
  const findings = examine(context).flatMap((image): CheckFinding[] => {
    const location = registryOf(image.image)
    return location?.kind === 'ecr' ? checkImage(context, image, location) : []
  })
  return anyOf(findings)
}

function checkImage(
  { imagePolicy, isDryRun }: CheckContext,
  { who, image, lookup, severity, position }: Examined,
  location: EcrImage,
): CheckFinding[] {
  // A pinned image cannot be registered without its digest.
  const isPinned = imagePolicy === 'digest' && 'tag' in location.id
  // The check image-moves reports this.
  if (lookup.kind === 'unavailable') return isPinned ? [] : [unavailable(lookup.why)]
  if (lookup.kind === 'skipped') return []
  if (lookup.value.kind === 'stored') return [passed]
  // A pull request may build the image and the plan in parallel.
  const advice = pullThroughAdvice(location)
  const result = isDryRun && lookup.value.kind === 'no-image' ? 'warning' : severity
  return [
    {
      result,
      text: `${who}: ${image} does not exist: ${missingText(lookup.value.kind, location)}`,
      next: [`Push the image before ${isDryRun ? 'you deploy' : 'this step'}, or correct its name.`, advice]
        .filter(Boolean)
        .join(' '),
      alwaysEnforced: isPinned && result === 'refused' ? true : undefined,
      position,
    },
  ]
}
