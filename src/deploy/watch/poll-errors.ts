/** Looks that failed, in a row: which of them pass, and which mean that we shall not see any more. */
import type { Fault } from '../../core/errors/api-error.js'
import { isPassing, missingPermission } from '../../core/errors/api-error.js'
import type { Ending } from '../../core/watch/evaluate.js'

/** Credentials of a machine are fetched anew and a fetch can fail; so can a proxy that answers for AWS. */
const mostOddities = 3

export type LostSight = Pick<Extract<Ending, { kind: 'unknown' }>, 'reason' | 'lost'>

export interface Misses {
  /** a look succeeded */
  seen(): void
  /** a look failed: why sight is lost, or nothing when the next look may succeed */
  missed(fault: Fault): LostSight | undefined
  /** looks that were throttled since the last one that succeeded */
  throttled(): number
}

export function countMisses(): Misses {
  let throttled = 0
  let oddities = 0
  return {
    seen() {
      throttled = 0
      oddities = 0
    },
    missed(fault) {
      if (fault.kind === 'throttled') throttled++
      if (isPassing(fault)) return undefined
      if (fault.kind === 'unconfigured' || fault.kind === 'rejected') oddities++
      else return lostSight(fault)
      return oddities < mostOddities ? undefined : lostSight(fault)
    },
    throttled: () => throttled,
  }
}

function lostSight(fault: Fault): LostSight {
  switch (fault.kind) {
    case 'denied':
      return { reason: `the role may not call ${missingPermission(fault)} any more` }
    case 'expired':
    case 'unconfigured':
      return { reason: 'the AWS credentials are not valid any more', lost: 'credentials' }
    default:
      return { reason: `${fault.operation} was refused: ${fault.message}` }
  }
}
