/**
 * Times of AWS are compared with this machine's clock. AWS accepts requests from clocks that are minutes off.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
import type { Notice } from '../../core/errors/notice.js'
import { notice } from '../../core/errors/notice.js'
import { formatDuration } from '../../core/text/duration.js'
import type { Clock } from '../../ports.js'

/** Milliseconds that change no decision. */
const tolerance = 20_000

/** Milliseconds that this clock is ahead; AWS set `madeAt` between the other times. */
export function clockSkew(madeAt: number | undefined, from: number, to: number): number {
  if (madeAt === undefined) return 0
  const ahead = madeAt < from ? from - madeAt : Math.min(0, to - madeAt)
  return Math.abs(ahead) > tolerance ? ahead : 0
}

export function withClockOffset(clock: Clock, by: number): Clock {
  return {
    now: () => clock.now() - by,
    sleep: (milliseconds, until) => clock.sleep(milliseconds, until),
    random: () => clock.random(),
  }
}

export function clockNotices(ahead: number): readonly Notice[] {
  if (ahead === 0) return []
  const seconds = Math.abs(ahead) / 1000
  const side = ahead > 0 ? 'ahead of' : 'behind'
  return [
    notice(
      `The clock of this machine is ${formatDuration(seconds)} ${side} the clock of AWS: all times shown are those of AWS.`,
    ),
  ]
}
