/** Whether the images that would run exist: where ECR can be asked, no task has to fail for that. */
import { given } from '../../given.js'
import { type EcrImage, homeOf } from '../../task-definition/image-registry.js'
import type { Check } from '../check.js'
import { passed, unseen } from '../check.js'
import type { Subject } from '../check-context.js'
import { type Examined, examine } from './examined.js'

const id = 'image-missing'

export function checkMissingImages(subject: Subject): Check[] {
  return examine(subject).flatMap(examined => {
    const home = homeOf(examined.image)
    if (home?.kind !== 'ecr') return []
    const pinned = subject.imagePolicy === 'digest' && 'tag' in home.id
    return check(examined, home, pinned, subject.isRehearsal)
  })
}

/** `pinned`: without a digest there is nothing to register, whatever `preflight` says. */
function check(
  { who, image, seen, wrong: usual, at }: Examined,
  home: EcrImage,
  pinned: boolean,
  isRehearsal: boolean,
): Check[] {
  // Then the digest is not known either, and that is told.
  if (seen.kind === 'unseen') return pinned ? [] : [unseen(id, seen.why)]
  if (seen.kind === 'not-asked') return []
  if (seen.value.kind === 'stored') return [passed(id)]
  // On a pull request the image may be built beside the plan.
  const wrong = isRehearsal && seen.value.kind === 'no-image' ? 'warning' : usual
  return [
    {
      id,
      result: wrong,
      text: `${who}: ${image} does not exist: ${missing(seen.value.kind, home)}`,
      next: `Push the image before ${isRehearsal ? 'you deploy' : 'this step'}, or correct its name.`,
      ...(pinned && wrong === 'refused' ? { firm: true as const } : {}),
      ...given('at', at),
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
