import { quote, quoteImage } from '../core/errors/problem.js'
import type { ImagePolicy } from '../core/options/image-policy.js'
import { mutableReason, parseImage } from '../core/task-definition/image.js'
import { imageProblem } from '../core/task-definition/image-problem.js'
import { registryOf } from '../core/task-definition/image-registry.js'
import type { ImageOverride } from '../core/task-definition/render.js'
import { duplicates } from '../core/text/duplicates.js'
import { enumerate } from '../core/text/enumerate.js'
import type { InputForm } from './input-form.js'
import type { Report } from './input-row.js'
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

/** As a value of `image`: the image of the definition stays. */
export const keep = 'keep'

function oneImage(form: InputForm): ImageOverride[] {
  const { values, report } = form
  const { image, 'container-name': containers } = values
  if (image === '') {
    reportMissingImage(form)
    return []
  }
  if (image === keep) return []
  // Other inputs for the same containers report it.
  const hasNoName = containers.length === 0 && !form.isUnreadable('container-name')
  if (!containerInputs.some(form.isSet) && hasNoName)
    report('container-name', 'is empty, but image is set: name the container that gets it')
  checkImage(image, values['image-policy'], problem => report('image', problem))
  return containers.map(container => ({ container, image, input: 'container-name' }))
}

/** An image that came out empty must not deploy the old one (docs/adr/0031). */
function reportMissingImage({ values, report }: InputForm): void {
  const containers = values['container-name']
  const lacking = containers.filter(name => !values.images.some(({ container }) => container === name))
  if (lacking.length === 0) return
  const which = lacking.length === containers.length ? '' : ` of ${enumerate(lacking)}`
  const text = `is empty, but container-name is set, so that the image${which} in the task definition would stay: set the image, or image: ${keep} if it is to stay`
  report('image', text)
}

function manyImages({ values, report }: InputForm): ImageOverride[] {
  for (const { image } of values.images)
    checkImage(image, values['image-policy'], problem => report('images', problem))
  return values.images.map(image => ({ ...image, input: 'images' }))
}

/** Mutable tags of inputs are never excused. Those in Amazon ECR are checked later. */
function checkImage(image: string, policy: ImagePolicy, report: Report): void {
  const problem = imageProblem(image, 'input')
  if (problem) report(problem)
  const reference = parseImage(image)
  const location = registryOf(image)
  if (!reference || !location) return
  if (location.kind === 'ecr' || policy === 'any') return
  const reason = mutableReason(image)
  if (policy === 'digest' && !reference.digest)
    report(
      `${quoteImage(image)} has no digest, and digests are looked up only in Amazon ECR, not in ${location.host}: use ${reference.repository}@sha256:…, or an image in Amazon ECR`,
    )
  else if (reason)
    report(
      `${quoteImage(image)} ${reason}: use a tag that is pushed only once (such as the commit), or a digest`,
    )
}
