/** Waits for deployments in progress as far as the policy says. */
import { revisionName } from '../../core/ecs/arn.js'
import type { Service, Target } from '../../core/ecs/service.js'
import { primaryOf } from '../../core/ecs/service.js'
import { toProblem } from '../../core/errors/api-error-problem.js'
import type { Notice } from '../../core/errors/notice.js'
import {
  decideInFlight,
  type InFlightDeployment,
  inMinutes,
  type Waiting,
} from '../../core/plan/in-flight.js'
import { formatElapsed } from '../../core/text/duration.js'
import { maxSilence } from '../../core/watch/pace.js'
import type { Ecs, Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { unlessCanceled } from '../../retry/cancellation.js'
import { inFlightPause } from '../../retry/policies.js'
import { type Observation, observe } from './observe-service.js'

export interface InFlightOptions extends Pick<Waiting, 'policy' | 'minutes'> {
  readonly log: (line: string) => void
}

export type InFlightObservation = (Observation | { readonly kind: 'cancelled' }) & {
  readonly notices: readonly Notice[]
}

export async function waitForInFlight(
  { ecs, clock, canceled }: Pick<Ports, 'ecs' | 'clock' | 'canceled'>,
  target: Target,
  { policy, minutes, log }: InFlightOptions,
): Promise<InFlightObservation> {
  const startedAt = clock.now()
  let waitedFor: string | undefined
  let loggedAt = startedAt

  for (;;) {
    const observed = await unlessCanceled(observeInFlight(ecs, target), canceled)
    if (!observed) return { kind: 'cancelled', notices: [] }
    const waited = clock.now() - startedAt
    const decision = decideInFlight(observed.inFlight, { policy, minutes, waitedFor, waited })
    switch (decision.kind) {
      case 'proceed':
        return { ...observed.observation, notices: decision.notices }
      case 'refuse': {
        const problem = { subject: 'in-flight', text: decision.text }
        return { kind: 'problem', problem, error: undefined, notices: [] }
      }
    }
    const { what } = decision
    const isNew = waitedFor !== what
    if (isNew || clock.now() - loggedAt >= maxSilence) {
      log(
        isNew
          ? `Waiting, for at most ${inMinutes(minutes)}, since ${what} is in progress.`
          : `${formatElapsed(waited)}  ${what} is still in progress.`,
      )
      loggedAt = clock.now()
    }
    waitedFor = what
    await clock.sleep(inFlightPause(clock.random()), canceled)
    if (canceled.aborted) return { kind: 'cancelled', notices: [] }
  }
}

interface InFlight {
  readonly observation: Observation
  readonly inFlight: InFlightDeployment | undefined
}

async function observeInFlight(ecs: Ecs, target: Target): Promise<InFlight> {
  const observation = await observe(ecs, target)
  if (observation.kind !== 'observed') return { observation, inFlight: undefined }
  const found = await attempt(() => inFlightIn(ecs, target, observation.observed.service))
  if (found.kind === 'answered') return { observation, inFlight: found.value }
  const { error } = found
  return {
    observation: { kind: 'problem', problem: toProblem(error, { target }), error },
    inFlight: undefined,
  }
}

/**
 * The service may not show that its PRIMARY is rolled back. A service at rest and a role that may not list deployments
 * go without the list.
 */
async function inFlightIn(
  ecs: Ecs,
  target: Target,
  service: Service,
): Promise<InFlightDeployment | undefined> {
  const primary = primaryOf(service)
  if (!primary || isAtRest(service)) return undefined
  const what = `${primary.id} of ${revisionName(primary.taskDefinition)}`
  const rollingBack =
    /rolling back/i.test(primary.rolloutStateReason ?? '') || (await listsRollback(ecs, target))
  if (rollingBack) return { kind: 'rolling-back', what }
  return primary.rolloutState === 'IN_PROGRESS' ? { kind: 'rolling-out', what } : undefined
}

/** A rollback in progress shows two deployments. */
function isAtRest({ deployments, desiredCount, runningCount, pendingCount }: Service): boolean {
  const [only] = deployments
  const completed = deployments.length === 1 && only?.rolloutState === 'COMPLETED'
  return completed && runningCount === desiredCount && pendingCount === 0
}

async function listsRollback(ecs: Ecs, target: Target): Promise<boolean> {
  const listed = await attempt(() => ecs.hasRollbackInProgress(target))
  if (listed.kind === 'answered') return listed.value
  if (listed.error.kind === 'denied' || listed.error.kind === 'rejected') return false
  throw listed.error
}
