/** What the user sets for this deployment. Undefined: no change. */
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
  /** during the rollout */
  readonly bumpDesiredCount: number | undefined
  readonly forceNewDeployment: boolean
  readonly enableEcsManagedTags: boolean | undefined
  readonly propagateTags: 'SERVICE' | 'TASK_DEFINITION' | 'NONE' | undefined
}

/** A rollback in progress is always waited for. */
export type InFlightPolicy = 'supersede' | 'wait' | 'fail'

/** `keep`: on or off, as it is. */
export interface BreakerOptions {
  readonly mode: 'rollback' | 'stop' | 'keep'
  readonly threshold: Threshold | undefined
  readonly resetOnHealthyTask: boolean | undefined
}
