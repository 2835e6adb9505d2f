/**
 * Services and their deployments as ECS shows them, each value with a default and open to overrides. Ids and ARNs are
 * those of public captures; nothing here is computed from the code under test.
 */

import type { Deployment, LoadBalancer, Service, ServiceEvent } from '../../src/core/ecs/service.js'
import type { Hook, ServiceDeployment } from '../../src/core/ecs/service-deployment.js'
import type { TargetHealth } from '../../src/core/resources/target-health.js'
import { defaultBreaker } from '../../src/core/settings/breaker.js'

/** Ours, the one before it, and somebody else's. */
export const ours = 'ecs-svc/6216346761948112104'
export const theirs = 'ecs-svc/1281894607538416024'
export const before = 'ecs-svc/5678755162203410295'

const place = 'eu-west-1:123456789012'

export const targetGroupArn = `arn:aws:elasticloadbalancing:${place}:targetgroup/web-prod/6d0ecf831eec9f09`

/** Sends requests to port 5001 of the container app. */
export function aLoadBalancer(overrides: Partial<LoadBalancer> = {}): LoadBalancer {
  return { container: 'app', port: 5001, targetGroups: [targetGroupArn], ...overrides }
}

export function revisionArn(name: string): string {
  return `arn:aws:ecs:${place}:task-definition/${name}`
}

export function serviceRevisionArn(deploymentId: string): string {
  return `arn:aws:ecs:${place}:service-revision/prod/web/${deploymentId.replace('ecs-svc/', '')}`
}

/** PRIMARY and ours, with `web:8`, rolling out. */
export function aDeployment(overrides: Partial<Deployment> = {}): Deployment {
  const id = overrides.id ?? ours
  const rolloutState = overrides.rolloutState ?? 'IN_PROGRESS'
  const reasons: Readonly<Record<string, string>> = {
    IN_PROGRESS: `ECS deployment ${id} in progress.`,
    COMPLETED: `ECS deployment ${id} completed.`,
    FAILED: 'ECS deployment circuit breaker: tasks failed to start.',
  }
  return {
    id,
    status: 'PRIMARY',
    taskDefinition: revisionArn('web:8'),
    desiredCount: 2,
    pendingCount: 0,
    runningCount: 0,
    failedTasks: 0,
    rolloutState,
    rolloutStateReason: reasons[rolloutState] ?? '',
    createdAt: undefined,
    ...overrides,
  }
}

/** The deployment from before ours: `web:7`, completed, two tasks. */
export function thePrevious(overrides: Partial<Deployment> = {}): Deployment {
  return aDeployment({
    id: before,
    status: 'ACTIVE',
    taskDefinition: revisionArn('web:7'),
    runningCount: 2,
    rolloutState: 'COMPLETED',
    ...overrides,
  })
}

/** Somebody else's deployment of `web:9`, PRIMARY. */
export function aCompetingDeployment(overrides: Partial<Deployment> = {}): Deployment {
  return aDeployment({ id: theirs, taskDefinition: revisionArn('web:9'), ...overrides })
}

/** Two tasks wanted; ours is PRIMARY and rolls out, the one before it still runs. */
export function aService(overrides: Partial<Service> = {}): Service {
  const deployments = overrides.deployments ?? [aDeployment(), thePrevious()]
  return {
    arn: `arn:aws:ecs:${place}:service/prod/web`,
    name: 'web',
    clusterArn: `arn:aws:ecs:${place}:cluster/prod`,
    status: 'ACTIVE',
    controller: 'ECS',
    scheduling: 'REPLICA',
    onFargate: false,
    strategy: 'ROLLING',
    earlySuccessPercent: undefined,
    shiftMinutes: 0,
    minimumHealthyPercent: 100,
    maximumPercent: 200,
    managedBy: 'CUSTOMER',
    launch: {
      network: { subnets: ['subnet-0a1b2c3d'] },
      launchType: 'FARGATE',
      capacityProviderStrategy: [],
      platformVersion: 'LATEST',
    },
    hasNetwork: false,
    pauseStages: [],
    hasHooks: false,
    loadBalancers: [],
    portNames: [],
    registries: [],
    volumes: [],
    healthCheckGracePeriodSeconds: 0,
    bakeTimeInMinutes: 0,
    enableECSManagedTags: false,
    propagateTags: 'NONE',
    alarms: [],
    desiredCount: 2,
    runningCount: deployments.reduce((sum, { runningCount }) => sum + runningCount, 0),
    pendingCount: deployments.reduce((sum, { pendingCount }) => sum + pendingCount, 0),
    taskDefinition: deployments.find(({ status }) => status === 'PRIMARY')?.taskDefinition ?? '',
    breaker: defaultBreaker,
    events: [],
    ...overrides,
    deployments,
  }
}

/** Ours, in progress, with the breaker watching. */
export function aServiceDeployment(overrides: Partial<ServiceDeployment> = {}): ServiceDeployment {
  return {
    arn: `arn:aws:ecs:${place}:service-deployment/prod/web/NCWGC2ZR-taawPAYrIaU5`,
    status: 'IN_PROGRESS',
    targetRevisionArn: serviceRevisionArn(ours),
    breaker: { status: 'MONITORING', failures: 0, threshold: 3 },
    triggeredAlarms: [],
    hooks: [],
    statusReason: undefined,
    createdAt: undefined,
    finishedAt: undefined,
    rollback: undefined,
    lifecycleStage: undefined,
    trafficWeight: undefined,
    ...overrides,
  }
}

/** A hook that ECS waits at for somebody to act. */
export function aHook(overrides: Partial<Hook> = {}): Hook {
  return {
    id: 'ecs-pause-1',
    targetType: 'PAUSE',
    targetArn: undefined,
    status: 'AWAITING_ACTION',
    expiresAt: undefined,
    timeoutAction: undefined,
    ...overrides,
  }
}

/** A target of a load balancer, healthy. */
export function aTarget(overrides: Partial<TargetHealth> = {}): TargetHealth {
  return {
    id: '10.0.1.17',
    port: undefined,
    state: 'healthy',
    reason: undefined,
    description: undefined,
    revision: undefined,
    ...overrides,
  }
}

export function anEvent(message: string, overrides: Partial<ServiceEvent> = {}): ServiceEvent {
  return { id: message, at: 0, message, ...overrides }
}
