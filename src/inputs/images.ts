/** Which container gets which image: `container-name` + `image`, and `images`. */
import { parseImage } from '../core/image.js'
import { quote } from '../core/problem.js'
import type { ImageOverride } from '../core/render.js'
import { type Given, list } from './values.js'

export function readImages(given: Given): ImageOverride[] {
  const images = [...oneImage(given), ...manyImages(given)]
  const names = images.map(({ container }) => container)
  for (const { container, input } of images.filter((image, i) => names.indexOf(image.container) < i)) {
    given.report(input, `container ${quote(container)} gets an image more than once`)
  }
  return images
}

/** One container, or several separated by commas, get the image. */
function oneImage({ get, report }: Given): ImageOverride[] {
  const image = get('image')
  const names = list(get('container-name'), ',')
  if (image === '' && names.length === 0) return []
  if (image === '') {
    report('image', 'is empty, but container-name is given: name the image for it')
    return []
  }
  if (names.length === 0)
    report('container-name', 'is empty, but image is given: name the container that gets it')
  if (!parseImage(image)) report('image', noReference(image))
  return names.map(container => ({ container, image, input: 'container-name' }))
}

/** Lines `container=image`. */
function manyImages({ get, report }: Given): ImageOverride[] {
  return list(get('images'), '\n').flatMap(line => {
    const cut = line.indexOf('=')
    const container = line.slice(0, Math.max(0, cut)).trim()
    const image = line.slice(cut + 1).trim()
    if (cut < 0 || container === '' || image === '') {
      report('images', `${quote(line)} is not container=image`)
      return []
    }
    if (!parseImage(image)) report('images', noReference(image))
    return [{ container, image, input: 'images' }]
  })
}

function noReference(image: string): string {
  return `${quote(image)} is not an image reference (repository:tag or repository@sha256:…)`
}
