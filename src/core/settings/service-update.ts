/**
 * ECS merges `deploymentConfiguration` member by member: what is not sent stays.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
import {
  deploymentDefaults,
  type OptionsOf,
  type PlainSetting,
  serviceDefaults,
} from '../ecs/plain-settings.js'
import type { Threshold } from '../ecs/service.js'
import { type VolumeConfiguration, withoutTagValues } from '../ecs/volume-configuration.js'
import type { ServiceOptions } from '../options/service-options.js'
import { definedMembers } from '../text/defined-members.js'
import type { JsonObject } from '../text/json.js'
import { bumpOf } from './bump.js'
import type { SettingsChange } from './service-settings.js'

export interface ServiceUpdate extends Partial<Readonly<typeof serviceDefaults>> {
  readonly deploymentConfiguration?: DeploymentUpdate
  readonly forceNewDeployment?: true
  readonly volumeConfigurations?: readonly VolumeConfiguration[]
}

interface DeploymentUpdate extends Partial<Readonly<typeof deploymentDefaults>> {
  readonly deploymentCircuitBreaker?: BreakerUpdate
  readonly alarms?: {
    readonly alarmNames: readonly string[]
    readonly enable: true
    readonly rollback: boolean
  }
}

/** AWS requires `enable` and `rollback`. */
export interface BreakerUpdate {
  readonly enable: boolean
  readonly rollback: boolean
  readonly resetOnHealthyTask?: boolean
  readonly thresholdConfiguration?: Threshold
}

export function serviceUpdate(settings: SettingsChange, options: ServiceOptions): ServiceUpdate {
  const others: Omit<ServiceOptions, PlainSetting> = options
  const { inFlight, settingInputs, breaker, bumpDesiredCount, ...rest } = others
  const { forceNewDeployment, alarms, volume, ...forgotten } = rest
  // Fails to compile if an option is not sent.
  forgotten satisfies Record<string, never>
  const { desiredCount, ...members } = optionsOf(serviceDefaults, options)
  const configuration = definedMembers({
    deploymentCircuitBreaker: breakerUpdate(settings, options),
    ...optionsOf(deploymentDefaults, options),
    alarms: alarms && { alarmNames: alarms.names, enable: true as const, rollback: alarms.rollback },
  })
  return definedMembers({
    deploymentConfiguration: Object.keys(configuration).length > 0 ? configuration : undefined,
    desiredCount: bumpOf(settings)?.to ?? desiredCount,
    forceNewDeployment: forceNewDeployment ? (true as const) : undefined,
    volumeConfigurations: volume && [volume],
    ...members,
  })
}

/** With the values of tags hidden. */
export function shownUpdate({ volumeConfigurations, ...update }: ServiceUpdate): JsonObject {
  const volumes = volumeConfigurations?.map(withoutTagValues)
  return JSON.parse(JSON.stringify({ ...update, volumeConfigurations: volumes }))
}

function optionsOf<T extends object>(defaults: T, options: OptionsOf<T>): OptionsOf<T> {
  const names = Object.keys(defaults) as (keyof T)[]
  return Object.fromEntries(names.map(name => [name, options[name]])) as OptionsOf<T>
}

function breakerUpdate({ after }: SettingsChange, { breaker }: ServiceOptions): BreakerUpdate | undefined {
  const { mode, threshold: thresholdConfiguration, resetOnHealthyTask } = breaker
  const isUnchanged = thresholdConfiguration === undefined && resetOnHealthyTask === undefined
  if (mode === 'keep' && isUnchanged) return undefined
  const { enable, rollback } = after.breaker
  return { enable, rollback, ...definedMembers({ resetOnHealthyTask, thresholdConfiguration }) }
}
