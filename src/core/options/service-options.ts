/** What the user sets for this deployment. Undefined: no change. */
import type { PlainOptions } from '../ecs/plain-settings.js'
import type { Threshold } from '../ecs/service.js'
import type { VolumeConfiguration } from '../ecs/volume-configuration.js'

export interface ServiceOptions extends PlainOptions {
  /** names of the inputs that set one of those */
  readonly settingInputs: readonly string[]
  readonly inFlight: InFlightPolicy
  readonly breaker: BreakerOptions
  /** CloudWatch alarms that fail the deployment */
  readonly alarms: { readonly names: readonly string[]; readonly rollback: boolean } | undefined
  /** during the rollout */
  readonly bumpDesiredCount: number | undefined
  readonly forceNewDeployment: boolean
  /** replaces those of the service */
  readonly volume: VolumeConfiguration | undefined
}

/** A rollback in progress is waited for, unless it makes no headway. */
export type InFlightPolicy = 'supersede' | 'join' | 'wait' | 'fail' | 'override-rollback'

/** `keep`: on or off, as it is. */
export interface BreakerOptions {
  readonly mode: 'rollback' | 'stop' | 'keep'
  readonly threshold: Threshold | undefined
  readonly resetOnHealthyTask: boolean | undefined
}
