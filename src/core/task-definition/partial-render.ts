/** What a definition that has problems would be without them, so that all else that is wrong with it is told as well. */

import { closest } from '../errors/problem.js'
import type { JsonObject } from '../text/json.js'
import { applied, type RenderOptions } from './render.js'
import { imagesOf } from './task-definition.js'

export interface PartialRender<W extends RenderOptions> {
  readonly options: W
  readonly definition: JsonObject
}

/** A name that is no container's stands for the one that is probably meant; nothing where that would be a mere guess. */
export function renderPartially<W extends RenderOptions>(
  base: JsonObject,
  options: W,
): PartialRender<W> | undefined {
  const { images, overrides } = options
  const { container: settings } = overrides
  const names = imagesOf(base).map(({ container }) => container)
  const wanted = [...images.map(({ container }) => container), ...(settings?.containers ?? [])]
  const meant = new Map(
    wanted.flatMap(name => {
      const container = probably(name, names)
      return container === undefined ? [] : [[name, container] as const]
    }),
  )
  if (wanted.some(name => !meant.has(name))) return undefined
  const mended = (name: string) => meant.get(name) ?? name
  const query = {
    ...options,
    images: images.map(image => ({ ...image, container: mended(image.container) })),
    overrides: settings
      ? { ...overrides, container: { ...settings, containers: settings.containers.map(mended) } }
      : overrides,
  }
  return { options: query, definition: applied(base, query) }
}

function probably(name: string, names: readonly string[]): string | undefined {
  if (names.includes(name)) return name
  return closest(name, names) ?? (names.length === 1 ? names[0] : undefined)
}
