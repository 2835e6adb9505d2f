/** Which container gets which image: `container-name` + `image`, and `images`. */

import { quote } from '../core/errors/problem.js'
import type { ImagePolicy } from '../core/options/image-policy.js'
import { mutableReason, parseImage } from '../core/task-definition/image.js'
import { registryOf } from '../core/task-definition/image-registry.js'
import type { ImageOverride } from '../core/task-definition/render.js'
import { containerInputs } from './overrides.js'
import { type InputReader, list } from './values.js'

export function readImages(reader: InputReader, policy: ImagePolicy): ImageOverride[] {
  const images = [...oneImage(reader, policy), ...manyImages(reader, policy)]
  const seen = new Set<string>()
  for (const { container, input } of images.filter(
    image => seen.has(image.container) || !seen.add(image.container),
  )) {
    reader.report(input, `container ${quote(container)} gets an image more than once`)
  }
  return images
}

/** One container, or several separated by commas, get the image. */
function oneImage({ get, report }: InputReader, policy: ImagePolicy): ImageOverride[] {
  const image = get('image')
  const names = list(get('container-name'), ',')
  if (image === '' && names.length === 0) return []
  if (image === '') {
    if (containerInputs.every(name => get(name) === ''))
      report('image', 'is empty, but container-name is given: name the image for it, or what else it gets')
    return []
  }
  // With other inputs for the same containers they are told together.
  if (names.length === 0 && containerInputs.every(name => get(name) === ''))
    report('container-name', 'is empty, but image is given: name the container that gets it')
  refuseImage(image, policy, text => report('image', text))
  return names.map(container => ({ container, image, input: 'container-name' }))
}

/** Lines `container=image`. */
function manyImages({ get, report }: InputReader, policy: ImagePolicy): ImageOverride[] {
  return list(get('images'), '\n').flatMap(line => {
    const cut = line.indexOf('=')
    const container = line.slice(0, Math.max(0, cut)).trim()
    const image = line.slice(cut + 1).trim()
    if (cut < 0 || container === '' || image === '') {
      report('images', `${quote(line)} is not container=image`)
      return []
    }
    refuseImage(image, policy, text => report('images', text))
    return [{ container, image, input: 'images' }]
  })
}

/**
 * What is given here is wanted for this very deployment: nothing excuses a tag that moves. Of one in Amazon ECR only the
 * registry knows, and it is asked later.
 */
function refuseImage(image: string, policy: ImagePolicy, report: (text: string) => void): void {
  const reference = parseImage(image)
  const home = registryOf(image)
  if (!reference || !home) {
    report(`${quote(image)} is not an image reference (repository:tag or repository@sha256:…)`)
    return
  }
  if (home.kind === 'ecr' || policy === 'any') return
  const why = mutableReason(image)
  if (policy === 'digest' && !reference.digest)
    report(
      `${quote(image)} has no digest, and ${home.host} is not asked for it: give ${reference.repository}@sha256:…, or an image in Amazon ECR`,
    )
  else if (why) report(`${quote(image)} ${why}: give a tag that is pushed once (the commit), or a digest`)
}
