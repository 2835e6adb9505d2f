/** Refusals: one of which nothing more is known, and one by a check with every other kind of answer beside it. */
import type { Check } from '../../src/core/checks/check.js'
import type { Problem } from '../../src/core/errors/problem.js'
import { type Outcome, type RefusalParts, refused } from '../../src/core/outcome/outcome.js'
import { aPlan, aServicePlan, complete } from './rollout-builders.js'

const web = { cluster: 'prod', service: 'web' }

export function aRefusal(parts: Partial<RefusalParts> & Pick<RefusalParts, 'problems'>): Outcome {
  return complete(refused({ targets: [web], checks: [], plan: undefined, revision: undefined, ...parts }))
}

const refusing: readonly Check[] = [
  { id: 'service-active', result: 'passed', text: '', next: '' },
  {
    id: 'image-moves',
    result: 'refused',
    text: 'container app: web:latest has the tag latest, which can move: the same revision could run different software tomorrow',
    next: 'Use a tag for app that is pushed only once (such as the commit), or a digest.',
    position: { file: 'task-definition.json', line: 7, column: 16 },
  },
  {
    id: 'breaker-off',
    result: 'warning',
    text: 'the circuit breaker is off and stays off: a revision that cannot start is retried for ever',
    next: 'Remove circuit-breaker: keep, so that the breaker is turned on with rollback.',
  },
  { id: 'alarm-ringing', result: 'unseen', text: 'not checked: allow cloudwatch:DescribeAlarms', next: '' },
  { id: 'alarm-missing', result: 'unseen', text: 'not checked: allow cloudwatch:DescribeAlarms', next: '' },
]

export function aRefusedPlan(problems: readonly Problem[] = [], checks: readonly Check[] = []): Outcome {
  const all = [...refusing, ...checks]
  const service = aServicePlan({ update: { desiredCount: 3 } })
  return aRefusal({ problems, checks: all, plan: aPlan({ services: [service], checks: refusing }) })
}
