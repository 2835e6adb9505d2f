import { quote } from '../core/errors/problem.js'
import type { ImagePolicy } from '../core/options/image-policy.js'
import { mutableReason, parseImage } from '../core/task-definition/image.js'
import { registryOf } from '../core/task-definition/image-registry.js'
import type { ImageOverride } from '../core/task-definition/render.js'
import type { ContainerImage } from '../core/task-definition/task-definition.js'
import { duplicates } from '../core/text/duplicates.js'
import type { InputForm } from './input-form.js'
import { type Report, splitList } from './input-row.js'
import { containerInputs } from './read-overrides.js'

export function readImages(form: InputForm): ImageOverride[] {
  const single = oneImage(form)
  const many = manyImages(form)
  const images = [...single, ...many]
  for (const container of duplicates(images.map(image => image.container))) {
    const input = many.some(image => image.container === container) ? 'images' : 'container-name'
    form.report(input, `container ${quote(container)} gets an image more than once`)
  }
  return images
}

function oneImage({ values, isSet, report }: InputForm): ImageOverride[] {
  const { image, 'container-name': containers } = values
  const isAlone = !containerInputs.some(isSet)
  if (image === '') {
    if (isAlone && containers.length > 0)
      report('image', 'is empty, but container-name is given: name the image for it, or what else it gets')
    return []
  }
  // Other inputs for the same containers report it.
  if (isAlone && containers.length === 0)
    report('container-name', 'is empty, but image is given: name the container that gets it')
  checkImage(image, values['image-policy'], problem => report('image', problem))
  return containers.map(container => ({ container, image, input: 'container-name' }))
}

function manyImages({ values, report }: InputForm): ImageOverride[] {
  for (const { image } of values.images)
    checkImage(image, values['image-policy'], problem => report('images', problem))
  return values.images.map(image => ({ ...image, input: 'images' }))
}

/** Lines `container=image`. */
export function parseImageLines(value: string, report: Report): ContainerImage[] {
  return splitList(value, '\n').flatMap(line => {
    const cut = line.indexOf('=')
    const container = line.slice(0, Math.max(0, cut)).trim()
    const image = line.slice(cut + 1).trim()
    if (cut >= 0 && container !== '' && image !== '') return [{ container, image }]
    report(`${quote(line)} is not container=image`)
    return []
  })
}

/** Mutable tags of inputs are never excused. Those in Amazon ECR are checked later. */
function checkImage(image: string, policy: ImagePolicy, report: Report): void {
  const reference = parseImage(image)
  const location = registryOf(image)
  if (!reference || !location) {
    report(`${quote(image)} is not an image reference (repository:tag or repository@sha256:…)`)
    return
  }
  if (location.kind === 'ecr' || policy === 'any') return
  const reason = mutableReason(image)
  if (policy === 'digest' && !reference.digest)
    report(
      `${quote(image)} has no digest, and ${location.host} is not asked for it: give ${reference.repository}@sha256:…, or an image in Amazon ECR`,
    )
  else if (reason)
    report(`${quote(image)} ${reason}: give a tag that is pushed once (the commit), or a digest`)
}
