/** What the last look at a deployment tells beyond its ending. */

import type { Service } from '../ecs/service.js'
import { servingIn } from '../ecs/service.js'
import type { Hook } from '../ecs/service-deployment.js'
import { hookText } from '../watch/progress/hook-text.js'
import type { Snapshot, Tracked } from '../watch/tracked-deployment.js'
import type { WatchResult } from '../watch/watch-result.js'
import type { Rollout } from './outcome.js'

/** A hook that somebody has to act on. */
export function pendingHook({ serviceDeployment }: Snapshot): Rollout['pendingHook'] {
  const waiting = serviceDeployment?.hooks.find(hook => hook.status === 'AWAITING_ACTION')
  return waiting && { text: hookText(waiting), pause: pauseOf(waiting) }
}

function pauseOf({ targetType, id }: Hook): string | undefined {
  return targetType === 'PAUSE' ? id : undefined
}

/** A hook that failed or was not acted on in time. */
export function failedHook({ serviceDeployment }: Snapshot): string | undefined {
  const failed = serviceDeployment?.hooks.find(
    ({ status, timeoutAction }) =>
      status === 'FAILED' || (status === 'TIMED_OUT' && timeoutAction !== 'CONTINUE'),
  )
  return failed && hookText(failed)
}

/** The revision whose tasks answer now: that of a deployment before ours as long as its tasks run. */
export function servingNow(
  tracked: Tracked,
  service: Service | undefined,
  result: WatchResult,
): string | undefined {
  if (result.kind === 'rolled-back') {
    const back = service?.deployments.filter(({ taskDefinition }) => taskDefinition === result.serving)
    return servingIn(back ?? [])?.taskDefinition
  }
  if (result.kind === 'succeeded') return tracked.taskDefinition
  // After the last look anything can have happened where sight is lost.
  if (result.kind === 'idle' || result.kind === 'unknown' || !service) return undefined
  const older = service.deployments.filter(({ id }) => id !== tracked.deploymentId)
  return (servingIn(older) ?? servingIn(service.deployments))?.taskDefinition
}
