/** From the definition that the user names and the images that they want to the definition that is registered. */
import type { JsonObject } from './json.js'
import type { Problem } from './problem.js'
import { closest, quote } from './problem.js'
import type { ContainerImage } from './task-definition.js'
import { imagesOf, withImages } from './task-definition.js'

/** An image for a container, and the input that asked for it. */
export interface ImageOverride extends ContainerImage {
  readonly input: string
}

export type Rendering =
  | { readonly kind: 'rendered'; readonly definition: JsonObject }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Puts the images in. A container that the definition does not have is a problem, never ignored. */
export function render(base: JsonObject, overrides: readonly ImageOverride[]): Rendering {
  const names = imagesOf(base).map(({ container }) => container)
  const problems = overrides
    .filter(({ container }) => !names.includes(container))
    .map(override => missing(override, names))
  if (problems.length > 0) return { kind: 'problems', problems }
  return { kind: 'rendered', definition: withImages(base, overrides) }
}

function missing({ container, input }: ImageOverride, names: readonly string[]): Problem {
  const meant = closest(container, names)
  const known = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`
  return {
    subject: input,
    text: `${quote(container)} is no container of the task definition; ${meant ? `did you mean ${meant}? ` : ''}${known}`,
  }
}
