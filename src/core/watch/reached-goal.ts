/** Ends a watch by `wait-until` while the deployment goes on (docs/adr/0045). */
import { hasReached } from '../ecs/lifecycle-stages.js'
import { stageOf, waitingPause } from '../ecs/service-deployment.js'
import type { ReachedGoal } from './watch-result.js'
import type { WatchState } from './watch-state.js'

/** A deployment that is being stopped or rolled back, or that ECS calls completed, has reached nothing. */
export function reachedGoal({ context, last, verdict }: WatchState): ReachedGoal | undefined {
  const { waitUntil } = context.options
  const { serviceDeployment } = last
  if (waitUntil === 'completed' || !serviceDeployment || stageOf(serviceDeployment) !== 'ongoing')
    return undefined
  if (verdict.kind !== 'watching' || verdict.stage !== 'rolling-out' || verdict.unverifiedReason !== undefined)
    return undefined
  if (waitUntil === 'paused') {
    const hook = waitingPause(serviceDeployment)
    return hook && { kind: 'paused', hook }
  }
  const { lifecycleStage: stage } = serviceDeployment
  return stage !== undefined && hasReached(stage, waitUntil) ? { kind: 'started', stage } : undefined
}
