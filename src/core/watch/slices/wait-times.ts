/** Since when the deployment waits, where AWS gives no time: the first poll that showed it. */
import { deploymentOf, type Service } from '../../ecs/service.js'
import type { Snapshot, Tracked } from '../tracked-deployment.js'

export interface WaitTimes {
  /** by id of the hook */
  readonly hooks: ReadonlyMap<string, number>
  readonly bake: number | undefined
}

export const noWaitTimes: WaitTimes = { hooks: new Map(), bake: undefined }

export function waitTimes(before: WaitTimes, tracked: Tracked, snapshot: Snapshot): WaitTimes {
  const { at, serviceDeployment } = snapshot
  const running = serviceDeployment?.hooks.filter(({ status }) => status === 'IN_PROGRESS') ?? []
  const begun = running.filter(({ id }) => !before.hooks.has(id)).map(({ id }) => [id, at] as const)
  return {
    hooks: begun.length === 0 ? before.hooks : new Map([...before.hooks, ...begun]),
    bake: isBaking(tracked, snapshot) ? (before.bake ?? at) : undefined,
  }
}

/**
 * Of the rolling strategy, no stage says it: it begins when all tasks are healthy and older ones are gone.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
export function isBaking(tracked: Tracked, { service, serviceDeployment }: Snapshot): boolean {
  if (service === 'missing') return false
  if (serviceDeployment?.lifecycleStage !== undefined) return serviceDeployment.lifecycleStage === 'BAKE_TIME'
  const bakes = service.bakeTimeInMinutes > 0 || service.alarms.length > 0
  return bakes && service.strategy === 'ROLLING' && isAlone(tracked, service)
}

/** All its tasks run, and no older one. */
export function isAlone(tracked: Tracked, service: Service): boolean {
  const others = service.deployments.filter(({ id }) => id !== tracked.deploymentId)
  return allRun(tracked, service) && others.every(({ runningCount }) => runningCount === 0)
}

/** All its tasks run, healthy or not. */
export function allRun({ deploymentId }: Tracked, service: Service): boolean {
  const running = deploymentOf(service, deploymentId)?.runningCount ?? 0
  return running > 0 && running >= service.desiredCount
}
