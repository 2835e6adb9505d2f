import type { PlannedImage } from '../../core/plan/revision-plan.js'
import { parseImage, shortImage } from '../../core/task-definition/image.js'

/** undefined: nothing ran before, or the same */
export function previousImageName({ from, fromName, to }: PlannedImage): string | undefined {
  return from && from !== to ? shortImage(fromName ?? from) : undefined
}

/** A digest keeps the tag that it was resolved from. */
export function imageName({ named, to }: Pick<PlannedImage, 'named' | 'to'>): string {
  return named ? shortImage(named, parseImage(to)?.digest) : shortImage(to)
}
