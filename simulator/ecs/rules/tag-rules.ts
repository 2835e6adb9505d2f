/** API_Tag; the wording is ours. */
import type { Tag } from '../state/document.js'

export function tagRefusal(tags: readonly Tag[]): string | undefined {
  if (tags.length > 50) return 'A resource can have at most 50 tags.'
  const keys = tags.map(({ key }) => key)
  if (new Set(keys).size < keys.length) return 'Tag keys must be unique.'
  for (const { key, value = '' } of tags) {
    if (!/^.{1,128}$/s.test(key)) return 'A tag key must have between 1 and 128 characters.'
    if (value.length > 256) return `The value of the tag ${key} must have at most 256 characters.`
    if (/^aws:/i.test(key)) return `The tag key ${key} has the prefix aws:, which is reserved.`
  }
  return undefined
}
