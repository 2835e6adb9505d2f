/** What a run decides on and ends with: the tracked deployment, looks at it, plans, rollouts, outcomes. */

import { explainFailures } from '../../src/core/diagnosis/explain-failures.js'
import type { FailureGroup } from '../../src/core/diagnosis/failure-group.js'
import type { TaskSpan } from '../../src/core/diagnosis/task-span.js'
import type { BreakerSetting } from '../../src/core/ecs/service.js'
import type { Notice } from '../../src/core/errors/notice.js'
import type { Observed } from '../../src/core/options/plan-options.js'
import { diagnosisInput } from '../../src/core/outcome/diagnosis-input.js'
import { deployed, type Ended, type Outcome } from '../../src/core/outcome/outcome.js'
import type { Rollout } from '../../src/core/outcome/rollout.js'
import type { ServiceResult } from '../../src/core/outcome/service-result.js'
import { nothingServes, type RevisionTasks, type Serving } from '../../src/core/outcome/serving.js'
import type { Plan, ServicePlan } from '../../src/core/plan/plan.js'
import type { ImageSource, NewRevision, PlannedImage } from '../../src/core/plan/revision-plan.js'
import { defaultBreaker } from '../../src/core/settings/breaker.js'
import { type SettingsChange, settingsOf } from '../../src/core/settings/service-settings.js'
import type { Snapshot, Tracked } from '../../src/core/watch/tracked-deployment.js'
import type { WatchResult } from '../../src/core/watch/watch-result.js'
import { serviceOptions } from './option-builders.js'
import { aLoadBalancer, aService, before, ours, revisionArn, thePrevious } from './service-builders.js'
import { taskArn } from './task-builders.js'

const breakerOn = { ...defaultBreaker, enable: true, rollback: true }

export const ofThisRun: ImageSource = {
  commit: '9be21c4d1f6a0b3c5e7f8091a2b3c4d5e6f70819',
  repository: 'octo/web',
  sameAs: undefined,
}

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
    overriddenRollback: undefined,
    breaker: breakerOn,
    startedAt: 0,
    watchedFrom: overrides.startedAt ?? 0,
    ...overrides,
  }
}

/** The classic view alone, ten seconds in. */
export function aSnapshot(overrides: Partial<Snapshot> = {}): Snapshot {
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
  return {
    container: 'app',
    from: undefined,
    fromName: undefined,
    to: image('9be21c4'),
    named: undefined,
    ...overrides,
  }
}

/** What the service of the plan is before and after it; the breaker is switched on unless another one is named. */
function settingsFor({ observed, update, bump }: Partial<ServicePlan>): SettingsChange {
  const { before } = settingsOf({ ...aService(), ...observed?.service }, serviceOptions())
  const desiredCount = bump?.from ?? update?.desiredCount ?? before.desiredCount
  const rolloutCount = bump?.to ?? desiredCount
  return { before, after: { ...before, desiredCount, rolloutCount, breaker: breakerOn } }
}

/** The settings of a plan that changes the breaker alone. */
export function breakerChange(before: BreakerSetting, after: BreakerSetting): SettingsChange {
  const { before: settings } = settingsOf(aService(), serviceOptions())
  return { before: { ...settings, breaker: before }, after: { ...settings, breaker: after } }
}

export function aServicePlan(overrides: Partial<ServicePlan> = {}): ServicePlan {
  return {
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
    bump: undefined,
    targetGroups: undefined,
    endpoint: undefined,
    digests: undefined,
    joins: undefined,
    decides: undefined,
    ...overrides,
  }
}

export function aRevision(overrides: Partial<NewRevision> = {}): NewRevision {
  return {
    kind: 'new',
    definition: { family: 'web', containerDefinitions: [{ name: 'app', image: image('9be21c4') }] },
    provenance: [],
    imageSource: ofThisRun,
    family: 'web',
    origin: 'task-definition.json',
    images: [aPlannedImage({ from: image('1f3c9e0') })],
    replacedImages: [],
    positionOf: undefined,
    ...overrides,
  }
}

/** `web:8` for the service `web`. */
export function aPlan(overrides: Partial<Plan> = {}): Plan {
  return {
    revision: aRevision(),
    task: undefined,
    services: [aServicePlan()],
    goBackTogether: false,
    verification: undefined,
    offline: [],
    checks: [
      { id: 'service-active', result: 'passed', text: '', next: '' },
      { id: 'controller', result: 'passed', text: '', next: '' },
    ],
    ...overrides,
  }
}

/** A revision for no service. */
export function aRegistration(overrides: Partial<Plan> = {}): Plan {
  return aPlan({
    revision: aRevision({ images: [aPlannedImage()] }),
    services: [],
    checks: [{ id: 'image-moves', result: 'passed', text: '', next: '' }],
    ...overrides,
  })
}

/** Over after 3:24, `web:8` serves, nothing failed. */
export function aRollout(overrides: Partial<Rollout> = {}): Rollout {
  return {
    plan: aServicePlan(),
    tracked: aTracked(),
    serviceDeploymentArn:
      'arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/NCWGC2ZR-taawPAYrIaU5',
    serving: serving('web:8'),
    healthyBy: undefined,
    desiredCount: 2,
    tasks: [],
    failures: [],
    causes: [],
    logs: [],
    failedTasks: 0,
    timeline: [],
    alarms: [],
    endedAt: 204_000,
    tasksUnreadSince: undefined,
    tasksDenied: undefined,
    alarmDetails: undefined,
    targets: undefined,
    unplaced: undefined,
    wait: undefined,
    impact: { kind: 'unaffected', kept: 2 },
    previousGone: undefined,
    lastPoll: undefined,
    pendingHook: undefined,
    verificationRollback: undefined,
    takeBack: undefined,
    broughtBackBy: undefined,
    verification: undefined,
    unconfirmedReason: undefined,
    rollback: undefined,
    failedHook: undefined,
    scaledToZero: undefined,
    stoppedBecause: undefined,
    ...overrides,
  }
}

/** Two tasks; how many are healthy was not asked. */
export function tasksOf(revision: string, tasks: Partial<RevisionTasks> = {}): RevisionTasks {
  return {
    taskDefinition: revisionArn(revision),
    running: 2,
    healthy: undefined,
    traffic: undefined,
    ...tasks,
  }
}

/** Its tasks run, and none is healthy. */
export function onlyRuns(revision: string, tasks: Partial<RevisionTasks> = {}): Serving {
  return { kind: 'none', others: [tasksOf(revision, { healthy: 0, ...tasks })] }
}

/** These revisions serve, or nothing does. */
export function serving(...revisions: readonly (string | RevisionTasks)[]): Serving {
  const [first, ...others] = revisions.map(one => (typeof one === 'string' ? tasksOf(one) : one))
  return first ? { kind: 'revisions', revisions: [first, ...others], others: [] } : nothingServes
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

/** A run that watched its deployment to this result. Failures without causes are explained without logs. */
/** Of a service in Express mode, whose settings stay. */
export function anExpressPlan(): ServicePlan {
  const plan = aServicePlan()
  const service = { ...plan.observed.service, managedBy: 'ECS' }
  const on = { ...plan.settings.before.breaker, enable: true, rollback: true }
  return {
    ...plan,
    observed: { ...plan.observed, service },
    settings: breakerChange(on, on),
    update: {},
    endpoint: 'web.ecs.eu-west-1.on.aws',
  }
}

export function anOutcome(
  result: WatchResult,
  overrides: Partial<Rollout> = {},
  planned: Partial<Plan> = {},
): Outcome {
  const rollout = aRollout(overrides)
  const plan = aPlan({ services: [rollout.plan], ...planned })
  const explained = explainFailures({ ...diagnosisInput(plan, rollout), logs: [] })
  const causes = rollout.causes.length > 0 ? rollout.causes : explained
  const service: ServiceResult = { kind: 'ended', result, rollout: { ...rollout, causes } }
  const revision = { arn: rollout.tracked.taskDefinition, revision: '8' }
  return complete(deployed({ plan, revision, services: [service], problems: [] }))
}

/** An outcome with these notices. */
export function complete(ended: Ended, notices: readonly Notice[] = []): Outcome {
  return { ...ended, notices }
}
