/**
 * What a group of failures comes from, as far as the evidence tells: what happened, an insight beyond that, and one next
 * step that fits it. Says nothing that was not seen.
 */

import type { Position } from '../errors/problem.js'
import { exitCause } from './exit-cause.js'
import type { Explanation, FailureEvidence } from './explanation.js'
import { description } from './failure-description.js'
import type { FailureGroup } from './failure-group.js'
import { nextStep } from './failure-group.js'
import { healthCause } from './health-cause.js'
import { initializationCause } from './initialization-cause.js'
import { memoryCause } from './memory-cause.js'
import { pullCause } from './pull-cause.js'

export interface Cause {
  readonly group: FailureGroup
  /** in plain words that follow the number of its tasks: `ended because app exited with code 1` */
  readonly description: string
  /** what the evidence adds to the reason that ECS gives; absent where it adds nothing */
  readonly detail: string | undefined
  readonly next: string
  /** the line of the user's own file that it is about, where that is known */
  readonly position: Position | undefined
}

export function explain(evidence: FailureEvidence): Cause {
  const { group } = evidence
  const { detail, next, position } = finding(evidence)
  return {
    group,
    description: description(evidence, detail),
    next: next ?? nextStep(group),
    detail: detail || undefined,
    position,
  }
}

function finding(evidence: FailureEvidence): Explanation {
  switch (evidence.group.failureClass) {
    case 'image-pull':
      return pullCause(evidence)
    case 'resource-initialization':
      return initializationCause(evidence)
    case 'out-of-memory':
      return memoryCause(evidence)
    case 'container-exit':
      return exitCause(evidence)
    case 'health-check':
      return healthCause(evidence)
    default:
      return {}
  }
}
