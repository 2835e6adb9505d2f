/**
 * ECS merges `deploymentConfiguration` member by member: what is not sent stays.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
import type { Threshold } from '../ecs/service.js'
import type { ServiceOptions } from '../options/service-options.js'
import { definedMembers } from '../text/defined-members.js'
import { bumpOf } from './bump.js'
import type { SettingsChange } from './service-settings.js'

export interface ServiceUpdate {
  readonly deploymentConfiguration?: {
    readonly deploymentCircuitBreaker?: BreakerUpdate
    readonly minimumHealthyPercent?: number
    readonly maximumPercent?: number
    readonly bakeTimeInMinutes?: number
    readonly alarms?: {
      readonly alarmNames: readonly string[]
      readonly enable: true
      readonly rollback: boolean
    }
  }
  readonly desiredCount?: number
  readonly forceNewDeployment?: true
  readonly enableECSManagedTags?: boolean
  readonly propagateTags?: 'SERVICE' | 'TASK_DEFINITION' | 'NONE'
}

/** AWS requires `enable` and `rollback`. */
export interface BreakerUpdate {
  readonly enable: boolean
  readonly rollback: boolean
  readonly resetOnHealthyTask?: boolean
  readonly thresholdConfiguration?: Threshold
}

export function serviceUpdate(settings: SettingsChange, options: ServiceOptions): ServiceUpdate {
  const { inFlight, breaker, bumpDesiredCount, desiredCount, forceNewDeployment, alarms, ...others } = options
  const { minimumHealthyPercent, maximumPercent, bakeTimeInMinutes, ...members } = others
  const { enableEcsManagedTags, propagateTags, ...forgotten } = members
  // Fails to compile if an option is not sent.
  forgotten satisfies Record<string, never>
  const configuration = definedMembers({
    deploymentCircuitBreaker: breakerUpdate(settings, options),
    minimumHealthyPercent,
    maximumPercent,
    bakeTimeInMinutes,
    alarms: alarms && { alarmNames: alarms.names, enable: true as const, rollback: alarms.rollback },
  })
  return definedMembers({
    deploymentConfiguration: Object.keys(configuration).length > 0 ? configuration : undefined,
    desiredCount: bumpOf(settings)?.to ?? desiredCount,
    forceNewDeployment: forceNewDeployment ? (true as const) : undefined,
    enableECSManagedTags: enableEcsManagedTags,
    propagateTags,
  })
}

function breakerUpdate({ after }: SettingsChange, { breaker }: ServiceOptions): BreakerUpdate | undefined {
  const { mode, threshold: thresholdConfiguration, resetOnHealthyTask } = breaker
  const isUnchanged = thresholdConfiguration === undefined && resetOnHealthyTask === undefined
  if (mode === 'keep' && isUnchanged) return undefined
  const { enable, rollback } = after.breaker
  return { enable, rollback, ...definedMembers({ resetOnHealthyTask, thresholdConfiguration }) }
}
