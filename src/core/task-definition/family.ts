/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html (family) */

import type { Problem } from '../errors/problem.js'
import { quote } from '../errors/problem.js'
import type { Json } from '../text/json.js'
import { isObject, text } from '../text/json.js'
import { placeholderIn } from './placeholder.js'
import type { Document } from './validate.js'

/** The plan reports a missing family. */
export function familyProblems(definition: Json, { positionOf }: Pick<Document, 'positionOf'>): Problem[] {
  const family = isObject(definition) ? text(definition.family) : undefined
  if (!family || /^[\w-]{1,255}$/.test(family)) return []
  const why =
    family.length > 255
      ? `has ${family.length} characters, but ECS accepts at most 255`
      : placeholderIn(family)
        ? 'contains a placeholder that nothing has replaced: use the input placeholders'
        : 'is not a valid family name: only letters, digits, hyphens and underscores are allowed'
  const place = positionOf(['family'])
  return [{ subject: 'task-definition', text: `family ${quote(family)} ${why}`, position: place }]
}
