import type { Service } from '../ecs/service.js'
import { servingIn } from '../ecs/service.js'
import type { Hook } from '../ecs/service-deployment.js'
import { hookText } from '../watch/progress/hook-text.js'
import type { Snapshot, Tracked } from '../watch/tracked-deployment.js'
import type { WatchResult } from '../watch/watch-result.js'
import type { Rollout } from './rollout.js'

export function pendingHook({ serviceDeployment }: Snapshot): Rollout['pendingHook'] {
  const waiting = serviceDeployment?.hooks.find(hook => hook.status === 'AWAITING_ACTION')
  return waiting && { text: hookText(waiting), pause: pauseOf(waiting) }
}

function pauseOf({ targetType, id }: Hook): string | undefined {
  return targetType === 'PAUSE' ? id : undefined
}

export function failedHook({ serviceDeployment }: Snapshot): string | undefined {
  const failed = serviceDeployment?.hooks.find(
    ({ status, timeoutAction }) =>
      status === 'FAILED' || (status === 'TIMED_OUT' && timeoutAction !== 'CONTINUE'),
  )
  return failed && hookText(failed)
}

/** An earlier revision serves as long as its tasks run. */
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
  if (result.kind === 'idle' || result.kind === 'unknown' || !service) return undefined
  const older = service.deployments.filter(({ id }) => id !== tracked.deploymentId)
  return (servingIn(older) ?? servingIn(service.deployments))?.taskDefinition
}
