/**
 * ECS: "containerDefinitions[0].secrets[0].name is required".
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html
 */

import { containersOf, listedIn, secretsIn } from '../../task-definition/containers.js'
import { showPath, text } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'

export const unnamedVariable = defineCheck({ id: 'unnamed-variable', run })

function run(context: CheckContext): Findings {
  const variables = containersOf(context.definition).flatMap(container => {
    const { own, logging } = secretsIn(container)
    return [...listedIn(container, 'environment'), ...own, ...logging].map(({ value, path }) => ({
      container,
      value,
      path,
    }))
  })
  if (variables.length === 0) return undefined
  return variables
    .filter(({ value }) => !text(value.name))
    .map(({ container, path }) => ({
      result: 'refused',
      text: `container ${container.name}: ${showPath(path.slice(container.path.length))} has no name`,
      next: 'Give it a name, or remove it.',
      ...locate(context, path),
    }))
}
