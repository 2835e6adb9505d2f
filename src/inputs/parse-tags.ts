import type { Tag } from '../core/task-definition/tags.js'
import { mostTags, tagProblem } from '../core/task-definition/tags.js'
import type { Report } from './input-row.js'
import { parsePairs } from './lines.js'

export function parseTags(value: string, report: Report): Tag[] {
  const tags = parsePairs(value, report, { takes: () => true })
  for (const problem of tags.flatMap(tag => tagProblem(tag) ?? [])) report(problem)
  if (tags.length > mostTags)
    report(`has ${tags.length} tags; a task definition can have at most ${mostTags}`)
  return tags
}
