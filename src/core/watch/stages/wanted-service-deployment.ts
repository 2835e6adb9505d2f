/** What a poll is to do about the service deployment: a read costs a call, and is not always needed. */
import type { Service } from '../../ecs/service.js'
import { isOver } from '../../ecs/service-deployment.js'
import type { DecisionDistance } from '../decision-distance.js'
import { freshFor, maxReuseAge } from '../pace.js'
import { reliesOnService } from '../slices/polls.js'
import type { WantedServiceDeployment } from '../watch-event.js'
import type { WatchState } from '../watch-state.js'

interface PollRequest {
  readonly at: number
  readonly distance: DecisionDistance
}

export function wantedServiceDeployment(state: WatchState, request: PollRequest): WantedServiceDeployment {
  const { glance, readAt, serviceDeploymentArn: arn } = state.polls
  if (reliesOnService(state.polls)) return 'skip'
  if (glance.kind === 'moved' && request.at - readAt <= freshFor) return glance.read
  return arn === undefined ? 'find' : { arn, isOptional: canWait(state, request) }
}

function canWait(state: WatchState, { at, distance }: PollRequest): boolean {
  const { glance, needsBoth, readAt } = state.polls
  if (distance !== 'far' || needsBoth || glance.kind === 'moved') return false
  return at - readAt <= maxReuseAge && serviceSuffices(state)
}

/** Where nothing is about to be decided, and the service shows every move. */
function serviceSuffices({ context, errors, evaluation, last, verdict }: WatchState): boolean {
  const { service, serviceDeployment } = last
  if (service === 'missing' || !serviceDeployment || isOver(serviceDeployment)) return false
  if (verdict.kind !== 'watching' || verdict.unconfirmedReason !== undefined) return false
  const { completed, readsAreCurrent, tentative } = evaluation
  if (errors.throttled > 0 || tentative || completed || !readsAreCurrent) return false
  return context.options.waitUntil === 'completed' && showsEveryMove(service)
}

/** Stages, hooks and alarms show in the service deployment only. */
function showsEveryMove({ alarms, hasHooks, strategy }: Service): boolean {
  return strategy === 'ROLLING' && alarms.length === 0 && !hasHooks
}
