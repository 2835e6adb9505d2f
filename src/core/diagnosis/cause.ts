/**
 * What a group of failures comes from, as far as the evidence tells: what happened, an insight beyond that, and one next
 * step that fits it. Says nothing that was not seen.
 */

import type { Position } from '../errors/problem.js'
import { given } from '../given.js'
import { exitCause } from './exit-cause.js'
import type { Finding, Findings } from './explanation.js'
import { happened } from './failure-description.js'
import type { FailureGroup } from './failure-group.js'
import { nextStep } from './failure-group.js'
import { healthCause } from './health-cause.js'
import { initializationCause } from './initialization-cause.js'
import { memoryCause } from './memory-cause.js'
import { pullCause } from './pull-cause.js'

export interface Cause {
  readonly group: FailureGroup
  /** in plain words that follow the number of its tasks: `ended because app exited with code 1` */
  readonly happened: string
  /** what the evidence adds to the reason that ECS gives; absent where it adds nothing */
  readonly insight?: string
  readonly next: string
  /** the line of the user's own file that it is about, where that is known */
  readonly at?: Position
}

export function explain(findings: Findings): Cause {
  const { group } = findings
  const { insight, next, at } = finding(findings)
  return {
    group,
    happened: happened(findings, insight),
    next: next ?? nextStep(group),
    ...(insight ? { insight } : {}),
    ...given('at', at),
  }
}

function finding(findings: Findings): Finding {
  switch (findings.group.failureClass) {
    case 'image-pull':
      return pullCause(findings)
    case 'resource-initialization':
      return initializationCause(findings)
    case 'out-of-memory':
      return memoryCause(findings)
    case 'container-exit':
      return exitCause(findings)
    case 'health-check':
      return healthCause(findings)
    default:
      return {}
  }
}
