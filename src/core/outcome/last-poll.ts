import { classOfReason } from '../diagnosis/classes.js'
import { stageOf, waitingPause } from '../ecs/service-deployment.js'
import { hookText } from '../watch/progress/hook-text.js'
import type { Snapshot } from '../watch/tracked-deployment.js'
import type { WatchResult } from '../watch/watch-result.js'
import type { Rollout } from './rollout.js'

export function pendingHook({ serviceDeployment }: Snapshot): Rollout['pendingHook'] {
  if (!serviceDeployment || stageOf(serviceDeployment) !== 'ongoing') return undefined
  const { hooks } = serviceDeployment
  const pause = waitingPause(serviceDeployment)
  const waiting = pause ?? hooks.find(({ status }) => status === 'AWAITING_ACTION')
  return waiting && { text: hookText(waiting), pause }
}

export function failedHook({ serviceDeployment }: Snapshot): string | undefined {
  const failed = serviceDeployment?.hooks.find(
    ({ status, timeoutAction }) =>
      status === 'FAILED' || (status === 'TIMED_OUT' && timeoutAction !== 'CONTINUE'),
  )
  return failed && hookText(failed)
}

/** ECS may blame a hook that it does not list, or no longer. */
export function hookFailure(result: WatchResult): string | undefined {
  if (result.kind !== 'rolled-back' && result.kind !== 'failed') return undefined
  return classOfReason(result.reason) === 'lifecycle-hook' ? result.reason : undefined
}
