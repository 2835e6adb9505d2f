/** Applies inputs to the user's task definition. */

import type { Problem } from '../errors/problem.js'
import { closest, knownNames, quote } from '../errors/problem.js'
import { isList, isObject, type JsonObject, text } from '../text/json.js'
import type { Overrides } from './overrides.js'
import { overrideProblems, withOverrides } from './overrides.js'
import type { Tag } from './tags.js'
import { mostTags, tagged, tagsOf } from './tags.js'
import type { ContainerImage } from './task-definition.js'
import { imagesOf, withImages } from './task-definition.js'

export interface ImageOverride extends ContainerImage {
  readonly input: string
}

export interface RenderOptions {
  readonly images: readonly ImageOverride[]
  readonly overrides: Overrides
  readonly tags: readonly Tag[]
}

export type Rendering =
  | { readonly kind: 'rendered'; readonly definition: JsonObject }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** An unknown container is a problem, never ignored. */
export function render(base: JsonObject, options: RenderOptions): Rendering {
  const definition = applied(base, options)
  const problems = [
    ...missingContainers(base, options),
    ...overrideProblems(definition, options.overrides),
    ...tooManyTags(definition),
  ]
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'rendered', definition }
}

/** Without checks. */
export function applied(base: JsonObject, { images, overrides, tags }: RenderOptions): JsonObject {
  return tagged(withOverrides(withImages(base, images), overrides), tags)
}

/** Once per container. */
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

/** For a definition with other problems. None if a container has no readable name, since that may be the one. */
export function containerProblems(base: JsonObject, options: RenderOptions): Problem[] {
  const containers = base.containerDefinitions
  const isReadable =
    isList(containers) && containers.every(container => isObject(container) && text(container.name))
  return isReadable ? missingContainers(base, options) : []
}

function missing(container: string, input: string, names: readonly string[]): Problem {
  const suggestion = closest(container, names)
  return {
    subject: input,
    text: `${quote(container)} is not a container of the task definition; ${knownNames(suggestion, names)}`,
  }
}

function tooManyTags(definition: JsonObject): Problem[] {
  const { length } = tagsOf(definition)
  if (length <= mostTags) return []
  return [
    {
      subject: 'tags',
      text: `and those of the source are ${length} in total; a task definition can have at most ${mostTags}`,
    },
  ]
}
