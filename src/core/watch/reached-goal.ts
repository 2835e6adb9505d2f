/** Ends a watch by `wait-until` while the deployment goes on (docs/adr/0045). */
import { hasReached } from '../ecs/lifecycle-stages.js'
import { stageOf, waitingPause } from '../ecs/service-deployment.js'
import { type Notice, notice, warning } from '../errors/notice.js'
import { reliesOnService } from './slices/polls.js'
import type { ReachedGoal, WatchResult } from './watch-result.js'
import type { WatchState } from './watch-state.js'

/** A deployment that is being stopped or rolled back, or that ECS calls completed, has reached nothing. */
export function reachedGoal({ context, last, verdict }: WatchState): ReachedGoal | undefined {
  const { interim, waitUntil } = context.options
  const goal = waitUntil === 'completed' ? (interim ?? waitUntil) : waitUntil
  const { serviceDeployment } = last
  if (goal === 'completed' || !serviceDeployment || stageOf(serviceDeployment) !== 'ongoing') return undefined
  if (
    verdict.kind !== 'watching' ||
    verdict.stage !== 'rolling-out' ||
    verdict.unconfirmedReason !== undefined
  )
    return undefined
  if (goal === 'paused') {
    const hook = waitingPause(serviceDeployment)
    return hook && { kind: 'paused', hook }
  }
  const { lifecycleStage: stage } = serviceDeployment
  return stage !== undefined && hasReached(stage, goal) ? { kind: 'started', stage } : undefined
}

/** Why the watch did not end at its goal. */
export function goalNotices({ context, polls }: WatchState, { kind }: WatchResult): Notice[] {
  const { waitUntil } = context.options
  if (waitUntil === 'completed' || kind === 'paused' || kind === 'started') return []
  if (reliesOnService(polls))
    return [
      warning(
        `wait-until: ${waitUntil} needs the service deployment, which could not be read: whether it was reached is not known.`,
      ),
    ]
  if (kind !== 'succeeded' && kind !== 'idle') return []
  if (waitUntil === 'paused')
    return [
      warning(
        'No pause hook was seen to pause this deployment: ECS completed it, although wait-until is paused.',
      ),
    ]
  return [
    notice(
      `ECS completed the deployment before a poll showed it at ${waitUntil} or later: a rolling deployment may never show this stage.`,
    ),
  ]
}
