/** Finds the deployment that an update started, also after a lost response (docs/adr/0006, docs/adr/0051). */

import { isRevisionOf } from '../../core/ecs/arn.js'
import type { Service, ServiceState } from '../../core/ecs/service.js'
import { deploymentOf, isRollingBack, primaryOf, servingIn } from '../../core/ecs/service.js'
import type { ApiError } from '../../core/errors/api-error.js'
import { type ServicePlan, updateOperation } from '../../core/plan/plan.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { lostChange, maxSendings, throttledChanges } from '../../retry/policies.js'
import { openBudget, pollUntil, retry } from '../../retry/retry.js'
import { clockSkew } from './clock-skew.js'
import { sendUpdate, type UpdateAnswer } from './send-update.js'

export interface StartRequest {
  readonly plan: ServicePlan
  readonly taskDefinition: string
}

export type StartResult =
  | {
      readonly kind: 'started'
      readonly tracked: Tracked
      readonly service: Service
      /** milliseconds that this clock is ahead */
      readonly skewMs: number
    }
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** no deployment was found */
  | { readonly kind: 'lost'; readonly reason: string; readonly answered: boolean }
  /** before ECS took it */
  | { readonly kind: 'cancelled' }

type StartPorts = Pick<Ports, 'ecs' | 'clock' | 'canceled'>

export async function startDeployment(ports: StartPorts, request: StartRequest): Promise<StartResult> {
  const { clock } = ports
  const sentAt = clock.now()
  const sent = await sendWithRetries(ports, request)
  if (sent.kind !== 'answered') return sent
  const { answer, answeredAt } = sent
  const started = answer.service && startedIn(answer.service)
  if (started) return started
  const effect = await findEffect(ports, request, answer)
  const found = effect.kind === 'found' && startedIn(effect.service)
  const reason = 'ECS accepted the update, but shows no new deployment for it'
  // Without its deployments, the answer says nothing of what it started.
  return found || { kind: 'lost', reason, answered: answer.service !== undefined }

  function startedIn(service: Service): StartResult | undefined {
    const tracked = track(request, { ...answer, service }, answeredAt)
    if (!tracked) return undefined
    const skewMs = clockSkew(deploymentOf(service, tracked.deploymentId)?.createdAt, sentAt, clock.now())
    const startedAt = answeredAt - skewMs
    return { kind: 'started', tracked: { ...tracked, startedAt, watchedFrom: startedAt }, service, skewMs }
  }
}

const lostAnswer: UpdateAnswer = { service: undefined, serviceRevision: undefined }

type Sent =
  | {
      readonly kind: 'answered'
      readonly answer: UpdateAnswer
      /** The wait begins when ECS took it, or its answer was lost: until then it may be throttled. */
      readonly answeredAt: number
    }
  | Exclude<StartResult, { kind: 'started' }>

async function sendWithRetries(ports: StartPorts, request: StartRequest): Promise<Sent> {
  const { canceled, clock, ecs } = ports
  const { plan, taskDefinition } = request
  const { service, target } = plan.observed
  const change = { target, taskDefinition, update: plan.update }
  if (canceled.aborted) return { kind: 'cancelled' }
  const budget = openBudget(clock)
  for (let lost = 0; ; ) {
    const sent = await attempt(() =>
      retry(throttledChanges, { clock, canceled, budget }, () => sendUpdate(ecs, service, change)),
    )
    const answeredAt = clock.now()
    if (sent.kind === 'answered') return { kind: 'answered', answer: sent.value, answeredAt }
    const { error } = sent
    if (error.kind !== 'unavailable') {
      if (lost > 0) return unanswered(plan, error)
      const isCanceled = error.kind === 'throttled' && canceled.aborted
      return isCanceled ? { kind: 'cancelled' } : { kind: 'refused', error }
    }
    const effect = await findEffect(ports, request, lostAnswer)
    if (effect.kind === 'found')
      return { kind: 'answered', answer: { ...lostAnswer, service: effect.service }, answeredAt }
    lost++
    // Polling showed no effect, and a second update of the same revision at worst changes nothing.
    const isFinal = lost >= maxSendings || canceled.aborted || plan.update.forceNewDeployment
    if (effect.kind === 'unclear' || isFinal) return unanswered(plan, error)
  }
}

function unanswered(plan: ServicePlan, error: ApiError): Sent {
  const reason = `${updateOperation(plan)} was sent, but ECS did not confirm it (${error.code}: ${error.message})`
  return { kind: 'lost', reason, answered: false }
}

type Effect =
  | { readonly kind: 'found'; readonly service: Service }
  /** `none`: the service is unchanged */
  | { readonly kind: 'none' | 'unclear' }

/** A new deployment of our revision counts as ours: nobody else is expected to deploy it just now. */
async function findEffect(
  { ecs, clock, canceled }: StartPorts,
  request: StartRequest,
  answer: UpdateAnswer,
): Promise<Effect> {
  const { target, service: observed } = request.plan.observed
  let last: Effect = { kind: 'unclear' }
  // ECS has it already.
  const isCurrent = answer.serviceRevision !== undefined
  if (!isCurrent) await clock.sleep(lostChange.pause, canceled)
  // A canceled workflow has time for one poll.
  const found = await pollUntil(lostChange, { clock, canceled }, async (): Promise<Effect | undefined> => {
    const read = await attempt(() => ecs.describeService(target, canceled.aborted ? 'once' : 'retry'))
    if (read.kind === 'failed') {
      last = { kind: 'unclear' }
      return read.error.kind === 'out-of-time' ? last : undefined
    }
    const service = read.value
    if (service === 'missing') return undefined
    if (track(request, { ...answer, service }, 0)) return { kind: 'found', service }
    last = { kind: isUntouched(observed, service) ? 'none' : 'unclear' }
    return undefined
  })
  return found ?? last
}

/** A later deployment may have ended ours, which leaves the list with its last task. */
function isUntouched(observed: ServiceState, service: Service): boolean {
  const known = new Set(observed.events.map(({ id }) => id))
  const rolledBack = service.events.some(({ id, message }) => !known.has(id) && /rolling back/.test(message))
  return !rolledBack && primaryOf(service)?.id === primaryOf(observed)?.id
}

interface Found extends UpdateAnswer {
  readonly service: Service
}

/** If there are two, the one that ECS named, else the PRIMARY. */
function track(
  request: StartRequest,
  { service, serviceRevision }: Found,
  startedAt: number,
): Tracked | undefined {
  const { taskDefinition } = request
  const { observed, settings, previous } = request.plan
  const observedIds = observed.service.deployments.map(({ id }) => id)
  const candidates = service.deployments.filter(
    deployment => deployment.taskDefinition === taskDefinition && !observedIds.includes(deployment.id),
  )
  const named =
    serviceRevision === undefined ? undefined : candidates.find(({ id }) => isRevisionOf(serviceRevision, id))
  const ours = named ?? candidates.find(({ status }) => status === 'PRIMARY') ?? candidates[0]
  if (!ours) return undefined
  // Another deployment can start between observation and ours. Everything is older than a PRIMARY.
  const older = service.deployments.filter(
    ({ id, createdAt }) =>
      id !== ours.id && (ours.status === 'PRIMARY' || (createdAt ?? 0) < (ours.createdAt ?? 0)),
  )
  const before = [...observed.service.deployments, ...older]
  const replaced = servingIn(older)?.taskDefinition ?? previous
  return {
    deploymentId: ours.id,
    taskDefinition,
    before: [...new Set(before.map(({ id }) => id))],
    deployedBefore: [...new Set(before.map(({ taskDefinition }) => taskDefinition))],
    completedBefore: before.some(({ rolloutState }) => rolloutState === 'COMPLETED'),
    overriddenRollback: before.find(isRollingBack)?.id,
    breaker: settings.after.breaker,
    startedAt,
    watchedFrom: startedAt,
    previous: replaced,
  }
}
