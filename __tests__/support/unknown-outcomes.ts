/** Ends that nobody saw. */
import { deployed, type Outcome } from '../../src/core/outcome/outcome.js'
import { anOutcome, aPlan, aServicePlan, complete } from './rollout-builders.js'
import { revisionArn } from './service-builders.js'

/** Nothing serves, or nobody knows what does. */
export function nothingServes(outcome: Outcome): Outcome {
  const services = outcome.services.map(service =>
    service.kind === 'ended' ? { ...service, rollout: { ...service.rollout, serving: undefined } } : service,
  )
  return { ...outcome, services }
}

export const unknownOutcomes: Readonly<Record<string, Outcome>> = {
  unknown: nothingServes(
    anOutcome(
      { kind: 'unknown', reason: 'the AWS credentials are not valid any more', lost: 'credentials' },
      { lastPoll: { at: 41_000, text: 'web:8 2 running of 2 · web:7 2 running' } },
    ),
  ),
  'unknown-deleted': nothingServes(
    anOutcome({
      kind: 'unknown',
      reason: 'the service is DRAINING: somebody deleted it',
      lost: 'service',
    }),
  ),
  'unknown-lost': complete(
    deployed({
      plan: aPlan(),
      revision: { arn: revisionArn('web:8'), revision: '8' },
      services: [
        {
          kind: 'unconfirmed',
          plan: aServicePlan(),
          reason: 'UpdateService was sent, but its answer was lost (TimeoutError: socket hang up)',
        },
      ],
      problems: [],
    }),
  ),
}
