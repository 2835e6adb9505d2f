import { evidencePause, tentativePause } from '../pace.js'
import { reliesOnService } from '../slices/polls.js'
import type { WatchState } from '../watch-state.js'
import { type StageResult, waitFor } from './stage-result.js'

export function requestPoll(state: WatchState, at: number): StageResult {
  const { context, errors, polls } = state
  const { serviceDeploymentArn: arn } = polls
  const lasted = polls.count === 0 ? 0 : at - polls.requestedAt
  const found = arn === undefined ? 'find' : { arn }
  return waitFor(state, {
    kind: 'poll',
    pace: {
      polls: polls.count,
      history: { throttled: errors.throttled, lasted, repeats: polls.repeats },
      atMost: longestPause(state),
      deadline: context.deadline,
    },
    serviceDeployment: reliesOnService(polls) ? 'skip' : found,
  })
}

function longestPause({ errors, evaluation, last, confirmation }: WatchState): number {
  if (errors.throttled > 0) return Number.POSITIVE_INFINITY
  const isTentative = evaluation.tentative !== undefined && last.serviceDeployment === undefined
  if (isTentative) return tentativePause
  return confirmation.needsEvidence ? evidencePause : Number.POSITIVE_INFINITY
}
