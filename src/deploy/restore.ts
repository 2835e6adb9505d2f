/** Puts a raised desired count back, unless somebody else has set another one meanwhile. */
import { Fault } from '../core/fault.js'
import type { Notice } from '../core/notice.js'
import { notice, warning } from '../core/notice.js'
import type { Bump } from '../core/rollout.js'
import { restoredCount } from '../core/rollout.js'
import type { Target } from '../core/service.js'
import type { Clock, Ecs } from '../ports.js'

const tries = 5

/** Setting a count twice is setting it once, so every passing fault is tried again. */
export async function restoreDesiredCount(
  ecs: Ecs,
  clock: Clock,
  target: Target,
  bump: Bump,
  taskDefinition: string,
): Promise<Notice> {
  for (let attempt = 1; ; attempt++) {
    try {
      const service = await ecs.describeService(target, 'once')
      if (service === 'missing' || service.status !== 'ACTIVE')
        return notice('The service is gone, and its desired count with it.')
      const count = restoredCount(bump, service, taskDefinition)
      // Already so, or so again: the answer to an earlier request may have been lost.
      if (count === undefined && service.desiredCount === bump.from)
        return notice(`The desired count is back at ${bump.from}.`)
      if (count === undefined) {
        return notice(
          `The desired count is ${service.desiredCount} and stays: somebody else changed it from ${bump.to} meanwhile.`,
        )
      }
      await ecs.setDesiredCount(target, count)
      return notice(`The desired count is back at ${count}.`)
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      if (attempt >= tries || fault.kind === 'denied' || fault.kind === 'expired') {
        return warning(`The desired count is still ${bump.to} and should be ${bump.from}: ${fault.message}`)
      }
      await clock.sleep(clock.random() * Math.min(4_000, 250 * 2 ** attempt))
    }
  }
}
