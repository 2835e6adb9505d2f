/** What the verification makes of deployments that had succeeded. */
import type { Deployment } from '../ecs/service.js'
import type { WatchResult } from '../watch/watch-result.js'
import type { VerificationResult } from './verification-result.js'
import type { Watched } from './watched.js'

type Succeeded = Extract<WatchResult, { kind: 'succeeded' }>

/** `replacedBy`: the deployment of somebody else that is the current one by now. */
export function withVerification(
  watched: Watched,
  verification: VerificationResult,
  replacedBy: Deployment | undefined,
): Watched {
  const { result, rollout } = watched
  if (result.kind !== 'succeeded') return watched
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
        result: failed(result, verification.reason, rollout.endedAt),
        rollout: {
          ...verified.rollout,
          // Whether its answers are of use to users is just what is in doubt.
          impact: { kind: 'unknown', reason: 'unverified' },
          verificationRollback: { kind: verification.proof === 'unproven' ? 'unproven' : 'not-wanted' },
        },
      }
  }
}

function failed({ completedAt, running }: Succeeded, reason: string, endedAt: number): WatchResult {
  return { kind: 'failed', running, reason, completedAt: completedAt ?? endedAt }
}
