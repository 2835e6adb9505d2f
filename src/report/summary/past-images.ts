/** With digests, as far as ECS resolved them: a tag can move. */
import type { PastDeployment } from '../../core/outcome/history.js'
import { shortImage } from '../../core/task-definition/image.js'
import { code, plain } from '../markdown/markdown.js'

export function pastImages({ images }: PastDeployment): string {
  return images
    .map(({ container, image, digest }) => `${plain(container)} ${code(shortImage(image, digest))}`)
    .join('<br>')
}
