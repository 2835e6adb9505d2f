import type { DeploymentConfiguration } from '../state/deployment-configuration.js'

/** lifecycleStage has all of these except PRE_PRODUCTION_TRAFFIC_SHIFT. */
export type LifecycleStage =
  | 'RECONCILE_SERVICE'
  | 'PRE_SCALE_UP'
  | 'SCALE_UP'
  | 'POST_SCALE_UP'
  | 'TEST_TRAFFIC_SHIFT'
  | 'POST_TEST_TRAFFIC_SHIFT'
  | 'PRE_PRODUCTION_TRAFFIC_SHIFT'
  | 'PRODUCTION_TRAFFIC_SHIFT'
  | 'POST_PRODUCTION_TRAFFIC_SHIFT'
  | 'BAKE_TIME'
  | 'CLEAN_UP'

/** A rolling deployment has stages only for its hooks; these three are inferred. */
export function stagesOf(
  configuration: DeploymentConfiguration,
  { reconciles }: { readonly reconciles: boolean },
): readonly LifecycleStage[] {
  if (configuration.strategy === 'ROLLING') {
    return (configuration.lifecycleHooks ?? []).length === 0
      ? []
      : ['PRE_SCALE_UP', 'SCALE_UP', 'POST_SCALE_UP']
  }
  return [
    // "Only happens when you start a new service deployment with more than 1 service revision in an ACTIVE state"
    // (blue-green-deployment-how-it-works).
    ...(reconciles ? (['RECONCILE_SERVICE'] as const) : []),
    'PRE_SCALE_UP',
    'SCALE_UP',
    'POST_SCALE_UP',
    'TEST_TRAFFIC_SHIFT',
    'POST_TEST_TRAFFIC_SHIFT',
    'PRE_PRODUCTION_TRAFFIC_SHIFT',
    'PRODUCTION_TRAFFIC_SHIFT',
    'POST_PRODUCTION_TRAFFIC_SHIFT',
    'BAKE_TIME',
    'CLEAN_UP',
  ]
}

export const pauseStages: readonly LifecycleStage[] = [
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
]

export type TrafficStep = { readonly weight: number; readonly bakeMinutes: number }

/** The last step has no bake time. */
export function trafficSteps(configuration: DeploymentConfiguration): readonly TrafficStep[] {
  const all: TrafficStep = { weight: 100, bakeMinutes: 0 }
  switch (configuration.strategy) {
    case 'ROLLING':
    case 'BLUE_GREEN':
      return [all]
    case 'CANARY': {
      const { canaryPercent = 5, canaryBakeTimeInMinutes = 10 } = configuration.canaryConfiguration ?? {}
      return canaryPercent >= 100
        ? [all]
        : [{ weight: canaryPercent, bakeMinutes: canaryBakeTimeInMinutes }, all]
    }
    case 'LINEAR': {
      const { stepPercent = 10, stepBakeTimeInMinutes = 6 } = configuration.linearConfiguration ?? {}
      const count = Math.ceil(100 / stepPercent) - 1
      const steps = Array.from({ length: count }, (_, index) => ({
        weight: Math.round(stepPercent * (index + 1) * 10) / 10,
        bakeMinutes: stepBakeTimeInMinutes,
      }))
      return [...steps, all]
    }
  }
}
