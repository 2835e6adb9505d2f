/** What the inputs ask for, each value as it is where no input is given and open to overrides. */
import type { PlanOptions } from '../../src/core/options/plan-options.js'
import type { BreakerOptions, ServiceOptions } from '../../src/core/options/service-options.js'
import type { ContainerOverrides, Overrides } from '../../src/core/task-definition/overrides.js'

export function breakerOptions(overrides: Partial<BreakerOptions> = {}): BreakerOptions {
  return { mode: 'rollback', threshold: undefined, resetOnHealthyTask: undefined, ...overrides }
}

export function serviceOptions(overrides: Partial<ServiceOptions> = {}): ServiceOptions {
  return {
    breaker: breakerOptions(),
    volume: undefined,
    inFlight: 'supersede',
    forceNewDeployment: false,
    minimumHealthyPercent: undefined,
    maximumPercent: undefined,
    bakeTimeInMinutes: undefined,
    alarms: undefined,
    desiredCount: undefined,
    settingInputs: [],
    bumpDesiredCount: undefined,
    enableECSManagedTags: undefined,
    healthCheckGracePeriodSeconds: undefined,
    propagateTags: undefined,
    ...overrides,
  }
}

/** What is put over the task definition: nothing. */
export function definitionOverrides(overrides: Partial<Overrides> = {}): Overrides {
  return { container: undefined, taskRoleArn: undefined, executionRoleArn: undefined, ...overrides }
}

/** What is put over the container app: nothing. */
export function containerOverrides(overrides: Partial<ContainerOverrides> = {}): ContainerOverrides {
  return {
    containers: ['app'],
    environment: [],
    secrets: [],
    dockerLabels: [],
    logOptions: [],
    environmentFiles: [],
    command: undefined,
    logDriver: undefined,
    ...overrides,
  }
}

export function planOptions(overrides: Partial<PlanOptions> = {}): PlanOptions {
  return {
    images: [],
    overrides: definitionOverrides(),
    tags: [],
    provenance: {},
    provenanceTags: true,
    preflight: 'fail',
    mode: 'deploy',
    imagePolicy: 'immutable',
    rollout: serviceOptions(),
    watch: undefined,
    verify: undefined,
    pages: undefined,
    ...overrides,
  }
}
