/** Whether the images that would run are built for what the task runs on. */
import type { ImageBuild, StoredImage } from '../../resources/registry-image.js'
import { type Platform, platformOf, showPlatform } from '../../task-definition/platform.js'
import { imagesOf } from '../../task-definition/task-definition.js'
import { isList, isObject } from '../../text/json.js'
import type { Check } from '../check.js'
import { passed, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Examined, examine } from './examined.js'

const id = 'image-architecture'

export function checkArchitecture(context: CheckContext): Check[] {
  const { definition, observed } = context
  const platform = platformOf(definition)
  const named = context.positionOf(['runtimePlatform'])
  if (!platform) return []
  const before = observed && platformOf(observed.live)
  const moved = before !== undefined && showPlatform(before) !== showPlatform(platform)
  return examine(context).flatMap(({ seen, ...image }) => {
    if (seen.kind === 'unavailable') return [unavailable(id, seen.why)]
    if (seen.kind === 'skipped' || seen.value.kind !== 'stored') return []
    const { builds } = seen.value
    // On another platform even an image that runs already is new.
    const wrong = moved ? 'refused' : image.wrong
    const asBefore = !moved && sameBuilds(context, image.container, builds)
    const certain = !asBefore && isCertain(context, platform, builds)
    const told = { ...image, wrong, position: named ?? image.position }
    return check(told, seen.value, platform, certain)
  })
}

/**
 * Fargate takes Linux on X86_64 where nothing else is named. On instances of one's own nothing keeps such a task from
 * others: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html
 */
function isCertain({ definition }: CheckContext, wanted: Platform, builds: readonly ImageBuild[]): boolean {
  const { runtimePlatform, requiresCompatibilities } = definition
  const onlyFargate = isList(requiresCompatibilities) && requiresCompatibilities.join() === 'FARGATE'
  const named = isObject(runtimePlatform) ? runtimePlatform : {}
  const otherSystem = builds.every(({ os }) => os !== wanted.os)
  return onlyFargate || (otherSystem ? named.operatingSystemFamily : named.cpuArchitecture) !== undefined
}

/** Whether the image that the container runs now is built for the same: then that works. */
function sameBuilds({ observed, resources }: CheckContext, container: string, builds: readonly ImageBuild[]) {
  const live = observed && imagesOf(observed.live).find(one => one.container === container)
  const seen = live && resources.images.get(live.image)
  if (seen?.kind !== 'found' || seen.value.kind !== 'stored' || seen.value.builds.length === 0) return false
  const named = (all: readonly ImageBuild[]) => all.map(showPlatform).toSorted().join()
  return named(seen.value.builds) === named(builds)
}

function check(
  { who, image, wrong, position }: Omit<Examined, 'seen'>,
  { builds, unseen: parts }: StoredImage,
  wanted: Platform,
  certain: boolean,
): Check[] {
  if (builds.length === 0) return parts?.config ? [unavailable(id, parts.config)] : []
  if (builds.some(({ architecture, os }) => architecture === wanted.architecture && os === wanted.os))
    return [passed(id)]
  const built = [...new Set(builds.map(showPlatform))].join(', ')
  const asked = showPlatform(wanted)
  return [
    {
      id,
      result: certain ? wrong : 'warning',
      text: certain
        ? `${who}: ${image} is built for ${built}, and the task runs on ${asked}`
        : `${who}: ${image} is built for ${built}, and the task definition does not say that it runs there`,
      next: `Build the image for ${asked}, or name its platform in runtimePlatform.`,
      position,
    },
  ]
}
