/**
 * ECS: "Unsupported field 'inferenceAccelerators'."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */

import { isList } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { toFinding } from '../flaw.js'

export const retiredMember = defineCheck({ id: 'retired-member', run })

function run(context: CheckContext): Findings {
  const { inferenceAccelerators: accelerators } = context.definition
  if (!isList(accelerators) || accelerators.length === 0) return undefined
  return [
    toFinding(context, {
      path: ['inferenceAccelerators'],
      text: 'inferenceAccelerators is set, but ECS no longer supports Elastic Inference',
      next: 'Remove inferenceAccelerators.',
    }),
  ]
}
