/** Ends that nobody saw. */
import type { Outcome } from '../../src/core/outcome/outcome.js'
import { aDeployPlan, anOutcome } from './rollout-builders.js'
import { revisionArn } from './service-builders.js'

/** Nothing serves, or nobody knows what does. */
export function unseen(outcome: Extract<Outcome, { kind: 'ended' }>): Outcome {
  return { ...outcome, rollout: { ...outcome.rollout, serving: undefined } }
}

export const lostOutcomes: Readonly<Record<string, Outcome>> = {
  unknown: unseen(
    anOutcome(
      { kind: 'unknown', reason: 'the AWS credentials are not valid any more', lost: 'credentials' },
      { lastPoll: { at: 41_000, text: 'web:8 2 running of 2 · web:7 2 running' } },
    ),
  ),
  'unknown-deleted': unseen(
    anOutcome({
      kind: 'unknown',
      reason: 'the service is DRAINING: somebody deleted it',
      lost: 'service',
    }),
  ),
  'unknown-lost': {
    kind: 'lost',
    plan: aDeployPlan(),
    registered: { arn: revisionArn('web:8'), revision: '8' },
    reason: 'UpdateService was sent, but its answer was lost (TimeoutError: socket hang up)',
    notices: [],
  },
}
