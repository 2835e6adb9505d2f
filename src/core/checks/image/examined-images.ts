/** Each image that will run, with what its registry says. */

import type { Position } from '../../errors/problem.js'
import type { Lookup } from '../../resources/lookup.js'
import { skipped } from '../../resources/lookup.js'
import type { RegistryImage } from '../../resources/registry-image.js'
import { imagesOf } from '../../task-definition/task-definition.js'
import type { CheckResult } from '../check.js'
import type { CheckContext } from '../check-context.js'

export interface Examined {
  readonly container: string
  /** the container and the input that sets its image */
  readonly who: string
  readonly image: string
  readonly lookup: Lookup<RegistryImage>
  /** only a warning if no input sets the image and it runs already, or the service is unknown */
  readonly severity: Extract<CheckResult, 'refused' | 'warning'>
  readonly position: Position | undefined
}

export function examine({
  definition,
  overriddenImages,
  observed,
  serviceUnavailable,
  resources,
  inputAt,
  positionOf,
}: CheckContext): Examined[] {
  const live = observed ? imagesOf(observed.live) : []
  return imagesOf(definition).map(({ container, image }, index) => {
    const isOverridden = overriddenImages.includes(container)
    const lookup = resources.images.get(image) ?? skipped
    const digest = lookup.kind === 'found' && lookup.value.kind === 'stored' ? lookup.value.digest : undefined
    // A pinned image runs under another name than in its source.
    const isSame = (other: string) =>
      other === image || (digest !== undefined && other.endsWith(`@${digest}`))
    const input = inputAt(['containerDefinitions', index, 'image'])
    const runs = live.some(one => one.container === container && isSame(one.image))
    return {
      container,
      who: `container ${container}${input ? ` (input ${input})` : ''}`,
      image,
      lookup,
      severity: !isOverridden && (serviceUnavailable || runs) ? 'warning' : 'refused',
      position: isOverridden ? undefined : positionOf(['containerDefinitions', index, 'image']),
    }
  })
}
