/**
 * ECS: "Max allowed length is '65536' bytes.", "Too many containers." Whether tags count is not documented.
 * https://docs.aws.amazon.com/general/latest/gr/ecs-service.html (Task definition size, containers per task definition)
 */

import { containersOf } from '../../task-definition/containers.js'
import { tagged } from '../../task-definition/tags.js'
import type { JsonObject } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'

const most = 65_536
const mostContainers = 10

export const definitionSize = defineCheck({ id: 'definition-size', run })

function run(context: CheckContext): Findings {
  return [...length(context), ...count(context.definition).map(flaw => toFinding(context, flaw))]
}

function count(definition: JsonObject): Flaw[] {
  const containers = containersOf(definition)
  const tooMany = containers[mostContainers]
  if (!tooMany) return []
  return [
    {
      path: tooMany.path,
      text: `the task definition has ${containers.length} containers, but ECS accepts at most ${mostContainers}`,
      next: 'Remove some of them, or move them to a service of their own.',
    },
  ]
}

function length({ registeredDefinition, provenance }: CheckContext): CheckFinding[] {
  const { tags: _, ...own } = registeredDefinition
  const [size, whole] = [bytes(own), bytes(tagged(registeredDefinition, provenance))]
  if (whole <= most) return []
  const isCertain = size > most
  const shown = isCertain ? `${size} bytes` : `${whole} bytes with its tags`
  return [
    {
      result: isCertain ? 'refused' : 'warning',
      text: `the task definition has ${shown}, but ECS accepts at most ${most}`,
      next: 'Move environment variables into files (env-files), or long values into secrets.',
    },
  ]
}

function bytes(value: JsonObject): number {
  return new TextEncoder().encode(JSON.stringify(value)).length
}
