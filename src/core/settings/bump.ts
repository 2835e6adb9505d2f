import type { Service } from '../ecs/service.js'
import type { SettingsChange } from './service-settings.js'

export interface Bump {
  /** restore to this */
  readonly from: number
  readonly to: number
  /** before any change: `from`, unless the user sets a desired count too */
  readonly found: number
}

export function bumpOf({ before, after }: SettingsChange): Bump | undefined {
  const { desiredCount: from, rolloutCount: to } = after
  return to > from ? { from, to, found: before.desiredCount } : undefined
}

export function withDesiredCount({ before, after }: SettingsChange, now: number): SettingsChange {
  // A desired count set by the user stays.
  const desiredCount = after.desiredCount === before.desiredCount ? now : after.desiredCount
  return {
    before: { ...before, desiredCount: now, rolloutCount: now },
    after: { ...after, desiredCount, rolloutCount: Math.max(desiredCount, after.rolloutCount) },
  }
}

/**
 * Undefined if auto scaling or a person changed the count. A read without a deployment of our task definition may be
 * older than our update.
 */
export function restoredCount(bump: Bump, service: Service, taskDefinition: string): number | undefined {
  if (service.desiredCount === bump.to) return bump.from
  const maybeStale = service.deployments.every(deployment => deployment.taskDefinition !== taskDefinition)
  return maybeStale && service.desiredCount === bump.found ? bump.from : undefined
}
