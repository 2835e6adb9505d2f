/** Leaves a desired count that somebody else changed. */
import type { Target } from '../../core/ecs/service.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice, warning } from '../../core/errors/notice.js'
import type { Bump } from '../../core/settings/bump.js'
import { restoredCount } from '../../core/settings/bump.js'
import type { Ecs, Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { type RetryPolicy, retry } from '../../retry/retry.js'

export interface Restored {
  /** false: may still be raised */
  readonly done: boolean
  readonly count: number | undefined
  readonly notice: Notice
}

/** One answer without the service may be stale. */
const maxMissing = 2

const gone: Restored = {
  done: true,
  notice: notice('The service is gone, and its desired count with it.'),
  count: undefined,
}

export interface RestoreRequest {
  readonly target: Target
  readonly bump: Bump
  readonly taskDefinition: string
}

export async function restoreDesiredCount(
  { ecs, clock }: Pick<Ports, 'ecs' | 'clock'>,
  request: RestoreRequest,
  policy: RetryPolicy,
): Promise<Restored> {
  let missing = 0

  async function restore(): Promise<Restored> {
    for (;;) {
      const restored = await restoreOnce(ecs, request)
      if (restored !== 'missing') return restored
      missing++
      if (missing === maxMissing) return gone
    }
  }

  const restored = await attempt(() => retry(policy, { clock }, restore))
  if (restored.kind === 'answered') return restored.value
  const { from, to } = request.bump
  const text = `The desired count is still ${to} and should be ${from}: ${restored.error.message}`
  return { done: false, notice: warning(text), count: undefined }
}

async function restoreOnce(
  ecs: Ecs,
  { target, bump, taskDefinition }: RestoreRequest,
): Promise<Restored | 'missing'> {
  const service = await ecs.describeService(target, 'once')
  if (service === 'missing') return service
  if (service.status !== 'ACTIVE') return gone
  const count = restoredCount(bump, service, taskDefinition)
  if (count !== undefined) {
    await ecs.setDesiredCount(target, count)
    return { done: true, count, notice: notice(`The desired count is back at ${count}.`) }
  }
  const now = service.desiredCount
  // An earlier request had its effect; its answer was lost.
  if (now === bump.from)
    return { done: true, count: now, notice: notice(`The desired count is back at ${now}.`) }
  const text = `The desired count is ${now} and stays: somebody else changed it from ${bump.to} meanwhile.`
  return { done: true, count: now, notice: notice(text) }
}
