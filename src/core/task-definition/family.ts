/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html (family) */

import type { Problem } from '../errors/problem.js'
import { quote } from '../errors/problem.js'
import type { Json } from '../text/json.js'
import { isObject, text } from '../text/json.js'
import type { Document } from './validate.js'

/** The plan reports a missing family. */
export function familyProblems(definition: Json, { positionOf }: Pick<Document, 'positionOf'>): Problem[] {
  const family = isObject(definition) ? text(definition.family) : undefined
  if (!family || /^[\w-]{1,255}$/.test(family)) return []
  const why =
    family.length > 255
      ? `has ${family.length} characters, ECS takes 255`
      : 'is no name of a family: ECS takes letters, digits, hyphens and underscores'
  const place = positionOf(['family'])
  return [{ subject: 'task-definition', text: `family ${quote(family)} ${why}`, position: place }]
}
