/** From the user's task definition and the inputs that change it to the definition that is registered. */

import type { Problem } from '../errors/problem.js'
import { closest, quote } from '../errors/problem.js'
import { isList, isObject, type JsonObject, text } from '../text/json.js'
import type { Overrides } from './overrides.js'
import { overrideProblems, withOverrides } from './overrides.js'
import type { Tag } from './tags.js'
import { mostTags, tagged, tagsOf } from './tags.js'
import type { ContainerImage } from './task-definition.js'
import { imagesOf, withImages } from './task-definition.js'

/** An image for a container, and the input that names it. */
export interface ImageOverride extends ContainerImage {
  readonly input: string
}

/** What the inputs change in a definition. */
export interface RenderOptions {
  readonly images: readonly ImageOverride[]
  readonly overrides: Overrides
  readonly tags: readonly Tag[]
}

export type Rendering =
  | { readonly kind: 'rendered'; readonly definition: JsonObject }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** A container that the definition does not have is a problem, never ignored. */
export function render(base: JsonObject, options: RenderOptions): Rendering {
  const definition = applied(base, options)
  const problems = [
    ...missingContainers(base, options),
    ...overrideProblems(definition, options.overrides),
    ...tooManyTags(definition),
  ]
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'rendered', definition }
}

/** Without any check. */
export function applied(base: JsonObject, { images, overrides, tags }: RenderOptions): JsonObject {
  return tagged(withOverrides(withImages(base, images), overrides), tags)
}

/** Each container once, even if several inputs name it. */
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
 * For a definition that has other problems: the containers that inputs name and it does not have. Nothing if one of its
 * containers has no readable name, since that may be the one.
 */
export function containerProblems(base: JsonObject, options: RenderOptions): Problem[] {
  const containers = base.containerDefinitions
  const isReadable =
    isList(containers) && containers.every(container => isObject(container) && text(container.name))
  return isReadable ? missingContainers(base, options) : []
}

function missing(container: string, input: string, names: readonly string[]): Problem {
  const suggestion = closest(container, names)
  const known = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`
  return {
    subject: input,
    text: `${quote(container)} is no container of the task definition; ${suggestion ? `did you mean ${suggestion}? ` : ''}${known}`,
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
