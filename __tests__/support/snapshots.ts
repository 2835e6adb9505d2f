/**
 * The polls that a rollout is made of, in both views, and the verdicts of a sequence of them. Shapes over time: a
 * rolling update, a trip, a rollback, a first deployment, a competing's deployment.
 */

import { evaluate } from '../../src/core/watch/evaluation/evaluate.js'
import type { EvaluationState, Verdict } from '../../src/core/watch/evaluation/evaluation.js'
import { initialEvaluation } from '../../src/core/watch/evaluation/evaluation.js'
import type { Snapshot } from '../../src/core/watch/tracked-deployment.js'
import { aSnapshot, aTracked } from './rollout-builders.js'
import {
  aCompetingDeployment,
  aDeployment,
  aService,
  aServiceDeployment,
  before,
  serviceRevisionArn,
  thePrevious,
} from './service-builders.js'

/** What one poll shows of the service, and of its deployment where that can be read. */
export type Poll = Partial<Snapshot> & Pick<Snapshot, 'service'>

/** The verdict of every poll, ten seconds apart and folded through one state. */
export function verdicts(polls: readonly Poll[], tracked = aTracked()): string[] {
  let state: EvaluationState = initialEvaluation
  return polls.map((poll, i) => {
    const evaluation = evaluate(
      tracked,
      state,
      aSnapshot({ at: tracked.startedAt + (i + 1) * 10_000, ...poll }),
    )
    state = evaluation.state
    return describe(evaluation.verdict)
  })
}

function describe(verdict: Verdict): string {
  return verdict.kind === 'decided' ? verdict.result.kind : verdict.stage
}

/** What one poll by itself decides, after ours was read. */
export function verdictOf(poll: Poll): Verdict {
  return evaluate(aTracked(), { ...initialEvaluation, readsAreCurrent: true }, aSnapshot(poll)).verdict
}

export const inProgress = aServiceDeployment()
export const successful = aServiceDeployment({ status: 'SUCCESSFUL' })
export const stopRequested = aServiceDeployment({ status: 'STOP_REQUESTED' })
export const stopped = aServiceDeployment({ status: 'STOPPED' })
export const rollbackRequested = aServiceDeployment({ status: 'ROLLBACK_REQUESTED' })
export const thresholdExceeded =
  'Service deployment rolled back because the circuit breaker threshold was exceeded.'
export const tripped = { status: 'TRIGGERED', failures: 3, threshold: 3 }
export const rollingBack = aServiceDeployment({
  status: 'ROLLBACK_IN_PROGRESS',
  breaker: tripped,
  rollback: { reason: thresholdExceeded, revisionArn: serviceRevisionArn(before), startedAt: undefined },
})
export const rolledBack = aServiceDeployment({ ...rollingBack, status: 'ROLLBACK_SUCCESSFUL' })
export const noCandidate = 'No rollback candidate was found to run the rollback.'

/** Services in the order in which a rollout goes through them. */
export const started = aService()
export const running = aService({
  deployments: [aDeployment({ runningCount: 2 }), thePrevious({ runningCount: 0 })],
})
export const completed = aService({
  deployments: [aDeployment({ runningCount: 2, rolloutState: 'COMPLETED' })],
})
export const stale = aService({ deployments: [thePrevious({ status: 'PRIMARY' })] })
export const back = thePrevious({
  status: 'PRIMARY',
  rolloutState: 'IN_PROGRESS',
  rolloutStateReason: `ECS deployment circuit breaker: rolling back to deploymentId ${before}.`,
})
export const tripNotYetFailed = aService({ deployments: [back, aDeployment({ status: 'ACTIVE' })] })
export const tripFailed = aService({
  deployments: [back, aDeployment({ status: 'ACTIVE', rolloutState: 'FAILED' })],
})
export const restored = aService({ deployments: [thePrevious({ status: 'PRIMARY' })] })
export const stalled = aService({ deployments: [aDeployment({ rolloutState: 'FAILED', runningCount: 1 })] })
export const failedWithPrevious = aService({
  deployments: [aDeployment({ rolloutState: 'FAILED' }), thePrevious()],
})
export const overtaken = aService({
  deployments: [aCompetingDeployment(), aDeployment({ status: 'ACTIVE' }), thePrevious()],
})
