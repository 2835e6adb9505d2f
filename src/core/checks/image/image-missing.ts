/** Whether the images that would run exist: where ECR can be asked, no task has to fail for that. */
import { type EcrImage, registryOf } from '../../task-definition/image-registry.js'
import type { Check } from '../check.js'
import { passed, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Examined, examine } from './examined.js'

const id = 'image-missing'

export function checkMissingImages(context: CheckContext): Check[] {
  return examine(context).flatMap(examined => {
    const home = registryOf(examined.image)
    if (home?.kind !== 'ecr') return []
    const pinImages = context.imagePolicy === 'digest' && 'tag' in home.id
    return check(examined, home, pinImages, context.isDryRun)
  })
}

/** `pinned`: without a digest there is nothing to register, whatever `preflight` says. */
function check(
  { who, image, seen, wrong: usual, position }: Examined,
  home: EcrImage,
  pinImages: boolean,
  isDryRun: boolean,
): Check[] {
  // Then the digest is not known either, and that is told.
  if (seen.kind === 'unavailable') return pinImages ? [] : [unavailable(id, seen.why)]
  if (seen.kind === 'skipped') return []
  if (seen.value.kind === 'stored') return [passed(id)]
  // On a pull request the image may be built beside the plan.
  const wrong = isDryRun && seen.value.kind === 'no-image' ? 'warning' : usual
  return [
    {
      id,
      result: wrong,
      text: `${who}: ${image} does not exist: ${missing(seen.value.kind, home)}`,
      next: `Push the image before ${isDryRun ? 'you deploy' : 'this step'}, or correct its name.`,
      alwaysEnforced: pinImages && wrong === 'refused' ? (true as const) : undefined,
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
