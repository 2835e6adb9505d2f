/** Service settings before and after the update. */
import type { BreakerSetting, Service, ServiceConfiguration } from '../ecs/service.js'
import type { BreakerOptions, ServiceOptions } from '../options/service-options.js'

export interface ServiceSettings extends ServiceConfiguration {
  /** desired count during the rollout; `desiredCount` is after it */
  readonly rolloutCount: number
}

export interface SettingsChange {
  readonly before: ServiceSettings
  readonly after: ServiceSettings
}

export function settingsOf(service: Service, options: ServiceOptions): SettingsChange {
  return { before: settingsBefore(service), after: settingsAfter(service, options) }
}

export function settingsBefore(service: ServiceConfiguration): ServiceSettings {
  const { desiredCount, percents, breaker, alarms, gracePeriod, strategy } = service
  return { desiredCount, rolloutCount: desiredCount, percents, breaker, alarms, gracePeriod, strategy }
}

function settingsAfter(service: ServiceConfiguration, options: ServiceOptions): ServiceSettings {
  const before = settingsBefore(service)
  const desiredCount = options.desiredCount ?? before.desiredCount
  return {
    ...before,
    desiredCount,
    rolloutCount: Math.max(desiredCount, options.bumpDesiredCount ?? 0),
    percents: {
      minimumHealthy: options.minimumHealthyPercent ?? before.percents.minimumHealthy,
      maximum: options.maximumPercent ?? before.percents.maximum,
    },
    breaker: breakerAfter(before.breaker, options.breaker),
    alarms: options.alarms?.names ?? before.alarms,
  }
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
