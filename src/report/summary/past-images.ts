/** With digests, as far as ECS resolved them: a tag can move. */
import type { PastDeployment } from '../../core/outcome/history.js'
import { shortImage } from '../../core/task-definition/image.js'
import { code, plain } from '../markdown/markdown.js'

export function pastImages({ images }: PastDeployment): string {
  return images
    .map(({ container, image, digest }) => {
      const resolved =
        digest && !image.includes(digest) ? ` ${code(digest.replace('sha256:', '').slice(0, 12))}` : ''
      return `${plain(container)} ${code(shortImage(image))}${resolved}`
    })
    .join('<br>')
}
