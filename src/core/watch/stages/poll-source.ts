/** Where a poll has the service deployment from: a read costs a call, and is not always needed. */

import type { Service } from '../../ecs/service.js'
import { isOver, type ServiceDeployment } from '../../ecs/service-deployment.js'
import type { DecisionDistance } from '../decision-distance.js'
import { type PollSource, reliesOnService } from '../slices/polls.js'
import type { WatchEffect } from '../watch-event.js'
import type { WatchState } from '../watch-state.js'

export function pollSource(state: WatchState, distance: DecisionDistance): PollSource {
  if (state.polls.glance.kind === 'moved') return 'glance'
  return distance === 'far' && needsServiceOnly(state) ? 'last-poll' : 'read'
}

type Wanted = Extract<WatchEffect, { kind: 'poll' }>['serviceDeployment']

export function serviceDeploymentFrom(source: PollSource, { last, polls }: WatchState): Wanted {
  const { glance, serviceDeploymentArn: arn } = polls
  if (reliesOnService(polls)) return 'skip'
  if (glance.kind === 'moved') return glance.read
  if (arn === undefined) return 'find'
  if (source === 'read') return { arn }
  const serviceDeployment = { kind: 'answered', value: last.serviceDeployment } as const
  return { serviceDeployment, serviceDeploymentArn: arn }
}

/** Every other poll: if the service shows a move, a poll of both follows at once. */
function needsServiceOnly({ errors, evaluation, last, polls, verdict }: WatchState): boolean {
  const { service, serviceDeployment } = last
  if (polls.source === 'last-poll' || reliesOnService(polls)) return false
  if (service === 'missing' || !serviceDeployment || isOver(serviceDeployment)) return false
  if (verdict.kind !== 'watching' || verdict.unconfirmedReason !== undefined) return false
  const { completed, readsAreCurrent, tentative } = evaluation
  if (errors.throttled > 0 || tentative || completed || !readsAreCurrent) return false
  return showsEveryMove(service, serviceDeployment)
}

/** Stages, hooks and alarms show in the service deployment only. */
function showsEveryMove(service: Service, { hooks, lifecycleStage }: ServiceDeployment): boolean {
  const { alarms, pauseStages, strategy } = service
  if (strategy !== 'ROLLING' || lifecycleStage !== undefined) return false
  return alarms.length + pauseStages.length + hooks.length === 0
}
