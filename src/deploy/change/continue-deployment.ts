/**
 * A hook can be answered once: a second request for it is refused. After a lost answer it is read whether the hook still
 * waits (docs/adr/0045).
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContinueServiceDeployment.html
 */
import { type Hook, stageOf } from '../../core/ecs/service-deployment.js'
import type { ApiError } from '../../core/errors/api-error.js'
import type { PauseDecision } from '../../core/plan/pause-decision.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { lostChange, maxSendings, throttledChanges } from '../../retry/policies.js'
import { openBudget, pollUntil, retry } from '../../retry/retry.js'

export type Continued =
  /** `isCertain`: answered; otherwise the hook took an answer that may be that of somebody else, or expired */
  | { readonly kind: 'sent'; readonly isCertain: boolean }
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** what was to be rolled back was continued, by somebody or because its hook expired */
  | { readonly kind: 'contradicted' }
  | { readonly kind: 'lost'; readonly reason: string }
  /** before ECS took it */
  | { readonly kind: 'cancelled' }

type ContinuePorts = Pick<Ports, 'ecs' | 'clock' | 'canceled'>

export async function continueDeployment(ports: ContinuePorts, decision: PauseDecision): Promise<Continued> {
  const { canceled, clock, ecs } = ports
  if (canceled.aborted) return { kind: 'cancelled' }
  const budget = openBudget(clock)
  for (let lost = 0; ; ) {
    const sent = await attempt(() =>
      retry(throttledChanges, { clock, canceled, budget }, () => ecs.continueServiceDeployment(decision)),
    )
    if (sent.kind === 'answered') return { kind: 'sent', isCertain: true }
    const { error } = sent
    if (error.kind !== 'unavailable' && lost === 0) {
      const isCanceled = error.kind === 'throttled' && canceled.aborted
      return isCanceled ? { kind: 'cancelled' } : { kind: 'refused', error }
    }
    const hook = await readHook(ports, decision)
    if (hook === 'continued' && decision.action === 'ROLLBACK') return { kind: 'contradicted' }
    if (hook === 'continued' || hook === 'ended') return { kind: 'sent', isCertain: false }
    lost++
    if (hook === 'unclear' || lost >= maxSendings || canceled.aborted) {
      const reason = `ContinueServiceDeployment was sent, but ECS did not confirm it (${error.code}: ${error.message})`
      return { kind: 'lost', reason }
    }
  }
}

/** Until it no longer waits, for as long as a read can be stale. */
async function readHook(
  { canceled, clock, ecs }: ContinuePorts,
  { hook: { id }, serviceDeploymentArn }: PauseDecision,
): Promise<'continued' | 'ended' | 'waiting' | 'unclear'> {
  let last: 'waiting' | 'unclear' = 'unclear'
  await clock.sleep(lostChange.pause, canceled)
  const decided = await pollUntil(lostChange, { clock, canceled }, async () => {
    const read = await attempt(() => ecs.describeServiceDeployments([serviceDeploymentArn]))
    const found = read.kind === 'answered' ? read.value[0] : undefined
    if (!found) {
      last = 'unclear'
      return undefined
    }
    const hook = found.hooks.find(one => one.id === id)
    if (stageOf(found) === 'successful' || (hook && isContinued(hook))) return 'continued'
    if (hook?.status !== 'AWAITING_ACTION' || stageOf(found) !== 'ongoing') return 'ended'
    last = 'waiting'
    return undefined
  })
  return decided ?? last
}

/** By a request, or because it expired. */
function isContinued({ status, timeoutAction }: Hook): boolean {
  return status === 'SUCCEEDED' || (status === 'TIMED_OUT' && timeoutAction === 'CONTINUE')
}
