/**
 * Observes the service once what was in flight has landed. A rollback is always waited for: while it runs no
 * deployment is COMPLETED, so that one started over it would have nothing to roll back to.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
import { revisionName } from '../../core/ecs/arn.js'
import type { Service, Target } from '../../core/ecs/service.js'
import { primaryOf } from '../../core/ecs/service.js'
import { ApiError } from '../../core/errors/api-error.js'
import { toProblem } from '../../core/errors/api-error-problem.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice } from '../../core/errors/notice.js'
import type { Problem } from '../../core/errors/problem.js'
import type { InFlightPolicy } from '../../core/settings/service-settings.js'
import { formatElapsed } from '../../core/text/duration.js'
import { maxSilence } from '../../core/watch/pace.js'
import type { Ecs, Ports } from '../../ports.js'
import { unlessCancelled } from '../retry/cancellation.js'
import { type Observation, observe } from './observe.js'

/** What to do about what is in flight, for how long, and where to say so. */
export interface InFlightOptions {
  /** `look`: say what is in flight, and wait for nothing */
  readonly inFlight: InFlightPolicy | 'look'
  readonly minutes: number
  readonly log: (line: string) => void
}

export type InFlightObservation = (Observation | { readonly kind: 'cancelled' }) & {
  readonly notices: readonly Notice[]
}

/** The pause between two looks at what is in flight, in milliseconds. */
const pause = 8_000

export async function waitForInFlight(
  ports: Pick<Ports, 'ecs' | 'clock' | 'cancelled'>,
  target: Target,
  { inFlight, minutes, log }: InFlightOptions,
): Promise<InFlightObservation> {
  const { ecs, clock, cancelled } = ports
  const startedAt = clock.now()
  const truncateList = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  let waitedFor: string | undefined
  let saidAt = startedAt

  for (;;) {
    const poll = await unlessCancelled(observeOnce(ecs, target), cancelled)
    if (!poll) return { kind: 'cancelled', notices: [] }
    const { observation, found } = poll
    const waited = waitedFor
      ? [notice(`Waited before the deployment, since ${waitedFor} was in progress.`)]
      : []
    if (!found) return { ...observation, notices: waited }

    if (inFlight === 'look') {
      const what = found.kind === 'rolling-back' ? `${found.what}, a rollback` : found.what
      return { ...observation, notices: [notice(`In progress now: ${what}.`)] }
    }
    if (found.kind === 'rolling-out' && inFlight === 'supersede') {
      const text = `This deployment supersedes ${found.what}, which was in progress.`
      return { ...observation, notices: [...waited, notice(text)] }
    }
    const otherwise = found.kind === 'rolling-out' ? ', or choose another in-flight' : ''
    const what = found.kind === 'rolling-back' ? 'a rollback' : found.what
    if (found.kind === 'rolling-out' && inFlight === 'fail') {
      return refused(`${what} is in progress: run this again when it has ended${otherwise}`)
    }
    const lasted = clock.now() - startedAt
    if (lasted >= minutes * 60_000) {
      return refused(`${what} is still in progress after ${truncateList}: run this again when it has ended`)
    }
    if (waitedFor !== what) log(`Waiting, for at most ${truncateList}, since ${what} is in progress.`)
    else if (clock.now() - saidAt >= maxSilence)
      log(`${formatElapsed(lasted)}  ${what} is still in progress.`)
    if (waitedFor !== what || clock.now() - saidAt >= maxSilence) saidAt = clock.now()
    waitedFor = what
    await clock.sleep(pause * (0.85 + 0.3 * clock.random()), cancelled)
    if (cancelled.aborted) return { kind: 'cancelled', notices: [] }
  }
}

function refused(text: string): InFlightObservation {
  return { kind: 'problem', problem: { subject: 'in-flight', text }, notices: [], error: undefined }
}

interface InFlightDeployment {
  readonly kind: 'rolling-out' | 'rolling-back'
  readonly what: string
}

async function observeOnce(
  ecs: Ecs,
  target: Target,
): Promise<{ readonly observation: Observation; readonly found?: InFlightDeployment }> {
  const observation = await observe(ecs, target)
  if (observation.kind !== 'observed') return { observation }
  try {
    const found = await inFlightIn(ecs, target, observation.observed.service)
    return found ? { observation, found } : { observation }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const problem: Problem = toProblem(error, { target })
    return { observation: { kind: 'problem', problem, error } }
  }
}

/**
 * By both views. A rollback may not show in what the service says of its PRIMARY: only a role that may not list
 * deployments goes without, and a service at rest, which shows the one deployment that it has and that has completed.
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

/** What fails and what it is rolled back to are two deployments, until the rollback has completed. */
function isAtRest({ deployments, desiredCount, runningCount, pendingCount }: Service): boolean {
  const [only] = deployments
  const completed = deployments.length === 1 && only?.rolloutState === 'COMPLETED'
  return completed && runningCount === desiredCount && pendingCount === 0
}

async function listsRollback(ecs: Ecs, target: Target): Promise<boolean> {
  try {
    return await ecs.hasRollbackInProgress(target)
  } catch (error) {
    if (error instanceof ApiError && (error.kind === 'denied' || error.kind === 'rejected')) return false
    throw error
  }
}
