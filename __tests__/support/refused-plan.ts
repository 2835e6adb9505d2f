/** Refusals: one of which nothing more is known, and one by a check with every other kind of answer beside it. */
import type { Check } from '../../src/core/checks/check.js'
import type { Outcome } from '../../src/core/outcome/outcome.js'
import { aDeployPlan } from './rollout-builders.js'

/** Nothing is known of what would have been done. */
export const refusal = {
  kind: 'refused',
  target: { cluster: 'prod', service: 'web' },
  plan: undefined,
  registered: undefined,
  notices: [],
} as const

const refusing: readonly Check[] = [
  { id: 'service-active', result: 'passed', text: '', next: '' },
  {
    id: 'image-moves',
    result: 'refused',
    text: 'container app: web:latest has the tag latest, which moves: the same revision could run other software tomorrow',
    next: 'Give app an image with a tag that is pushed once (the commit), or a digest.',
    position: { file: 'task-definition.json', line: 7, column: 16 },
  },
  {
    id: 'breaker-off',
    result: 'warning',
    text: 'the circuit breaker is off and stays off: a revision that cannot start is retried for ever',
    next: 'Leave out circuit-breaker: keep, so that the breaker is switched on with rollback.',
  },
  { id: 'alarm-ringing', result: 'unseen', text: 'not checked: allow cloudwatch:DescribeAlarms', next: '' },
  { id: 'alarm-missing', result: 'unseen', text: 'not checked: allow cloudwatch:DescribeAlarms', next: '' },
]

export const aRefusedPlan: Extract<Outcome, { kind: 'refused' }> = {
  ...refusal,
  problems: [],
  checks: refusing,
  plan: aDeployPlan({ checks: refusing, update: { desiredCount: 3 } }),
}
