/** From the definition that the user names and what they want to be other in it to the definition that is registered. */

import type { Problem } from '../errors/problem.js'
import { closest, quote } from '../errors/problem.js'
import { isList, isObject, type JsonObject, text } from '../text/json.js'
import type { Overrides } from './overrides.js'
import { overrideProblems, withOverrides } from './overrides.js'
import type { Tag } from './tags.js'
import { mostTags, tagged, tagsOf } from './tags.js'
import type { ContainerImage } from './task-definition.js'
import { imagesOf, withImages } from './task-definition.js'

/** An image for a container, and the input that asked for it. */
export interface ImageOverride extends ContainerImage {
  readonly input: string
}

/** All that the inputs change in a definition. */
export interface RenderOptions {
  readonly images: readonly ImageOverride[]
  readonly overrides: Overrides
  readonly tags: readonly Tag[]
}

export type Rendering =
  | { readonly kind: 'rendered'; readonly definition: JsonObject }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Puts it all in. A container that the definition does not have is a problem, never ignored. */
export function render(base: JsonObject, options: RenderOptions): Rendering {
  const definition = applied(base, options)
  const problems = [
    ...missingContainers(base, options),
    ...overrideProblems(definition, options.overrides),
    ...tooManyTags(definition),
  ]
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'rendered', definition }
}

/** Whatever is wrong with it. */
export function applied(base: JsonObject, { images, overrides, tags }: RenderOptions): JsonObject {
  return tagged(withOverrides(withImages(base, images), overrides), tags)
}

/** Each once, however many inputs are meant for it. */
function missingContainers(base: JsonObject, { images, overrides: { container } }: RenderOptions): Problem[] {
  const names = imagesOf(base).map(image => image.container)
  const wanted = new Map([
    ...(container?.containers ?? []).map(name => [name, 'container-name'] as const),
    ...images.map(image => [image.container, image.input] as const),
  ])
  return [...wanted]
    .filter(([name]) => !names.includes(name))
    .map(([name, input]) => missing(name, input, names))
}

/**
 * The containers that inputs name and the file does not have, whatever else is wrong with it: nothing where one of its
 * containers has no name that can be read, because that may be the one that is meant.
 */
export function containerProblems(base: JsonObject, options: RenderOptions): Problem[] {
  const containers = base.containerDefinitions
  const partial =
    isList(containers) && containers.every(container => isObject(container) && text(container.name))
  return partial ? missingContainers(base, options) : []
}

function missing(container: string, input: string, names: readonly string[]): Problem {
  const meant = closest(container, names)
  const known = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`
  return {
    subject: input,
    text: `${quote(container)} is no container of the task definition; ${meant ? `did you mean ${meant}? ` : ''}${known}`,
  }
}

function tooManyTags(definition: JsonObject): Problem[] {
  const { length } = tagsOf(definition)
  if (length <= mostTags) return []
  return [
    {
      subject: 'tags',
      text: `make ${length} with those of the source; a task definition has at most ${mostTags}`,
    },
  ]
}
