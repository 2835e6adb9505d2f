/** Back to what served before a deployment whose verification failed. */
import { begunTo, completedAllTheSame, withRollback } from './requested-rollback.js'
import { withVerification } from './verified.js'
import type { Watched } from './watched.js'

/** `begunAt`: when the rollback was requested; `back`: what its watch found. */
export function withVerificationRollback(
  failed: Watched,
  back: Watched,
  { begunAt, to }: { readonly begunAt: number; readonly to: string },
): Watched {
  const failure = 'the verification failed'
  const rolledBack = withRollback(failed, back, { begunAt, to, failure, reason: reasonOf(failed) })
  const verificationRollback = begunTo(to, back)
  return { ...rolledBack, rollout: { ...rolledBack.rollout, verificationRollback } }
}

/** By StopServiceDeployment: the same watch has seen all of it. */
export function withStoppedDeployment(
  failed: Watched,
  back: Watched,
  { to }: { readonly to: string },
): Watched {
  const { impact, verification } = failed.rollout
  const { result } = back
  if (verification && (result.kind === 'succeeded' || result.kind === 'idle')) {
    const own = withVerification(back, verification, undefined)
    return { ...own, rollout: { ...own.rollout, verificationRollback: completedAllTheSame } }
  }
  return {
    ...back,
    result: result.kind === 'rolled-back' ? { ...result, reason: reasonOf(failed) } : result,
    rollout: { ...back.rollout, impact, verification, verificationRollback: begunTo(to, back) },
  }
}

function reasonOf({ rollout: { verification } }: Watched): string | undefined {
  return verification?.kind === 'failed' ? verification.reason : undefined
}
