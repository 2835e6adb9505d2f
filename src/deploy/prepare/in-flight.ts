/** Waits for deployments in progress as far as the policy says. */
import { isRevisionOf } from '../../core/ecs/arn.js'
import type { Deployment, Service, Target } from '../../core/ecs/service.js'
import { isExpress, isRollingBack, primaryOf } from '../../core/ecs/service.js'
import type { ServiceDeployment } from '../../core/ecs/service-deployment.js'
import { toProblem } from '../../core/errors/api-error-problem.js'
import type { Notice } from '../../core/errors/notice.js'
import {
  decideInFlight,
  type InFlightDecision,
  type InFlightDeployment,
  inMinutes,
  type Waiting,
} from '../../core/plan/in-flight.js'
import type { JoinCandidate } from '../../core/plan/join-candidate.js'
import { stuckText } from '../../core/plan/stuck-rollback.js'
import { secretsOf } from '../../core/task-definition/hidden-values.js'
import { formatElapsed } from '../../core/text/duration.js'
import { maxSilence } from '../../core/watch/pace.js'
import type { Ecs, Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { unlessCanceled } from '../../retry/cancellation.js'
import { inFlight } from '../../retry/policies.js'
import { pollUntil } from '../../retry/retry.js'
import { type Observation, observe } from './observe-service.js'
import { readJoinCandidate } from './read-join-candidate.js'
import { type RollbackPorts, readStuckRollback } from './read-stuck-rollback.js'

export interface InFlightOptions extends Pick<Waiting, 'joins' | 'policy' | 'minutes'> {
  readonly log: (line: string) => void
}

export type InFlightObservation = (Observation | { readonly kind: 'cancelled' }) & {
  readonly notices: readonly Notice[]
  /** to be joined if it runs just what would be deployed */
  readonly candidate: JoinCandidate | undefined
}

const interrupted: InFlightObservation = { kind: 'cancelled', notices: [], candidate: undefined }

export async function waitForInFlight(
  ports: RollbackPorts & Pick<Ports, 'canceled'>,
  target: Target,
  { log, ...options }: InFlightOptions,
): Promise<InFlightObservation> {
  const { canceled, clock } = ports
  const startedAt = clock.now()
  let waitedFor: string | undefined
  let loggedAt = startedAt
  let saidStuck = false

  async function poll(): Promise<InFlightObservation | undefined> {
    if (canceled.aborted) return interrupted
    const observed = await unlessCanceled(observeInFlight(ports, target, options), canceled)
    if (!observed) return interrupted
    const stuck = observed.inFlight?.kind === 'rolling-back' ? observed.inFlight.stuck : undefined
    const waited = clock.now() - startedAt
    const decision = decideInFlight(observed.inFlight, { ...options, waitedFor, waited })
    switch (decision.kind) {
      case 'proceed':
        if (stuck) log(`This deployment goes over a rollback: ${stuckText(stuck)}.`)
        return await withCandidate(ports, target, { observation: observed.observation, decision })
      case 'refuse': {
        const problem = { subject: 'in-flight', text: decision.text, next: decision.next }
        return { kind: 'problem', problem, error: undefined, notices: [], candidate: undefined }
      }
    }
    const { what } = decision
    const isNew = waitedFor !== what
    if (isNew || clock.now() - loggedAt >= maxSilence) {
      log(
        isNew
          ? `Waiting for at most ${inMinutes(options.minutes)} because ${what} is in progress.`
          : `${formatElapsed(waited)}  ${what} is still in progress.`,
      )
      loggedAt = clock.now()
    }
    waitedFor = what
    if (stuck && !saidStuck) log(`In the meantime ${stuckText(stuck)}.`)
    saidStuck ||= stuck !== undefined
    return undefined
  }

  return (await pollUntil(inFlight, { clock, canceled }, poll)) ?? interrupted
}

interface Proceeding {
  readonly observation: Observation
  readonly decision: Extract<InFlightDecision, { kind: 'proceed' }>
}

async function withCandidate(
  { canceled, ecs }: Pick<Ports, 'canceled' | 'ecs'>,
  target: Target,
  { decision: { mayJoin: deployment, notices }, observation }: Proceeding,
): Promise<InFlightObservation> {
  if (!deployment || observation.kind === 'problem') return { ...observation, notices, candidate: undefined }
  const { service } = observation.observed
  const reading = readJoinCandidate(ecs, { target, service, deployment })
  const candidate = await unlessCanceled(reading, canceled)
  return candidate ? { ...observation, notices, candidate } : interrupted
}

interface InFlight {
  readonly observation: Observation
  readonly inFlight: InFlightDeployment | undefined
}

async function observeInFlight(
  ports: RollbackPorts,
  target: Target,
  { policy }: Pick<Waiting, 'policy'>,
): Promise<InFlight> {
  const observation = await observe(ports.ecs, target)
  if (observation.kind !== 'observed') return { observation, inFlight: undefined }
  const { observed } = observation
  const found = await attempt(() => inFlightIn(ports.ecs, target, observed.service))
  if (found.kind === 'failed') {
    const { error } = found
    const problem = toProblem(error, { target })
    return { observation: { kind: 'problem', problem, error }, inFlight: undefined }
  }
  const inFlight = found.value
  if (inFlight?.kind !== 'rolling-back') return { observation, inFlight }
  const { deployment, isTarget } = inFlight
  // A dry run waits for nothing.
  if (!isTarget || policy === 'report') return { observation, inFlight: { ...inFlight, stuck: undefined } }
  const secrets = secretsOf([observed.live], [])
  const stuck = await readStuckRollback(ports, { target, service: observed.service, deployment, secrets })
  return { observation, inFlight: { ...inFlight, stuck } }
}

type FoundInFlight =
  | Extract<InFlightDeployment, { kind: 'rolling-out' }>
  /** `isTarget`: ECS rolls back to it, and not it */
  | { readonly kind: 'rolling-back'; readonly deployment: Deployment; readonly isTarget: boolean }

/**
 * The service may not show that its PRIMARY is rolled back. A service at rest and a role that may not list deployments
 * go without the list.
 */
async function inFlightIn(ecs: Ecs, target: Target, service: Service): Promise<FoundInFlight | undefined> {
  const deployment = primaryOf(service)
  // An Express service is refused, whatever is in progress.
  if (!deployment || isAtRest(service) || isExpress(service)) return undefined
  if (isRollingBack(deployment)) return { kind: 'rolling-back', deployment, isTarget: true }
  const rollback = await findRollback(ecs, target)
  if (rollback) {
    const isTarget = !isRevisionOf(rollback.targetRevisionArn ?? '', deployment.id)
    return { kind: 'rolling-back', deployment, isTarget }
  }
  return deployment.rolloutState === 'IN_PROGRESS' ? { kind: 'rolling-out', deployment } : undefined
}

/** A rollback in progress shows two deployments. */
function isAtRest({ deployments, desiredCount, runningCount, pendingCount }: Service): boolean {
  const [only] = deployments
  const completed = deployments.length === 1 && only?.rolloutState === 'COMPLETED'
  return completed && runningCount === desiredCount && pendingCount === 0
}

async function findRollback(ecs: Ecs, target: Target): Promise<ServiceDeployment | undefined> {
  const found = await attempt(() => ecs.findRollbackInProgress(target))
  if (found.kind === 'answered') return found.value
  if (found.error.kind === 'denied' || found.error.kind === 'rejected') return undefined
  throw found.error
}
