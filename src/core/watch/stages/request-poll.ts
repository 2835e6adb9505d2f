/** The next poll, or a glance at the service deployment alone: where it has not moved, the poll shows nothing new. */

import { isOver } from '../../ecs/service-deployment.js'
import { type DecisionDistance, decisionDistance } from '../decision-distance.js'
import {
  evidencePause,
  firstPauses,
  firstReads,
  leastNearFor,
  leastNearPause,
  leastServicePause,
  maxPollGap,
  nearFor,
  type PollPace,
  proofPause,
  readRate,
  slowPause,
  tentativePause,
} from '../pace.js'
import { reliesOnService } from '../slices/polls.js'
import type { WatchState } from '../watch-state.js'
import { type StageResult, waitFor } from './stage-result.js'
import { wantedServiceDeployment } from './wanted-service-deployment.js'

export function requestPoll(before: WatchState, at: number): StageResult {
  const distance = decisionDistance(before, at)
  const nearSince = distance === 'near' ? (before.polls.nearSince ?? at) : undefined
  const state: WatchState = { ...before, polls: { ...before.polls, nearSince } }
  const arn = state.polls.serviceDeploymentArn
  const pace = paceOf(state, { at, usual: usualPause(state, { at, distance }) })
  const glances = distance !== 'far' && mayGlance(state, at)
  if (glances && arn !== undefined) return waitFor(state, { kind: 'glance', pace, arn })
  const serviceDeployment = wantedServiceDeployment(state, { at, distance })
  return waitFor(state, { kind: 'poll', pace, serviceDeployment })
}

function paceOf(state: WatchState, { at, usual }: { readonly at: number; readonly usual: number }): PollPace {
  const { context, errors, polls } = state
  const lasted = polls.count === 0 ? 0 : at - polls.requestedAt
  return {
    usual,
    history: { throttled: errors.throttled, lasted, repeats: polls.repeats },
    atMost: longestPause(state),
    deadline: context.deadline,
  }
}

function usualPause(
  state: WatchState,
  { at, distance }: { readonly at: number; readonly distance: DecisionDistance },
): number {
  const first = firstPauses[state.polls.count]
  if (distance === 'far' && first !== undefined) return first
  // Reads can be stale for some time: what they are to agree on needs it, too.
  if (lacksProof(state)) return proofPause
  const { throttled } = state.polls
  switch (distance) {
    case 'near':
      return throttled ? proofPause : nearPause(state, at)
    case 'possible':
      return throttled || reliesOnService(state.polls) ? slowPause : Math.round(1 / readRate)
    case 'far':
      return slowPause
  }
}

function lacksProof({ evaluation, last, verdict }: WatchState): boolean {
  const isOverdue = last.serviceDeployment !== undefined && isOver(last.serviceDeployment)
  const isUnconfirmed = verdict.kind === 'watching' && verdict.unconfirmedReason !== undefined
  return isUnconfirmed || isOverdue || evaluation.completed !== undefined
}

/** Spends what is left of the reads until the decision, which is expected soon. */
function nearPause({ context, polls }: WatchState, at: number): number {
  const left = firstReads + (at - context.tracked.watchedFrom) * readRate - polls.reads
  const still = Math.max(leastNearFor, nearFor - (at - (polls.nearSince ?? at)))
  const affordable = Math.max(0, left) + still * readRate
  const least = reliesOnService(polls) ? leastServicePause : leastNearPause
  return Math.max(least, Math.round(still / affordable))
}

/** Not at the deadline, which a poll has to reach. */
function mayGlance({ context, errors, last, polls }: WatchState, at: number): boolean {
  const { serviceDeployment } = last
  if (at >= context.deadline || polls.needsBoth) return false
  if (polls.glance.kind !== 'same' || polls.throttled || errors.throttled > 0 || reliesOnService(polls))
    return false
  if (!serviceDeployment || isOver(serviceDeployment)) return false
  return at - last.at < maxPollGap
}

function longestPause({ errors, evaluation, last, confirmation, polls }: WatchState): number {
  if (errors.throttled > 0) return Number.POSITIVE_INFINITY
  if (polls.glance.kind === 'moved' || polls.needsBoth) return 0
  const isTentative = evaluation.tentative !== undefined && last.serviceDeployment === undefined
  if (isTentative) return tentativePause
  return confirmation.needsEvidence ? evidencePause : Number.POSITIVE_INFINITY
}
