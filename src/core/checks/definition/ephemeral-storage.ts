/**
 * ECS: "EphemeralStorage size should be at least 21", "… at most 200", "Tasks using the EC2 launch type do not support
 * EphemeralStorage."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html
 */

import { isForFargate } from '../../task-definition/containers.js'
import { isList, isObject } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'

const [least, most] = [21, 200]

export const ephemeralStorage = defineCheck({ id: 'ephemeral-storage', run })

function run(context: CheckContext): Findings {
  const { ephemeralStorage: storage } = context.definition
  if (!isObject(storage)) return undefined
  return [...launchType(context), ...size(storage.sizeInGiB)].map(flaw => toFinding(context, flaw))
}

function launchType({ definition }: CheckContext): Flaw[] {
  const { requiresCompatibilities: compatible } = definition
  if (!isList(compatible) || !compatible.includes('EC2') || isForFargate(definition)) return []
  return [
    {
      path: ['ephemeralStorage'],
      text: 'ephemeralStorage is set, but tasks that require EC2 do not support it',
      next: 'Remove ephemeralStorage, or require FARGATE.',
    },
  ]
}

function size(gibibytes: unknown): Flaw[] {
  if (typeof gibibytes !== 'number' || (gibibytes >= least && gibibytes <= most)) return []
  return [
    {
      path: ['ephemeralStorage', 'sizeInGiB'],
      text: `ephemeralStorage is ${gibibytes} GiB, but ECS accepts only ${least} to ${most} GiB`,
      next:
        gibibytes < least
          ? 'Set it to at least 21, or remove ephemeralStorage: every task on Fargate has 20 GiB.'
          : `Set it to at most ${most}.`,
    },
  ]
}
