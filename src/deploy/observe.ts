/** Finds the service and the definition that it runs, before anything is changed. */
import { Fault, missingPermission } from '../core/fault.js'
import type { Notice } from '../core/notice.js'
import { notice } from '../core/notice.js'
import type { Observed } from '../core/plan.js'
import { servingBefore } from '../core/preflight.js'
import type { Problem } from '../core/problem.js'
import { quote } from '../core/problem.js'
import type { InFlight } from '../core/rollout.js'
import type { Target } from '../core/service.js'
import { registrable, withTags } from '../core/task-definition.js'
import type { Ecs, Ports } from '../ports.js'
import { unlessCancelled } from './cancellation.js'
import { deploymentInFlight, waitUntilLanded } from './in-flight.js'

export type Observation =
  | { readonly kind: 'observed'; readonly observed: Observed }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly fault?: Fault }

/** Never raises a Fault: what stands in the way is a problem for the user. */
export async function observe(ecs: Ecs, target: Target): Promise<Observation> {
  try {
    const service = await ecs.describeService(target, 'patient')
    if (service === 'missing') return { kind: 'problem', problem: noService(target) }
    const serving = servingBefore(service)
    if (!serving) return { kind: 'observed', observed: { target, service, live: {} } }
    const { definition, tags } = await ecs.describeTaskDefinition(serving)
    const live = withTags(registrable(definition).definition, tags)
    return { kind: 'observed', observed: { target, service, serving, live } }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return { kind: 'problem', problem: inTheWay(fault, target), fault }
  }
}

/** How long to wait for a deployment that is there already, and how to say so. */
export interface Patience {
  /** `look`: say what is in flight, and wait for nothing */
  readonly inFlight: InFlight | 'look'
  readonly minutes: number
  readonly log: (line: string) => void
}

export type LandedObservation = Observation | { readonly kind: 'cancelled' }

/** Observes the service once what was in flight has landed, as far as the user wants to wait for it. */
export async function observeLanded(
  ports: Pick<Ports, 'ecs' | 'clock' | 'cancelled'>,
  target: Target,
  { inFlight, minutes, log }: Patience,
): Promise<LandedObservation & { readonly notices: readonly Notice[] }> {
  const { ecs, clock, cancelled } = ports
  const observation = await unlessCancelled(observe(ecs, target), cancelled)
  if (!observation) return { kind: 'cancelled', notices: [] }
  if (observation.kind !== 'observed') return { ...observation, notices: [] }
  const found = await deploymentInFlight(ecs, target, observation.observed.service)
  if (found.kind === 'none') return { ...observation, notices: [] }
  if (inFlight === 'look') {
    return {
      ...observation,
      notices: [
        notice(`In progress now: ${found.what}${found.kind === 'rolling-back' ? ', a rollback' : ''}.`),
      ],
    }
  }
  if (found.kind === 'rolling-out' && inFlight === 'supersede') {
    return {
      ...observation,
      notices: [notice(`This deployment supersedes ${found.what}, which was in progress.`)],
    }
  }
  if (found.kind === 'rolling-out' && inFlight === 'fail') {
    return { kind: 'problem', problem: inProgress(`${found.what} is in progress`, otherwise), notices: [] }
  }
  const what = found.kind === 'rolling-back' ? 'a rollback' : found.what
  const atMost = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  log(`Waiting, for at most ${atMost}, since ${what} is in progress.`)
  const landed = await waitUntilLanded(ecs, clock, target, minutes, cancelled)
  if (cancelled.aborted) return { kind: 'cancelled', notices: [] }
  if (!landed)
    return {
      kind: 'problem',
      problem: inProgress(`${what} is still in progress after ${atMost}`),
      notices: [],
    }
  const waited = notice(`Waited before the deployment, since ${what} was in progress.`)
  return { ...(await observe(ecs, target)), notices: [waited] }
}

const otherwise = ', or choose another in-flight'

function inProgress(text: string, also = ''): Problem {
  return { subject: 'in-flight', text: `${text}: run this again when it has ended${also}` }
}

function noService({ cluster, service }: Target): Problem {
  return {
    subject: 'service',
    text: `${quote(service)} is not in cluster ${cluster}: check the name, the cluster, the account and the region`,
  }
}

/** A fault before anything was changed, as something the user can act on. */
export function inTheWay(fault: Fault, target: Target | undefined): Problem {
  switch (fault.kind) {
    case 'denied':
      return { subject: 'permissions', text: `the role may not call ${missingPermission(fault)}: allow it` }
    case 'expired':
      return {
        subject: 'credentials',
        text: `AWS does not accept them (${fault.message}): get new ones just before this step`,
      }
    case 'unconfigured':
      return {
        subject: 'credentials',
        text: `${fault.message}: run aws-actions/configure-aws-credentials before this step`,
      }
    case 'missing':
      return {
        subject: fault.code === 'ClusterNotFoundException' ? 'cluster' : 'service',
        text: `${quote(fault.code === 'ClusterNotFoundException' ? (target?.cluster ?? '') : (target?.service ?? ''))} was not found: check the name, the account and the region`,
      }
    case 'rejected':
      return { subject: fault.operation, text: `ECS refuses: ${fault.message}` }
    case 'throttled':
      return {
        subject: fault.operation,
        text: 'AWS throttles the calls of this account: run the job again later',
      }
    case 'unavailable':
      return {
        subject: fault.operation,
        text: `AWS gave no usable answer (${fault.code}: ${fault.message}): run the job again`,
      }
  }
}
