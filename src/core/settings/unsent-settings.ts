import { plainSettings } from '../ecs/plain-settings.js'
import { areSameVolumes } from '../ecs/volume-configuration.js'
import type { SettingsChange } from './service-settings.js'

/** Names of what an update would change. A count that is raised for the rollout only is no change. */
export function unsentSettings({ before, after }: SettingsChange): string[] {
  const counts = [after.desiredCount, after.rolloutCount]
  const names: string[] = plainSettings.filter(name =>
    name === 'desiredCount' ? !counts.includes(before.desiredCount) : before[name] !== after[name],
  )
  if (JSON.stringify(breakerOf(before)) !== JSON.stringify(breakerOf(after)))
    names.push('the circuit breaker')
  if ([...before.alarms].sort().join() !== [...after.alarms].sort().join()) names.push('the alarms')
  if (!areSameVolumes(before.volumes, after.volumes)) names.push('the volumes')
  return names
}

function breakerOf({ breaker }: SettingsChange['before']) {
  const { enable, resetOnHealthyTask, rollback, threshold } = breaker
  return [enable, rollback, resetOnHealthyTask, threshold.type, threshold.value]
}
