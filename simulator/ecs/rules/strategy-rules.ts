import type { DeploymentConfiguration } from '../state/deployment-configuration.js'
import type { LoadBalancer } from '../state/service.js'
import { type LifecycleStage, pauseStages } from './lifecycle-stages.js'

export function strategyRefusal(
  configuration: DeploymentConfiguration,
  loadBalancers: readonly LoadBalancer[],
): string | undefined {
  if (
    configuration.strategy !== 'ROLLING' &&
    loadBalancers.some(({ advancedConfiguration }) => advancedConfiguration === undefined)
  ) {
    return 'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy'
  }
  const misplaced = (configuration.lifecycleHooks ?? []).some(
    ({ targetType, lifecycleStages }) =>
      targetType === 'PAUSE' &&
      !lifecycleStages.every(stage => pauseStages.includes(stage as LifecycleStage)),
  )
  return misplaced ? 'Invalid lifecycle stage provided for Pause Hook' : undefined
}

/** ECS fills in the defaults of the strategy's own block and drops the others. */
export function fillStrategy(configuration: DeploymentConfiguration): DeploymentConfiguration {
  const { linearConfiguration, canaryConfiguration, ...rest } = configuration
  switch (configuration.strategy) {
    case 'LINEAR':
      return {
        ...rest,
        linearConfiguration: { stepPercent: 10, stepBakeTimeInMinutes: 6, ...linearConfiguration },
      }
    case 'CANARY':
      return {
        ...rest,
        canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 10, ...canaryConfiguration },
      }
    default:
      return rest
  }
}
