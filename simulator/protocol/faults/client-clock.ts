/**
 * AWS compares the time of a signature with its own, in these words: github.com/fabfuel/ecs-deploy/issues/126 (ECS, too
 * early) and github.com/aws/amazon-ecs-agent/issues/1513 (too late). The SDK takes the time from the header Date.
 */
import { AwsError } from '../../aws-error.js'

export interface ClientClock {
  /** Milliseconds that the clock of the client is ahead of AWS's. */
  readonly aheadMs: number
}

const toleranceMinutes = 5
const toleranceMs = toleranceMinutes * 60_000

/** AWS's time: clients sign by the clock of the machine, also where the simulator has one of its own. */
export function timeOf({ aheadMs }: ClientClock): number {
  return Date.now() - aheadMs
}

/** Undefined if the signature is accepted. `signedAt`: X-Amz-Date */
export function refuseSignature(now: number, signedAt: string): AwsError | undefined {
  const signed = Date.parse(signedAt.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  const bounds = { earliest: now - toleranceMs, latest: now + toleranceMs }
  if (signed < bounds.earliest) {
    const limit = `${basic(bounds.earliest)} (${basic(now)} - ${toleranceMinutes} min.)`
    return refused(`Signature expired: ${signedAt} is now earlier than ${limit}`)
  }
  if (signed <= bounds.latest) return undefined
  const limit = `${basic(bounds.latest)} (${basic(now)} + ${toleranceMinutes} min.)`
  return refused(`Signature not yet current: ${signedAt} is still later than ${limit}`)
}

function refused(message: string): AwsError {
  return new AwsError('InvalidSignatureException', message, 403)
}

/** `20260115T090000Z` */
function basic(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}
