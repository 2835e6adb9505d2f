/** Puts a raised desired count back, unless somebody else has set another one meanwhile. */

import type { Target } from '../../core/ecs/service.js'
import { ApiError } from '../../core/errors/api-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice, warning } from '../../core/errors/notice.js'
import type { Bump } from '../../core/settings/service-settings.js'
import { restoredCount } from '../../core/settings/service-settings.js'
import type { Clock, Ecs } from '../../ports.js'

export interface Restored {
  /** false: the count may still be raised */
  readonly done: boolean
  /** what it is now, as far as is known */
  readonly count: number | undefined
  readonly notice: Notice
}

/** How long to try, in milliseconds: a cancelled workflow has two seconds for it, any other one time. */
export const persistently = 300_000
export const quickly = 2_000

/** One answer that there is no such service can be an odd one; so many are not. */
const mostMissing = 2

const gone: Restored = {
  done: true,
  notice: notice('The service is gone, and its desired count with it.'),
  count: undefined,
}

/** Setting a count twice is setting it once, so every passing fault is tried again. */
export async function restoreDesiredCount(
  ecs: Ecs,
  clock: Clock,
  target: Target,
  bump: Bump,
  taskDefinition: string,
  patience: number,
): Promise<Restored> {
  const startedAt = clock.now()
  let missing = 0
  for (let attempt = 1; ; attempt++) {
    try {
      const restored = await restoreOnce(ecs, target, bump, taskDefinition)
      if (restored !== 'missing') return restored
      missing++
      if (missing === mostMissing) return gone
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const hopeless = error.kind === 'denied' || error.kind === 'expired'
      if (hopeless || clock.now() - startedAt >= patience) {
        const text = `The desired count is still ${bump.to} and should be ${bump.from}: ${error.message}`
        return { done: false, notice: warning(text), count: undefined }
      }
      await clock.sleep(clock.random() * Math.min(patience / 4, 10_000, 250 * 2 ** attempt))
    }
  }
}

async function restoreOnce(
  ecs: Ecs,
  target: Target,
  bump: Bump,
  taskDefinition: string,
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
  // Back already: the answer to an earlier request was lost.
  if (now === bump.from)
    return { done: true, count: now, notice: notice(`The desired count is back at ${now}.`) }
  const text = `The desired count is ${now} and stays: somebody else changed it from ${bump.to} meanwhile.`
  return { done: true, count: now, notice: notice(text) }
}
