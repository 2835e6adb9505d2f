/** Ends that nobody saw. */
import { deployed, type Outcome } from '../../src/core/outcome/outcome.js'
import { type Serving, unknownServing } from '../../src/core/outcome/serving.js'
import { anOutcome, aPlan, aServicePlan, complete } from './rollout-builders.js'
import { revisionArn } from './service-builders.js'

function withServing(outcome: Outcome, serving: Serving): Outcome {
  const services = outcome.services.map(service =>
    service.kind === 'ended' ? { ...service, rollout: { ...service.rollout, serving } } : service,
  )
  return { ...outcome, services }
}

const lostSight = { kind: 'unknown', reason: 'lost-sight' } as const

export const unknownOutcomes: Readonly<Record<string, Outcome>> = {
  unknown: withServing(
    anOutcome(
      { kind: 'unknown', reason: 'the AWS credentials are no longer valid', lost: 'credentials' },
      { impact: lostSight, lastPoll: { at: 41_000, text: 'web:8 2 running of 2 · web:7 2 running' } },
    ),
    unknownServing,
  ),
  'unknown-deleted': withServing(
    anOutcome(
      { kind: 'unknown', reason: 'the service is DRAINING: somebody deleted it', lost: 'service' },
      { impact: lostSight },
    ),
    unknownServing,
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
