/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
import type * as sdk from '@aws-sdk/client-ecs'
import type { BreakerSetting, Threshold } from '../../core/ecs/service.js'
import { defaultBreaker } from '../../core/settings/breaker.js'
import type { CompleteAnswer } from './required-members.js'

type ServiceAnswer = CompleteAnswer<'ecs:UpdateService', sdk.UpdateServiceResponse>['service']
type ConfigurationAnswer = ServiceAnswer['deploymentConfiguration']
type BreakerAnswer = ConfigurationAnswer['deploymentCircuitBreaker']

export function toBreaker(breaker: BreakerAnswer): BreakerSetting {
  if (!breaker) return defaultBreaker
  const { enable, rollback, thresholdConfiguration: threshold } = breaker
  return {
    enable,
    rollback,
    resetOnHealthyTask: breaker.resetOnHealthyTask ?? defaultBreaker.resetOnHealthyTask,
    threshold: threshold
      ? { type: threshold.type as Threshold['type'], value: threshold.value }
      : defaultBreaker.threshold,
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html */
export function toEarlySuccessPercent({
  earlySuccessCriteria: criteria,
}: ConfigurationAnswer): number | undefined {
  return criteria?.enable ? (criteria.healthyPercent ?? 100) : undefined
}

export function toPauseStages({ lifecycleHooks = [] }: ConfigurationAnswer): string[] {
  const pauses = lifecycleHooks.filter(({ targetType }) => targetType === 'PAUSE')
  return [...new Set(pauses.flatMap(({ lifecycleStages = [] }) => lifecycleStages))]
}

/**
 * A canary waits once, a linear shift after each of its steps but the last. Defaults are those of the API.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html
 */
export function toShiftMinutes({
  strategy,
  canaryConfiguration: canary,
  linearConfiguration: linear,
}: ConfigurationAnswer): number {
  if (strategy === 'CANARY') return canary?.canaryBakeTimeInMinutes ?? 10
  if (strategy !== 'LINEAR') return 0
  const steps = Math.ceil(100 / (linear?.stepPercent ?? 10))
  return (steps - 1) * (linear?.stepBakeTimeInMinutes ?? 6)
}
