import type { DeploymentConfiguration } from '../state/deployment-configuration.js'

export type SuccessCriteria = {
  /** How many healthy tasks of the new revision complete the deployment. */
  readonly healthyTasks: number
  /** Whether the old revisions' tasks have to be gone first. */
  readonly awaitsCleanup: boolean
}

/** When a rolling deployment is through; with early success criteria that is before its last task is healthy (early-success-criteria). */
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
