/** `tags`: lines key=value on the revision. */
import type { Tag } from '../core/task-definition/tags.js'
import { mostTags, whyNoTag } from '../core/task-definition/tags.js'
import { readPairs } from './lines.js'
import type { Given } from './values.js'

export function readTags(given: Given): Tag[] {
  const tags = readPairs(given, 'tags')
  for (const why of tags.flatMap(tag => whyNoTag(tag) ?? [])) given.report('tags', why)
  if (tags.length > mostTags)
    given.report('tags', `are ${tags.length}; a task definition has at most ${mostTags}`)
  return tags
}
