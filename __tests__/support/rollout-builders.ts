/** What a run decides on and ends with: the tracked deployment, looks at it, plans, rollouts, outcomes. */

import type { Outcome, Rollout } from '../../src/core/outcome/outcome.js'
import type { DeployPlan, RegisterPlan } from '../../src/core/plan/plan.js'
import { defaultBreaker } from '../../src/core/settings/breaker.js'
import type { DeploymentResult } from '../../src/core/watch/evaluate.js'
import type { Snapshot, Tracked } from '../../src/core/watch/tracked-deployment.js'
import { aLoadBalancer, aService, before, ours, revisionArn, thePrevious } from './service-builders.js'

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
  return { at: 10_000, service: aService(), ...overrides }
}

export function aDeployPlan(overrides: Partial<DeployPlan> = {}): DeployPlan {
  return {
    kind: 'deploy',
    definition: { family: 'web', containerDefinitions: [{ name: 'app', image: image('9be21c4') }] },
    provenance: [],
    family: 'web',
    origin: 'task-definition.json',
    images: [{ container: 'app', from: image('1f3c9e0'), to: image('9be21c4') }],
    checks: [
      { id: 'service-active', result: 'passed', text: '', next: '' },
      { id: 'controller', result: 'passed', text: '', next: '' },
    ],
    observed: {
      target: { cluster: 'prod', service: 'web' },
      service: aService({
        loadBalancers: [aLoadBalancer()],
        deployments: [thePrevious({ status: 'PRIMARY' })],
      }),
      live: { family: 'web', containerDefinitions: [{ name: 'app', image: image('1f3c9e0') }] },
    },
    changes: [
      { sign: '~', path: 'app.image', from: image('1f3c9e0'), to: image('9be21c4') },
      { sign: '~', path: 'app.environment.LOG_LEVEL', hidden: true },
    ],
    breaker: { before: defaultBreaker, after: breakerOn },
    update: { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
    previous: revisionArn('web:7'),
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
    images: [{ container: 'app', to: image('9be21c4') }],
    checks: [{ id: 'image-moves', result: 'passed', text: '', next: '' }],
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
    ...overrides,
  }
}

type Ended = Extract<Outcome, { kind: 'ended' }>

/** A run that watched its deployment to this end. */
export function anOutcome(ending: Ended['ending'] | DeploymentResult, rollout: Partial<Rollout> = {}): Ended {
  return { kind: 'ended', ending, rollout: aRollout(rollout), notices: [] }
}
