/** `tags`: lines key=value on the revision. */
import type { Tag } from '../core/task-definition/tags.js'
import { mostTags, tagProblem } from '../core/task-definition/tags.js'
import { readPairs } from './lines.js'
import type { InputReader } from './values.js'

export function readTags(reader: InputReader): Tag[] {
  const tags = readPairs(reader, 'tags')
  for (const why of tags.flatMap(tag => tagProblem(tag) ?? [])) reader.report('tags', why)
  if (tags.length > mostTags)
    reader.report('tags', `are ${tags.length}; a task definition has at most ${mostTags}`)
  return tags
}
