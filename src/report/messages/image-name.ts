import type { PlannedImage } from '../../core/plan/plan.js'
import { parseImage, shortImage } from '../../core/task-definition/image.js'

/** A digest keeps the tag that it was resolved from. */
export function imageName({ named, to }: Pick<PlannedImage, 'named' | 'to'>): string {
  return named ? shortImage(named, parseImage(to)?.digest) : shortImage(to)
}
