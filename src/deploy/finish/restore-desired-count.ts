/** Leaves a desired count that somebody else changed. */
import type { Target } from '../../core/ecs/service.js'
import { unavailableReason } from '../../core/errors/denial.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice, warning } from '../../core/errors/notice.js'
import type { Bump } from '../../core/settings/bump.js'
import { restoredCount } from '../../core/settings/bump.js'
import type { Ecs, Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { missingService } from '../../retry/policies.js'
import { pollUntil, type RetryPolicy, retry } from '../../retry/retry.js'

export interface Restored {
  /** false: may still be raised */
  readonly done: boolean
  readonly count: number | undefined
  readonly notice: Notice
}

export const gone: Restored = {
  done: true,
  notice: notice('The service no longer exists, so its desired count cannot be restored.'),
  count: undefined,
}

export interface RestoreRequest {
  readonly target: Target
  readonly bump: Bump
  readonly taskDefinition: string
  /** ids of the deployments before the update */
  readonly before: readonly string[]
  /** a read has shown the deployment */
  readonly readsAreCurrent: boolean
}

export async function restoreDesiredCount(
  { ecs, clock }: Pick<Ports, 'ecs' | 'clock'>,
  request: RestoreRequest,
  policy: RetryPolicy,
): Promise<Restored> {
  const restore = () => pollUntil(missingService, { clock }, () => restoreOnce(ecs, request))
  const restored = await attempt(() => retry(policy, { clock }, restore))
  if (restored.kind === 'answered') return restored.value ?? gone
  const { from, to } = request.bump
  const { error } = restored
  const why = error.kind === 'denied' ? unavailableReason(error) : error.message
  const text = `The desired count is still ${to} and should be ${from}: ${why}`
  return { done: false, notice: warning(text), count: undefined }
}

/** Undefined: the service is missing, or no longer active. */
async function restoreOnce(
  ecs: Ecs,
  { target, before, bump, taskDefinition, readsAreCurrent }: RestoreRequest,
): Promise<Restored | undefined> {
  const service = await ecs.describeService(target, 'once')
  if (service === 'missing' || service.status !== 'ACTIVE') return undefined
  const isShown = service.deployments.some(
    deployment => deployment.taskDefinition === taskDefinition && !before.includes(deployment.id),
  )
  const { desiredCount } = service
  const count = restoredCount(bump, { desiredCount, isCurrent: readsAreCurrent || isShown })
  if (count !== undefined) {
    await ecs.setDesiredCount(target, count)
    return { done: true, count, notice: notice(`The desired count is back at ${count}.`) }
  }
  const now = service.desiredCount
  // An earlier request had its effect; its answer was lost.
  if (now === bump.from)
    return { done: true, count: now, notice: notice(`The desired count is back at ${now}.`) }
  const text = `The desired count is ${now} and is not restored: somebody else changed it from ${bump.to} in the meantime.`
  return { done: true, count: now, notice: notice(text) }
}
