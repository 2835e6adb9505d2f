import type { Document } from './document.js'

export type Threshold = {
  readonly type: 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT' | 'COUNT'
  readonly value: number
}

export type CircuitBreaker = {
  readonly enable: boolean
  readonly rollback: boolean
  readonly resetOnHealthyTask: boolean
  readonly thresholdConfiguration: Threshold
}

export type DeploymentAlarms = {
  readonly alarmNames: readonly string[]
  readonly enable: boolean
  readonly rollback: boolean
}

export type EarlySuccessCriteria = {
  readonly enable: boolean
  readonly healthyPercent?: number
  readonly sourceServiceRevisionCleanup?: 'BLOCKING' | 'DEFERRED'
}

export type LifecycleHook = {
  readonly targetType?: 'AWS_LAMBDA' | 'PAUSE'
  readonly hookTargetArn?: string
  readonly lifecycleStages: readonly string[]
  readonly timeoutConfiguration?: {
    readonly timeoutInMinutes?: number
    readonly action?: 'ROLLBACK' | 'CONTINUE'
  }
}

export type DeploymentConfiguration = Document & {
  readonly strategy: 'ROLLING' | 'BLUE_GREEN' | 'LINEAR' | 'CANARY'
  readonly maximumPercent: number
  readonly minimumHealthyPercent: number
  readonly bakeTimeInMinutes: number
  readonly alarms: DeploymentAlarms
  readonly deploymentCircuitBreaker: CircuitBreaker
  readonly earlySuccessCriteria?: EarlySuccessCriteria
  readonly lifecycleHooks?: readonly LifecycleHook[]
  readonly linearConfiguration?: { readonly stepPercent?: number; readonly stepBakeTimeInMinutes?: number }
  readonly canaryConfiguration?: {
    readonly canaryPercent?: number
    readonly canaryBakeTimeInMinutes?: number
  }
}

/** As DescribeServices shows them since July 2026. */
const replicaDefaults: DeploymentConfiguration = {
  strategy: 'ROLLING',
  maximumPercent: 200,
  minimumHealthyPercent: 100,
  bakeTimeInMinutes: 0,
  alarms: { alarmNames: [], enable: false, rollback: false },
  deploymentCircuitBreaker: {
    enable: false,
    rollback: false,
    resetOnHealthyTask: true,
    thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
  },
}

export function defaultConfiguration(strategy: SchedulingStrategy): DeploymentConfiguration {
  return strategy === 'REPLICA'
    ? replicaDefaults
    : { ...replicaDefaults, maximumPercent: 100, minimumHealthyPercent: 0 }
}

export type SchedulingStrategy = 'REPLICA' | 'DAEMON'

/** UpdateService merges member by member, in nested blocks too. */
export function mergeConfiguration(
  current: DeploymentConfiguration,
  change: Document,
): DeploymentConfiguration {
  return mergeObjects(current, change) as DeploymentConfiguration
}

function mergeObjects(current: Document, change: Document): Document {
  const merged: Record<string, unknown> = { ...current }
  for (const [member, value] of Object.entries(change)) {
    if (value === null || value === undefined) continue
    const before = merged[member]
    merged[member] = isObject(before) && isObject(value) ? mergeObjects(before, value) : value
  }
  return merged
}

function isObject(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
