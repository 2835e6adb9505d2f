/** Whether the images that would run can turn into other software under a running revision. */
import { whyMoving } from '../task-definition/image.js'
import { imagesOf } from '../task-definition/task-definition.js'
import type { Check } from './check.js'
import { passed } from './check.js'
import type { Subject } from './subject.js'

/**
 * Every image that would run. One that already runs with this reference warns, a new one refuses. Where the live
 * definition is not known, only the images that the user gave for this deployment refuse.
 */
export function checkImages({ definition, given, observed, unseen }: Subject): Check[] {
  const live = observed ? imagesOf(observed.live) : []
  return imagesOf(definition).map(({ container, image }) => {
    const why = whyMoving(image)
    if (!why) return passed('image-moves')
    const running = live.find(one => one.container === container)?.image
    const lenient = unseen ? !given.includes(container) : running === image
    return {
      id: 'image-moves',
      result: lenient ? 'warning' : 'refused',
      text: `container ${container}: ${image} ${why}: the same revision could run other software tomorrow`,
      next: `Give ${container} an image with a tag that is pushed once (the commit), or a digest.`,
    }
  })
}
