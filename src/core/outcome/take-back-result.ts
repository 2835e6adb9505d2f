/** The result of a service that was taken back, or was to be, because another one failed. */

import { revisionName } from '../ecs/arn.js'
import type { Deployment } from '../ecs/service.js'
import type { WatchResult } from '../watch/watch-result.js'
import type { Impact } from './impact.js'
import { begunTo, completedAllTheSame, withRollback } from './requested-rollback.js'
import type { RollbackAttempt, TakeBack } from './rollback-attempt.js'
import type { Watched } from './watched.js'

type Begun = Omit<TakeBack, 'attempt'> & { readonly begunAt: number; readonly to: string }

/** By a deployment of what served before; `back`: what its watch found. */
export function takenBackByDeployment(watched: Watched, back: Watched, begun: Begun): Watched {
  const { failure, begunAt, to } = begun
  const failed: Watched = {
    ...watched,
    result: {
      kind: 'failed',
      running: runningIn(watched.result),
      reason: `${failure}, and the rollback to ${revisionName(to)} that was to follow did not succeed`,
    },
  }
  const taken = withRollback(failed, back, { begunAt, to, failure, reason: failure })
  const impact = impactOfBoth(watched.rollout.impact, back.rollout.impact)
  return marked({ ...taken, rollout: { ...taken.rollout, impact } }, begun, begunTo(to, back))
}

/** By StopServiceDeployment: the same watch has seen all of it. */
export function takenBackByStop(back: Watched, begun: Begun): Watched {
  const { result } = back
  if (result.kind === 'succeeded' || result.kind === 'idle') return marked(back, begun, completedAllTheSame)
  const own: WatchResult = result.kind === 'rolled-back' ? { ...result, reason: begun.failure } : result
  return marked({ ...back, result: own }, begun, begunTo(begun.to, back))
}

/** `replacedBy`: the deployment of somebody else that is the current one by now. */
export function notTakenBack(
  watched: Watched,
  reason: Omit<TakeBack, 'attempt'>,
  { attempt, replacedBy }: { readonly attempt: RollbackAttempt; readonly replacedBy: Deployment | undefined },
): Watched {
  const { result } = watched
  if (replacedBy && (result.kind === 'succeeded' || result.kind === 'idle')) {
    const superseded = { kind: 'superseded', by: replacedBy, stateWhenSuperseded: 'completed' } as const
    return marked({ ...watched, result: superseded }, reason, attempt)
  }
  return marked({ ...watched, result: resultWithout(result, attempt) }, reason, attempt)
}

/** What serves after a request without an answer is not known. */
function resultWithout(result: WatchResult, attempt: RollbackAttempt): WatchResult {
  if (attempt.kind === 'unconfirmed')
    return { kind: 'unknown', reason: `whether it is rolled back is not known: ${attempt.why}` }
  if (result.kind !== 'timed-out' || attempt.kind !== 'not-sent') return result
  return { ...result, rollback: { kind: 'rollback-not-sent', why: attempt.why } }
}

function marked(watched: Watched, reason: Omit<TakeBack, 'attempt'>, attempt: RollbackAttempt): Watched {
  const { failure, service, was } = reason
  return { ...watched, rollout: { ...watched.rollout, takeBack: { failure, service, was, attempt } } }
}

function runningIn(result: WatchResult): number {
  return 'running' in result ? result.running : 0
}

/** Of both watches. Healthy as it was, the new revision may have taken requests that the former one cannot complete. */
function impactOfBoth(before: Impact, after: Impact): Impact {
  const both = [before, after]
  const shortage = both.find(({ kind }) => kind === 'outage') ?? both.find(({ kind }) => kind === 'reduced')
  return shortage ?? { kind: 'unknown', reason: 'new-served' }
}
