/** Renders a definition as if its problems were fixed, so that one run reports all of them. */

import { closest } from '../errors/problem.js'
import type { JsonObject } from '../text/json.js'
import { applied, type RenderOptions } from './render.js'
import { imagesOf } from './task-definition.js'

export interface PartialRender<W extends RenderOptions> {
  readonly options: W
  readonly definition: JsonObject
}

/** undefined if a container name would be a mere guess */
export function renderPartially<W extends RenderOptions>(
  base: JsonObject,
  options: W,
): PartialRender<W> | undefined {
  const { images, overrides } = options
  const { container: settings } = overrides
  const names = imagesOf(base).map(({ container }) => container)
  const wanted = [...images.map(({ container }) => container), ...(settings?.containers ?? [])]
  const probable = new Map(
    wanted.flatMap(name => {
      const container = probableContainer(name, names)
      return container === undefined ? [] : [[name, container] as const]
    }),
  )
  if (wanted.some(name => !probable.has(name))) return undefined
  const corrected = (name: string) => probable.get(name) ?? name
  const correctedOptions = {
    ...options,
    images: images.map(image => ({ ...image, container: corrected(image.container) })),
    overrides: settings
      ? { ...overrides, container: { ...settings, containers: settings.containers.map(corrected) } }
      : overrides,
  }
  return { options: correctedOptions, definition: applied(base, correctedOptions) }
}

function probableContainer(name: string, names: readonly string[]): string | undefined {
  if (names.includes(name)) return name
  return closest(name, names) ?? (names.length === 1 ? names[0] : undefined)
}
