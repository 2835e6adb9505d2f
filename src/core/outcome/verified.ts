/** What the verification makes of deployments that had succeeded. */
import type { Deployment } from '../ecs/service.js'
import type { WatchResult } from '../watch/watch-result.js'
import { tasksIn } from './serving.js'
import type { VerificationResult } from './verification-result.js'
import type { Watched } from './watched.js'

/** `replacedBy`: the deployment of somebody else that is the current one by now. */
export function withVerification(
  watched: Watched,
  verification: VerificationResult,
  replacedBy: Deployment | undefined,
): Watched {
  const { result, rollout } = watched
  if (!canBeVerified(result)) return watched
  const verified = { ...watched, rollout: { ...rollout, verification } }
  if (replacedBy) {
    const superseded = { kind: 'superseded', by: replacedBy, stateWhenSuperseded: 'completed' } as const
    return { ...watched, result: superseded }
  }
  switch (verification.kind) {
    case 'verified':
    case 'superseded':
    case 'skipped':
      return verified
    case 'cancelled':
      return { ...verified, result: { kind: 'cancelled', rollback: { kind: 'left' } } }
    case 'failed':
      return {
        ...verified,
        result: failed(watched, verification.reason),
        rollout: {
          ...verified.rollout,
          // Whether its answers are of use to users is just what is in doubt.
          impact: { kind: 'unknown', reason: 'unverified' },
          verificationRollback: { kind: verification.proof === 'unproven' ? 'unproven' : 'not-wanted' },
        },
      }
  }
}

/** `started`: an interim end, ECS has not completed it yet; `idle`: scaled to 0 since. */
function canBeVerified({ kind }: WatchResult): boolean {
  return kind === 'succeeded' || kind === 'started' || kind === 'idle'
}

function failed({ result, rollout }: Watched, reason: string): WatchResult {
  if (result.kind === 'idle') return { kind: 'failed', running: 0, reason, completedAt: rollout.endedAt }
  if (result.kind === 'succeeded') {
    const { completedAt = rollout.endedAt, running } = result
    return { kind: 'failed', running, reason, completedAt }
  }
  const ours = tasksIn(rollout.serving, rollout.tracked.taskDefinition)
  return { kind: 'failed', running: ours?.running ?? 0, reason }
}
