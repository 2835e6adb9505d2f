/**
 * A rollback is always waited for: meanwhile no deployment is COMPLETED, so a new one could not roll back.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
import { type Notice, notice } from '../errors/notice.js'
import type { InFlightPolicy } from '../options/service-options.js'

export interface InFlightDeployment {
  readonly kind: 'rolling-out' | 'rolling-back'
  /** `ecs-svc/6216346761948112104 of web:7` */
  readonly what: string
}

export type InFlightDecision =
  | { readonly kind: 'proceed'; readonly notices: readonly Notice[] }
  | { readonly kind: 'refuse'; readonly text: string }
  | { readonly kind: 'wait'; readonly what: string }

export interface Waiting {
  /** `report` does not wait */
  readonly policy: InFlightPolicy | 'report'
  readonly minutes: number
  /** what was in progress; `waited` is in milliseconds */
  readonly waitedFor: string | undefined
  readonly waited: number
}

export function decideInFlight(
  found: InFlightDeployment | undefined,
  { policy, minutes, waitedFor, waited }: Waiting,
): InFlightDecision {
  const before = waitedFor
    ? [notice(`Waited before the deployment, since ${waitedFor} was in progress.`)]
    : []
  if (!found) return { kind: 'proceed', notices: before }
  if (policy === 'report') {
    const what = found.kind === 'rolling-back' ? `${found.what}, a rollback` : found.what
    return { kind: 'proceed', notices: [notice(`In progress now: ${what}.`)] }
  }
  const what = found.kind === 'rolling-back' ? 'a rollback' : found.what
  if (found.kind === 'rolling-out' && policy === 'supersede') {
    const text = `This deployment supersedes ${found.what}, which was in progress.`
    return { kind: 'proceed', notices: [...before, notice(text)] }
  }
  if (found.kind === 'rolling-out' && policy === 'fail') {
    const text = `${what} is in progress: run this again when it has ended, or choose another in-flight`
    return { kind: 'refuse', text }
  }
  if (waited >= minutes * 60_000) {
    const text = `${what} is still in progress after ${inMinutes(minutes)}: run this again when it has ended`
    return { kind: 'refuse', text }
  }
  return { kind: 'wait', what }
}

export function inMinutes(minutes: number): string {
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}
