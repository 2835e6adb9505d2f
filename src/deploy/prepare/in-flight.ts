/** Waits for deployments in progress as far as the policy says. */
import { isRevisionOf, resourceName } from '../../core/ecs/arn.js'
import type { Deployment, Service, Target } from '../../core/ecs/service.js'
import { isRollingBack, primaryOf } from '../../core/ecs/service.js'
import type { ServiceDeployment } from '../../core/ecs/service-deployment.js'
import type { ApiError } from '../../core/errors/api-error.js'
import { toProblem } from '../../core/errors/api-error-problem.js'
import { type Notice, ofService } from '../../core/errors/notice.js'
import type { Problem } from '../../core/errors/problem.js'
import type { Observed } from '../../core/options/plan-options.js'
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
import type { RollbackPorts } from './read-stuck-rollback.js'

export interface InFlightOptions extends Pick<Waiting, 'joins' | 'policy' | 'minutes'> {
  readonly log: (line: string) => void
}

export interface InFlightServices {
  readonly observed: readonly Observed[]
  readonly notices: readonly Notice[]
  /** of the only service: to be joined if it runs just what would be deployed */
  readonly candidate: JoinCandidate | undefined
}

export type InFlightObservation =
  | ({ readonly kind: 'observed' } & InFlightServices)
  | {
      readonly kind: 'problems'
      readonly problems: readonly Problem[]
      readonly error: ApiError | undefined
      readonly notices: readonly Notice[]
    }
  | { readonly kind: 'cancelled' }

/** Until no deployment of any service has to be waited for. */
export async function waitForInFlight(
  ports: RollbackPorts & Pick<Ports, 'canceled'>,
  targets: readonly Target[],
  { log, ...options }: InFlightOptions,
): Promise<InFlightObservation> {
  const { canceled, clock } = ports
  const startedAt = clock.now()
  const waits = targets.map(
    target => new InFlightWait(clock, { log, options, name: nameIn(targets, target) }),
  )

  async function poll(): Promise<InFlightObservation | undefined> {
    if (canceled.aborted) return { kind: 'cancelled' }
    const reading = Promise.all(targets.map(target => observeInFlight(ports, target, options)))
    const found = await unlessCanceled(reading, canceled)
    if (!found) return { kind: 'cancelled' }
    const waited = clock.now() - startedAt
    const decided = found.map((one, nth) => ({
      ...one,
      name: nameIn(targets, targets[nth]),
      decision: decideInFlight(one.inFlight, { ...options, waitedFor: waits[nth]?.waitedFor, waited }),
    }))
    const refusals = decided.flatMap(refusalOf)
    if (refusals.length === 0 && decided.some(({ decision }) => decision.kind === 'wait')) {
      for (const [nth, one] of decided.entries()) waits[nth]?.report(one, waited)
      return undefined
    }
    return await proceedWith(ports, decided, { refusals, log })
  }

  return (await pollUntil(inFlight, { clock, canceled }, poll)) ?? { kind: 'cancelled' }
}

/** Undefined: there is only one. */
function nameIn(targets: readonly Target[], target: Target | undefined): string | undefined {
  return targets.length > 1 && target ? resourceName(target.service) : undefined
}

function named(name: string | undefined, text: string): string {
  return name === undefined ? text : `${name}: ${text}`
}

interface WaitOptions {
  readonly log: (line: string) => void
  readonly options: Pick<InFlightOptions, 'minutes'>
  readonly name: string | undefined
}

/** What is said of the wait for one service. */
class InFlightWait {
  readonly #clock: Ports['clock']
  readonly #options: WaitOptions
  #loggedAt: number
  #saidStuck = false
  waitedFor: string | undefined

  constructor(clock: Ports['clock'], options: WaitOptions) {
    this.#clock = clock
    this.#options = options
    this.#loggedAt = clock.now()
  }

  report({ decision, inFlight }: DecidedService, waited: number): void {
    if (decision.kind !== 'wait') return
    const { what } = decision
    const { name, options } = this.#options
    const log = (line: string) => this.#options.log(named(name, line))
    const isNew = this.waitedFor !== what
    if (isNew || this.#clock.now() - this.#loggedAt >= maxSilence) {
      log(
        isNew
          ? `Waiting for at most ${inMinutes(options.minutes)} because ${what} is in progress.`
          : `${formatElapsed(waited)}  ${what} is still in progress.`,
      )
      this.#loggedAt = this.#clock.now()
    }
    this.waitedFor = what
    const stuck = inFlight?.kind === 'rolling-back' ? inFlight.stuck : undefined
    if (stuck && !this.#saidStuck) log(`In the meantime ${stuckText(stuck)}.`)
    this.#saidStuck ||= stuck !== undefined
  }
}

interface DecidedService extends InFlight {
  /** undefined: there is only one */
  readonly name: string | undefined
  readonly decision: InFlightDecision
}

function refusalOf({ decision, name }: DecidedService): Problem[] {
  if (decision.kind !== 'refuse') return []
  return [{ subject: 'in-flight', text: named(name, decision.text), next: decision.next }]
}

interface Proceeding {
  readonly refusals: readonly Problem[]
  readonly log: (line: string) => void
}

async function proceedWith(
  { canceled, ecs }: Pick<Ports, 'canceled' | 'ecs'>,
  decided: readonly DecidedService[],
  { log, refusals }: Proceeding,
): Promise<InFlightObservation> {
  if (refusals.length > 0) return { kind: 'problems', problems: refusals, error: undefined, notices: [] }
  for (const { inFlight, name } of decided) {
    const stuck = inFlight?.kind === 'rolling-back' ? inFlight.stuck : undefined
    if (stuck) log(named(name, `This deployment goes over a rollback: ${stuckText(stuck)}.`))
  }
  const notices = decided.flatMap(({ decision, name }) =>
    decision.kind === 'proceed' ? decision.notices.map(one => ofService(one, name)) : [],
  )
  const unread = decided.flatMap(({ observation }) => (observation.kind === 'problem' ? observation : []))
  if (unread.length > 0) {
    const problems = unread.map(({ problem }) => problem)
    return { kind: 'problems', problems, error: unread.find(one => one.error)?.error, notices }
  }
  const observed = decided.flatMap(({ observation }) =>
    observation.kind === 'observed' ? observation.observed : [],
  )
  const [only, ...others] = decided
  const [service] = observed
  const deployment = only?.decision.kind === 'proceed' ? only.decision.mayJoin : undefined
  if (!deployment || !service || others.length > 0)
    return { kind: 'observed', observed, notices, candidate: undefined }
  const inFlight = { target: service.target, service: service.service, deployment }
  const candidate = await unlessCanceled(readJoinCandidate(ecs, inFlight), canceled)
  return candidate ? { kind: 'observed', observed, notices, candidate } : { kind: 'cancelled' }
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
  // Few runs meet a rollback, and it loads all failure classes.
  const { readStuckRollback } = await import('./read-stuck-rollback.js')
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
  if (!deployment || isAtRest(service)) return undefined
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
