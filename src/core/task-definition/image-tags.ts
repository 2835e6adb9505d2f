/** The tags that digests were resolved from: a revision remembers them in a tag of its own (docs/adr/0047). */
import type { JsonObject } from '../text/json.js'
import { parseImage } from './image.js'
import { imageTagsOf } from './tags.js'
import { type ContainerImage, imagesOf } from './task-definition.js'

/** `app=9be21c4 envoy=v1.30`. `known`: definitions that may have the same digests */
export function imageTagsText(
  named: JsonObject,
  registered: JsonObject,
  { known }: { readonly known: readonly JsonObject[] },
): string | undefined {
  const names = new Map(imagesOf(named).map(({ container, image }) => [container, image]))
  const entries = imagesOf(registered).flatMap(one => {
    const reference = parseImage(one.image)
    if (!reference?.digest || reference.tag) return []
    const tag = parseImage(names.get(one.container) ?? '')?.tag ?? knownTag(one, known)
    return tag ? [`${one.container}=${tag}`] : []
  })
  return entries.length > 0 ? entries.join(' ') : undefined
}

function knownTag(image: ContainerImage, known: readonly JsonObject[]): string | undefined {
  for (const definition of known) {
    const isSame = imagesOf(definition).some(
      one => one.container === image.container && one.image === image.image,
    )
    const tag = isSame ? tagsIn(definition).get(image.container) : undefined
    if (tag) return tag
  }
  return undefined
}

/** `…/web:9be21c4@sha256:…` where the definition has only the digest */
export function withTag<I extends ContainerImage>(image: I, definition: JsonObject): I {
  const reference = parseImage(image.image)
  const tag = tagsIn(definition).get(image.container)
  if (!reference?.digest || reference.tag || !tag) return image
  return { ...image, image: `${reference.repository}:${tag}@${reference.digest}` }
}

/** By container. Anybody can write tags. */
function tagsIn(definition: JsonObject): ReadonlyMap<string, string> {
  const entries = (imageTagsOf(definition) ?? '').split(' ').flatMap(entry => {
    const [, container = '', tag = ''] = /^([\w-]+)=(\w[\w.-]{0,127})$/.exec(entry) ?? []
    return container ? [[container, tag] as const] : []
  })
  return new Map(entries)
}
