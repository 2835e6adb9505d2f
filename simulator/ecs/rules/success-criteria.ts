import type { DeploymentConfiguration } from '../state/deployment-configuration.js'

export type SuccessCriteria = {
  /** Of the new revision. */
  readonly healthyTasks: number
  /** Old tasks must be gone first. */
  readonly awaitsCleanup: boolean
}

/**
 * Early success criteria complete a rolling deployment before its last task is healthy
 * (early-success-criteria).
 */
export function successCriteria(configuration: DeploymentConfiguration, desired: number): SuccessCriteria {
  const early = configuration.earlySuccessCriteria
  if (configuration.strategy !== 'ROLLING' || early?.enable !== true) {
    return { healthyTasks: desired, awaitsCleanup: true }
  }
  const share = Math.ceil(((early.healthyPercent ?? 100) * desired) / 100)
  return {
    healthyTasks: Math.min(desired, Math.max(1, share)),
    awaitsCleanup: early.sourceServiceRevisionCleanup !== 'DEFERRED',
  }
}
