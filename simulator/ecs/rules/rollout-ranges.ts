/**
 * Numbers of a deployment configuration that are out of their documented range (API_DeploymentConfiguration,
 * API_LinearConfiguration, API_CanaryConfiguration). The wording is ours.
 */
import type { DeploymentConfiguration } from '../state/deployment-configuration.js'

const day = 1440

type Range = readonly [member: string, value: number | undefined, from: number, to: number]

export function rangeRefusal(configuration: DeploymentConfiguration): string | undefined {
  const { linearConfiguration: linear, canaryConfiguration: canary } = configuration
  const ranges: readonly Range[] = [
    ['minimumHealthyPercent', configuration.minimumHealthyPercent, 0, 100],
    ['bakeTimeInMinutes', configuration.bakeTimeInMinutes, 0, day],
    ['linearConfiguration.stepPercent', linear?.stepPercent, 3, 100],
    ['linearConfiguration.stepBakeTimeInMinutes', linear?.stepBakeTimeInMinutes, 0, day],
    ['canaryConfiguration.canaryPercent', canary?.canaryPercent, 0.1, 100],
    ['canaryConfiguration.canaryBakeTimeInMinutes', canary?.canaryBakeTimeInMinutes, 0, day],
  ]
  const wrong = ranges.find(([, value, from, to]) => value !== undefined && (value < from || value > to))
  if (wrong === undefined) return undefined
  const [member, , from, to] = wrong
  return `${member} must be between ${from} and ${to}`
}
