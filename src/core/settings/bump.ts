/** A desired count that is raised for the rollout and restored after it. */
import type { Service } from '../ecs/service.js'
import type { SettingsChange } from './service-settings.js'

export interface Bump {
  /** what the count is restored to */
  readonly from: number
  readonly to: number
  /** what it was before anything changed: `from`, unless the user sets another desired count as well */
  readonly found: number
}

export function bumpOf({ before, after }: SettingsChange): Bump | undefined {
  const { desiredCount: from, rolloutCount: to } = after
  return to > from ? { from, to, found: before.desiredCount } : undefined
}

/** The settings of a service whose desired count somebody changed after the plan was made. */
export function withDesiredCount({ before, after }: SettingsChange, now: number): SettingsChange {
  // A desired count that the user set stays what the count is restored to.
  const desiredCount = after.desiredCount === before.desiredCount ? now : after.desiredCount
  return {
    before: { ...before, desiredCount: now, rolloutCount: now },
    after: { ...after, desiredCount, rolloutCount: Math.max(desiredCount, after.rolloutCount) },
  }
}

/**
 * What to set the desired count to after a rollout; nothing where auto scaling or a person changed it meanwhile. A read
 * that shows no deployment of our task definition may be older than our update, and so may its count.
 */
export function restoredCount(bump: Bump, service: Service, taskDefinition: string): number | undefined {
  if (service.desiredCount === bump.to) return bump.from
  const maybeStale = service.deployments.every(deployment => deployment.taskDefinition !== taskDefinition)
  return maybeStale && service.desiredCount === bump.found ? bump.from : undefined
}
