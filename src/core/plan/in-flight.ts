/**
 * A rollback is waited for: meanwhile no deployment is COMPLETED, so a new one could not roll back. One that makes no
 * headway is not.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
import type { Deployment } from '../ecs/service.js'
import { type Notice, notice, warning } from '../errors/notice.js'
import type { InFlightPolicy } from '../options/service-options.js'
import { deploymentText } from './join-candidate.js'
import { type StuckRollback, stuckText } from './stuck-rollback.js'

export type InFlightDeployment =
  | { readonly kind: 'rolling-out'; readonly deployment: Deployment }
  | {
      readonly kind: 'rolling-back'
      readonly deployment: Deployment
      readonly stuck: StuckRollback | undefined
    }

export type InFlightDecision =
  /** `mayJoin`: the plan decides */
  | {
      readonly kind: 'proceed'
      readonly notices: readonly Notice[]
      readonly mayJoin: Deployment | undefined
    }
  | { readonly kind: 'refuse'; readonly text: string; readonly next: string | undefined }
  | { readonly kind: 'wait'; readonly what: string; readonly stuck: StuckRollback | undefined }

export interface Waiting {
  /** `report` does not wait */
  readonly policy: InFlightPolicy | 'report'
  /** a deployment that runs just what would be deployed */
  readonly joins: boolean
  readonly minutes: number
  /** what was in progress; `waited` is in milliseconds */
  readonly waitedFor: string | undefined
  readonly waited: number
}

export function decideInFlight(found: InFlightDeployment | undefined, waiting: Waiting): InFlightDecision {
  const { policy, waitedFor } = waiting
  const before = waitedFor
    ? [notice(`Waited before the deployment because ${waitedFor} was in progress.`)]
    : []
  if (!found) return proceed(before)
  const { deployment, kind } = found
  if (kind === 'rolling-out' && waiting.joins)
    return { kind: 'proceed', notices: before, mayJoin: deployment }
  const name = deploymentText(deployment)
  if (policy === 'report')
    return proceed([notice(`In progress now: ${kind === 'rolling-out' ? name : `${name}, a rollback`}.`)])
  if (kind === 'rolling-back') return decideRollback(found.stuck, { waiting, before })
  switch (policy) {
    case 'fail':
      return refuse(`${name} is in progress: run this again when it has ended, or change in-flight`)
    case 'wait':
      return waitFor(name, waiting)
    default:
      return proceed([...before, supersedes(deployment)])
  }
}

function decideRollback(
  stuck: StuckRollback | undefined,
  { before, waiting }: { readonly before: readonly Notice[]; readonly waiting: Waiting },
): InFlightDecision {
  const { policy } = waiting
  if (stuck && (stuck.isOutage || policy === 'override-rollback')) {
    return proceed([...before, overrides(stuck)])
  }
  // Who wants to wait waits: its tasks may recover.
  if (stuck && policy !== 'wait') return refuse(stuckText(stuck), overrideStep)
  return waitFor('a rollback', waiting, stuck)
}

function waitFor(what: string, { minutes, waited }: Waiting, stuck?: StuckRollback): InFlightDecision {
  if (waited < minutes * 60_000) return { kind: 'wait', what, stuck }
  const text = `${what} is still in progress after ${inMinutes(minutes)}: run this again when it has ended`
  return stuck ? refuse(`${text}; ${stuckText(stuck)}`, overrideStep) : refuse(text)
}

function refuse(text: string, next?: string): InFlightDecision {
  return { kind: 'refuse', text, next }
}

const overrideStep =
  'Set in-flight: override-rollback to deploy over this rollback. ECS then has no deployment to roll back to until one has succeeded.'

function overrides({ failed, isOutage, reason, revision }: StuckRollback): Notice {
  const why = reason === undefined ? '' : ` (${reason})`
  const outage = isOutage ? ', and nothing ran' : ''
  return warning(
    `This deployment goes over the rollback to ${revision}, which made no headway: ${failed} of its tasks had failed${why}, none was healthy${outage}. Until a deployment has succeeded, ECS has nothing to roll back to.`,
  )
}

function proceed(notices: readonly Notice[]): InFlightDecision {
  return { kind: 'proceed', notices, mayJoin: undefined }
}

/** `why` it is not joined */
export function supersedes(deployment: Deployment, why?: string): Notice {
  const reason = why === undefined ? '' : ` It is not joined because ${why}.`
  return notice(`This deployment supersedes ${deploymentText(deployment)}, which was in progress.${reason}`)
}

export function inMinutes(minutes: number): string {
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}
