/** The images that would run, each with what is known about it. */

import type { Position } from '../../errors/problem.js'
import type { Lookup } from '../../resources/lookup.js'
import { skipped } from '../../resources/lookup.js'
import type { RegistryImage } from '../../resources/registry-image.js'
import { imagesOf } from '../../task-definition/task-definition.js'
import type { CheckResult } from '../check.js'
import type { CheckContext } from '../check-context.js'

export interface Examined {
  readonly container: string
  /** the container as it is told: with the input that names its image */
  readonly who: string
  readonly image: string
  readonly seen: Lookup<RegistryImage>
  /**
   * What is found wrong with it. An image that the user did not give and that runs already under this name is not what
   * this deployment is about: it only warns. Where the service is not known, all that was not given is taken for such.
   */
  readonly wrong: Extract<CheckResult, 'refused' | 'warning'>
  /** in the user's own file, where the image is from there */
  readonly position: Position | undefined
}

export function examine({
  definition,
  optional: named,
  observed,
  serviceUnavailable: unseen,
  resources,
  inputAt,
  positionOf,
}: CheckContext): Examined[] {
  const live = observed ? imagesOf(observed.live) : []
  return imagesOf(definition).map(({ container, image }, index) => {
    const isGiven = named.includes(container)
    const seen = resources.images.get(image) ?? skipped
    const digest = seen.kind === 'found' && seen.value.kind === 'stored' ? seen.value.digest : undefined
    // Registered by its digest, it runs under another name than its source has.
    const isSame = (other: string) =>
      other === image || (digest !== undefined && other.endsWith(`@${digest}`))
    const input = inputAt(['containerDefinitions', index, 'image'])
    const runs = live.some(one => one.container === container && isSame(one.image))
    return {
      container,
      who: `container ${container}${input ? ` (input ${input})` : ''}`,
      image,
      seen,
      wrong: !isGiven && (unseen || runs) ? 'warning' : 'refused',
      position: isGiven ? undefined : positionOf(['containerDefinitions', index, 'image']),
    }
  })
}
