/** What a run decides on and ends with: the tracked deployment, looks at it, plans, rollouts, outcomes. */

import type { FailureGroup } from '../../src/core/diagnosis/failure-group.js'
import type { TaskSpan } from '../../src/core/diagnosis/task-span.js'
import type { BreakerSetting } from '../../src/core/ecs/service.js'
import type { Observed } from '../../src/core/options/plan-options.js'
import type { Outcome, Rollout } from '../../src/core/outcome/outcome.js'
import type { ServingTasks } from '../../src/core/outcome/serving-tasks.js'
import type { DeployPlan, PlannedImage, RegisterPlan } from '../../src/core/plan/plan.js'
import { defaultBreaker } from '../../src/core/settings/breaker.js'
import { type SettingsChange, settingsBefore } from '../../src/core/settings/service-settings.js'
import type { Snapshot, Tracked } from '../../src/core/watch/tracked-deployment.js'
import type { DeploymentResult } from '../../src/core/watch/watch-result.js'
import { aLoadBalancer, aService, before, ours, revisionArn, thePrevious } from './service-builders.js'
import { taskArn } from './task-builders.js'

const breakerOn = { ...defaultBreaker, enable: true, rollback: true }

export const image = (tag: string) => `123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:${tag}`

/** `web:8`, started at 0, over `web:7`. */
export function aTracked(overrides: Partial<Tracked> = {}): Tracked {
  return {
    deploymentId: ours,
    taskDefinition: revisionArn('web:8'),
    before: [before],
    previous: revisionArn('web:7'),
    deployedBefore: [revisionArn('web:7')],
    completedBefore: true,
    breaker: breakerOn,
    startedAt: 0,
    ...overrides,
  }
}

/** The classic view alone, ten seconds in. */
export function aSight(overrides: Partial<Snapshot> = {}): Snapshot {
  return { at: 10_000, service: aService(), serviceDeployment: undefined, ...overrides }
}

/** The service `web`, which runs nothing that is known. */
export function anObserved(overrides: Partial<Observed> = {}): Observed {
  return {
    target: { cluster: 'prod', service: 'web' },
    service: aService(),
    live: {},
    serving: undefined,
    registeredBy: undefined,
    ...overrides,
  }
}

/** The image of the container app, which has none so far. */
export function aPlannedImage(overrides: Partial<PlannedImage> = {}): PlannedImage {
  return { container: 'app', from: undefined, to: image('9be21c4'), named: undefined, ...overrides }
}

/** What the service of the plan is before and after it; the breaker is switched on unless another one is named. */
function settingsFor({ observed, update, bump }: Partial<DeployPlan>): SettingsChange {
  const before = settingsBefore(observed?.service ?? aService())
  const desiredCount = bump?.from ?? update?.desiredCount ?? before.desiredCount
  const rolloutCount = bump?.to ?? desiredCount
  return { before, after: { ...before, desiredCount, rolloutCount, breaker: breakerOn } }
}

/** The settings of a plan that changes the breaker alone. */
export function breakerChange(before: BreakerSetting, after: BreakerSetting): SettingsChange {
  const settings = settingsBefore(aService())
  return { before: { ...settings, breaker: before }, after: { ...settings, breaker: after } }
}

export function aDeployPlan(overrides: Partial<DeployPlan> = {}): DeployPlan {
  return {
    kind: 'deploy',
    definition: { family: 'web', containerDefinitions: [{ name: 'app', image: image('9be21c4') }] },
    provenance: [],
    family: 'web',
    origin: 'task-definition.json',
    images: [aPlannedImage({ from: image('1f3c9e0') })],
    checks: [
      { id: 'service-active', result: 'passed', text: '', next: '' },
      { id: 'controller', result: 'passed', text: '', next: '' },
    ],
    observed: anObserved({
      service: aService({
        loadBalancers: [aLoadBalancer()],
        deployments: [thePrevious({ status: 'PRIMARY' })],
      }),
      live: { family: 'web', containerDefinitions: [{ name: 'app', image: image('1f3c9e0') }] },
    }),
    changes: [
      { sign: '~', path: 'app.image', from: image('1f3c9e0'), to: image('9be21c4') },
      { sign: '~', path: 'app.environment.LOG_LEVEL', hidden: true },
    ],
    settings: settingsFor(overrides),
    update: { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
    previous: revisionArn('web:7'),
    positionOf: undefined,
    bump: undefined,
    targetGroups: undefined,
    digests: undefined,
    ...overrides,
  }
}

export function aRegisterPlan(overrides: Partial<RegisterPlan> = {}): RegisterPlan {
  return {
    kind: 'register',
    definition: { family: 'web', containerDefinitions: [{ name: 'app', image: image('9be21c4') }] },
    provenance: [],
    family: 'web',
    origin: 'task-definition.json',
    images: [aPlannedImage()],
    checks: [{ id: 'image-moves', result: 'passed', text: '', next: '' }],
    positionOf: undefined,
    ...overrides,
  }
}

/** Over after 3:24, `web:8` serves, nothing failed. */
export function aRollout(overrides: Partial<Rollout> = {}): Rollout {
  return {
    plan: aDeployPlan(),
    registered: { arn: revisionArn('web:8'), revision: '8' },
    tracked: aTracked(),
    serviceDeploymentArn:
      'arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/NCWGC2ZR-taawPAYrIaU5',
    serving: revisionArn('web:8'),
    desiredCount: 2,
    tasks: [],
    failures: [],
    causes: [],
    logs: [],
    failedTasks: 0,
    timeline: [],
    alarms: [],
    endedAt: 204_000,
    tasksDenied: undefined,
    alarmDetails: undefined,
    targets: undefined,
    unplaced: undefined,
    servingTasks: undefined,
    previousGone: undefined,
    lastPoll: undefined,
    pendingHook: undefined,
    unverifiedReason: undefined,
    rollingBack: undefined,
    failedHook: undefined,
    scaledToZero: undefined,
    stoppedBecause: undefined,
    ...overrides,
  }
}

/** `2 of 2`; how many are healthy was not asked. */
export function servingCount(running: number, wanted: number, healthy?: number): ServingTasks {
  return { running, wanted, healthy }
}

/** A task that was created and of which nothing more was seen. */
export function aSpan(overrides: Partial<TaskSpan> = {}): TaskSpan {
  return {
    arn: taskArn('3e7a1395'),
    createdAt: 0,
    startedAt: undefined,
    healthyAt: undefined,
    endedAt: undefined,
    failed: false,
    neverRan: undefined,
    ...overrides,
  }
}

/** One task that failed, and nobody knows why. */
export function aFailureGroup(overrides: Partial<FailureGroup> = {}): FailureGroup {
  return {
    failureClass: 'other',
    reason: 'ECS gives no reason',
    stopCode: undefined,
    container: undefined,
    exitCode: undefined,
    tasks: [taskArn('3e7a1395')],
    of: undefined,
    ...overrides,
  }
}

type Ended = Extract<Outcome, { kind: 'ended' }>

/** A run that watched its deployment to this end. */
export function anOutcome(result: Ended['result'] | DeploymentResult, rollout: Partial<Rollout> = {}): Ended {
  return { kind: 'ended', result, rollout: aRollout(rollout), notices: [] }
}
