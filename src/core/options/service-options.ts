/** What the user sets of a service for this deployment. Undefined leaves a setting as it is. */
import type { Threshold } from '../ecs/service.js'

export interface ServiceOptions {
  readonly inFlight: InFlightPolicy
  readonly breaker: BreakerOptions
  readonly minimumHealthyPercent: number | undefined
  readonly maximumPercent: number | undefined
  readonly bakeTimeInMinutes: number | undefined
  /** CloudWatch alarms that fail the deployment */
  readonly alarms: { readonly names: readonly string[]; readonly rollback: boolean } | undefined
  readonly desiredCount: number | undefined
  /** the desired count while the rollout lasts */
  readonly bumpDesiredCount: number | undefined
  readonly forceNewDeployment: boolean
  readonly enableEcsManagedTags: boolean | undefined
  readonly propagateTags: 'SERVICE' | 'TASK_DEFINITION' | 'NONE' | undefined
}

/** What to do about a deployment in progress. A rollback in progress is always waited for. */
export type InFlightPolicy = 'supersede' | 'wait' | 'fail'

/** `keep` leaves the breaker on or off as it is. */
export interface BreakerOptions {
  readonly mode: 'rollback' | 'stop' | 'keep'
  readonly threshold: Threshold | undefined
  readonly resetOnHealthyTask: boolean | undefined
}
