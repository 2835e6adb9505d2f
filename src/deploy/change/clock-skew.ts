/**
 * The time as AWS has it. Whether a task failed moments ago is told by a time of AWS and by the time now: a machine
 * whose clock is minutes off, which is little enough for AWS to take its requests, would tell it wrong.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
import type { Notice } from '../../core/errors/notice.js'
import { notice } from '../../core/errors/notice.js'
import type { Clock } from '../../ports.js'

/** Less than this, in milliseconds, changes nothing that is decided. */
const tolerance = 20_000

/**
 * By how many milliseconds the clock of this machine is ahead of AWS's (behind, below 0), by something that AWS made
 * between two moments of it.
 */
export function clockSkew(madeAt: number | undefined, from: number, to: number): number {
  if (madeAt === undefined) return 0
  const ahead = madeAt < from ? from - madeAt : Math.min(0, to - madeAt)
  return Math.abs(ahead) > tolerance ? ahead : 0
}

/** The clock, set back by so much. */
export function withClockOffset(clock: Clock, by: number): Clock {
  return {
    now: () => clock.now() - by,
    sleep: (milliseconds, until) => clock.sleep(milliseconds, until),
    random: () => clock.random(),
  }
}

export function clockNotices(ahead: number): readonly Notice[] {
  if (ahead === 0) return []
  const seconds = Math.round(Math.abs(ahead) / 1000)
  const side = ahead > 0 ? 'ahead of' : 'behind'
  return [
    notice(`The clock of this machine is ${seconds} s ${side} that of AWS: times are told as AWS has them.`),
  ]
}
