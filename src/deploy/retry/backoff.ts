/** How long, and with what pauses, a change is tried: both changes that AWS refuses by rate, and those without answer. */
import type { Clock } from '../../ports.js'

/**
 * How long a change that is throttled, and so has no effect, is tried again, in milliseconds: RegisterTaskDefinition is
 * refilled with one call a second for the whole account, which many jobs may share.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
export const patience = 600_000

/** Before each look for the effect of a change whose answer was lost, in milliseconds. */
export const pause = 4_500

/** How often a change is sent when nothing is seen of it. */
export const sendings = 2

export async function backOff(clock: Clock, attempt: number, cancelled: AbortSignal): Promise<void> {
  await clock.sleep(clock.random() * Math.min(15_000, 1_000 * 2 ** attempt), cancelled)
}
