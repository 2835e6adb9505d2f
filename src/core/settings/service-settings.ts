/** Service settings before and after the update. */
import {
  type PlainOptions,
  type PlainSetting,
  type PlainSettings,
  plainSettings,
} from '../ecs/plain-settings.js'
import { type BreakerSetting, isExpress, type Service, type ServiceConfiguration } from '../ecs/service.js'
import type { BreakerOptions, ServiceOptions } from '../options/service-options.js'

export interface ServiceSettings extends ServiceConfiguration {
  /** desired count during the rollout; `desiredCount` is after it */
  readonly rolloutCount: number
}

export interface SettingsChange {
  readonly before: ServiceSettings
  readonly after: ServiceSettings
}

type ConfiguredService = ServiceConfiguration & Pick<Service, 'managedBy'>

/** Those of an Express service stay. */
export function settingsOf(service: ConfiguredService, options: ServiceOptions): SettingsChange {
  const before = settingsBefore(service)
  return { before, after: isExpress(service) ? before : settingsAfter(service, options) }
}

// Both objects name each setting that is not plain: one that is forgotten does not compile.
function settingsBefore(service: ServiceConfiguration): ServiceSettings {
  const { desiredCount: rolloutCount, breaker, alarms, strategy, volumes } = service
  return { ...plainSettingsBy(name => service[name]), rolloutCount, breaker, alarms, strategy, volumes }
}

function settingsAfter(service: ServiceConfiguration, options: ServiceOptions): ServiceSettings {
  const plain = plainAfter(service, options)
  return {
    ...plain,
    rolloutCount: Math.max(plain.desiredCount, options.bumpDesiredCount ?? 0),
    breaker: breakerAfter(service.breaker, options.breaker),
    alarms: options.alarms?.names ?? service.alarms,
    strategy: service.strategy,
    volumes: options.volume ? [options.volume] : service.volumes,
  }
}

function plainAfter(before: PlainSettings, options: PlainOptions): PlainSettings {
  return plainSettingsBy(name => options[name] ?? before[name])
}

function plainSettingsBy(
  valueIn: <Name extends PlainSetting>(name: Name) => PlainSettings[Name],
): PlainSettings {
  return Object.fromEntries(plainSettings.map(name => [name, valueIn(name)])) as unknown as PlainSettings
}

function breakerAfter(before: BreakerSetting, options: BreakerOptions): BreakerSetting {
  const { mode } = options
  return {
    enable: mode === 'keep' ? before.enable : true,
    rollback: mode === 'keep' ? before.rollback : mode === 'rollback',
    resetOnHealthyTask: options.resetOnHealthyTask ?? before.resetOnHealthyTask,
    threshold: options.threshold ?? before.threshold,
  }
}
