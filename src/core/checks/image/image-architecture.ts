import type { ImageBuild, StoredImage } from '../../resources/registry-image.js'
import { type Platform, platformOf, showPlatform } from '../../task-definition/platform.js'
import { imagesOf } from '../../task-definition/task-definition.js'
import { enumerate } from '../../text/enumerate.js'
import { isList, isObject } from '../../text/json.js'
import { anyOf, type CheckFinding, defineCheck, type Findings, passed, unavailable } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Examined, examine } from './examined-images.js'

export const imageArchitecture = defineCheck({ id: 'image-architecture', run })

function run(context: CheckContext): Findings {
  const { definition, observed } = context
  const platform = platformOf(definition)
  if (!platform) return undefined
  const position = context.positionOf(['runtimePlatform'])
  const before = observed && platformOf(observed.live)
  const isMoved = before !== undefined && showPlatform(before) !== showPlatform(platform)
  const findings = examine(context).flatMap((image): CheckFinding[] => {
    const { lookup } = image
    if (lookup.kind === 'unavailable') return [unavailable(lookup.why)]
    if (lookup.kind === 'skipped' || lookup.value.kind !== 'stored') return []
    const { builds } = lookup.value
    const isAsBefore = !isMoved && runsSameBuilds(context, image.container, builds)
    return checkBuilds(lookup.value, {
      ...image,
      // On another platform, an image that runs already is new too.
      severity: isMoved ? 'refused' : image.severity,
      position: position ?? image.position,
      platform,
      isCertain: !isAsBefore && isCertain(context, platform, builds),
    })
  })
  return anyOf(findings)
}

/**
 * Fargate defaults to Linux on X86_64. Instances may run any platform:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html
 */
function isCertain({ definition }: CheckContext, wanted: Platform, builds: readonly ImageBuild[]): boolean {
  const { runtimePlatform, requiresCompatibilities } = definition
  const onlyFargate = isList(requiresCompatibilities) && requiresCompatibilities.join() === 'FARGATE'
  const named = isObject(runtimePlatform) ? runtimePlatform : {}
  const otherSystem = builds.every(({ os }) => os !== wanted.os)
  return onlyFargate || (otherSystem ? named.operatingSystemFamily : named.cpuArchitecture) !== undefined
}

/** If the running image has the same builds, the new one works. */
function runsSameBuilds(
  { observed, resources }: CheckContext,
  container: string,
  builds: readonly ImageBuild[],
) {
  const live = observed && imagesOf(observed.live).find(one => one.container === container)
  const lookup = live && resources.images.get(live.image)
  if (lookup?.kind !== 'found' || lookup.value.kind !== 'stored' || lookup.value.builds.length === 0)
    return false
  const describe = (all: readonly ImageBuild[]) => all.map(showPlatform).toSorted().join()
  return describe(lookup.value.builds) === describe(builds)
}

interface RequiredBuild extends Omit<Examined, 'lookup'> {
  readonly platform: Platform
  readonly isCertain: boolean
}

function checkBuilds({ builds, unavailable: missing }: StoredImage, required: RequiredBuild): CheckFinding[] {
  const { who, image, severity, position, platform, isCertain } = required
  if (builds.length === 0) return missing?.config ? [unavailable(missing.config)] : []
  if (builds.some(({ architecture, os }) => architecture === platform.architecture && os === platform.os))
    return [passed]
  const built = enumerate([...new Set(builds.map(showPlatform))])
  const needed = showPlatform(platform)
  return [
    {
      result: isCertain ? severity : 'warning',
      text: isCertain
        ? `${who}: ${image} is built for ${built}, but the task runs on ${needed}`
        : `${who}: ${image} is built for ${built}, but the task definition does not set that platform`,
      next: `Build the image for ${needed}, or set its platform in runtimePlatform.`,
      position,
    },
  ]
}
