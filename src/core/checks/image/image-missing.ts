import { type EcrImage, registryOf } from '../../task-definition/image-registry.js'
import { anyOf, type CheckFinding, defineCheck, type Findings, passed, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Examined, examine } from './examined-images.js'

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
  const result = isDryRun && lookup.value.kind === 'no-image' ? 'warning' : severity
  return [
    {
      result,
      text: `${who}: ${image} does not exist: ${missing(lookup.value.kind, location)}`,
      next: `Push the image before ${isDryRun ? 'you deploy' : 'this step'}, or correct its name.`,
      alwaysEnforced: isPinned && result === 'refused' ? true : undefined,
      position,
    },
  ]
}

function missing(
  kind: 'no-repository' | 'no-image',
  { account, region, repository, id: image }: EcrImage,
): string {
  if (kind === 'no-repository') return `account ${account} has no repository ${repository} in ${region}`
  const what = 'tag' in image ? `tag ${image.tag}` : `image with this digest`
  return `the repository ${repository} has no ${what}`
}
