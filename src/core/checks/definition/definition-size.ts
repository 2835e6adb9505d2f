/**
 * ECS: "Max allowed length is '65536' bytes." Whether tags count is not documented.
 * https://docs.aws.amazon.com/general/latest/gr/ecs-service.html (Task definition size)
 */

import { tagged } from '../../task-definition/tags.js'
import type { JsonObject } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

const most = 65_536

export const definitionSize = defineCheck({ id: 'definition-size', run })

function run({ registeredDefinition, provenance }: CheckContext): Findings {
  const { tags: _, ...own } = registeredDefinition
  const [length, whole] = [bytes(own), bytes(tagged(registeredDefinition, provenance))]
  if (whole <= most) return []
  const isCertain = length > most
  const size = isCertain ? `${length} bytes` : `${whole} bytes with its tags`
  return [
    {
      result: isCertain ? 'refused' : 'warning',
      text: `the task definition has ${size}, ECS takes ${most}`,
      next: 'Move environment variables into files (env-files), or long values into secrets.',
    },
  ]
}

function bytes(value: JsonObject): number {
  return new TextEncoder().encode(JSON.stringify(value)).length
}
