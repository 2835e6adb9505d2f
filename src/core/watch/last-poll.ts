/** What the last look at a deployment tells beyond its ending. */

import type { Service } from '../ecs/service.js'
import { servingIn } from '../ecs/service.js'
import type { Hook } from '../ecs/service-deployment.js'
import type { Rollout, WatchInterruption } from '../outcome/outcome.js'
import type { DeploymentResult } from './evaluate.js'
import { hookText } from './status-lines.js'
import type { Snapshot, Tracked } from './tracked-deployment.js'

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
  ending: DeploymentResult | WatchInterruption,
): string | undefined {
  if (ending.kind === 'rolled-back') {
    const back = service?.deployments.filter(({ taskDefinition }) => taskDefinition === ending.serving)
    return servingIn(back ?? [])?.taskDefinition
  }
  if (ending.kind === 'succeeded') return tracked.taskDefinition
  // After the last look anything can have happened where sight is lost.
  if (ending.kind === 'idle' || ending.kind === 'unknown' || !service) return undefined
  const older = service.deployments.filter(({ id }) => id !== tracked.deploymentId)
  return (servingIn(older) ?? servingIn(service.deployments))?.taskDefinition
}

/** Whether tasks of other deployments than ours have begun to leave, of which ECS tells with their deployment. */
export function othersAreLeaving(
  tracked: Tracked,
  { events }: Service,
  eventsBefore: readonly string[],
): boolean {
  return events.some(({ id, message }) => {
    const drained = /, taskSet ([^)]+)\) has begun draining connections/.exec(message)?.[1]
    return drained !== undefined && drained !== tracked.deploymentId && !eventsBefore.includes(id)
  })
}

/** The counts of failures that either view shows: when they move, there are tasks to ask about. */
export function failureCounts({ service, serviceDeployment }: Snapshot): string {
  const classic = service === 'missing' ? [] : service.deployments.map(deployment => deployment.failedTasks)
  return JSON.stringify([classic, serviceDeployment?.breaker?.failures, serviceDeployment?.status])
}
