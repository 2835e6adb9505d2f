import type { Document } from '../state/document.js'
import type { Deployment, LoadBalancer, Service, ServiceRevision } from '../state/service.js'
import { isTerminal, type ServiceDeployment } from '../state/service-deployment.js'
import type { TaskDefinition } from '../state/task-definition.js'
import type { World } from '../world.js'
import { inProgress } from './rollout-messages.js'
import { countRevision, finish } from './service-deployment-status.js'

/** From PENDING to IN_PROGRESS. */
const pendingMs = 110
/** From STOP_REQUESTED to STOPPED, for a superseded deployment. */
const supersededMs = 6_000

export type Change = {
  readonly taskDefinition: TaskDefinition
  readonly loadBalancers: readonly LoadBalancer[]
  readonly attributes: Document
}

/** Creates a service revision and its deployment in both views, and supersedes the current one. */
export function beginRollout(world: World, service: Service, change: Change): Deployment {
  const digits = world.random.revisionDigits()
  const revision: ServiceRevision = {
    digits,
    createdAt: world.now,
    ...change,
    targets: targetsFor(service, change.loadBalancers),
    digests: new Map(),
  }
  const sources = service.deployments
    .map(deployment => countRevision(world, service, deployment.revision.digits))
    .filter(counts => counts.running > 0)
  supersede(world, service)
  const deployment = deploymentOf(world, revision)
  for (const previous of service.deployments) previous.status = 'ACTIVE'
  service.revisions.push(revision)
  service.deployments.unshift(deployment)
  // CODE_DEPLOY services have task sets instead.
  if (service.controller === 'ECS') {
    service.serviceDeployments.push(serviceDeploymentFor(world, service, { digits, sources }))
  }
  service.steady = false
  world.scheduleRun(service, world.settings.rolloutStartMs)
  world.notifyRollout(service, deployment)
  return deployment
}

function deploymentOf(world: World, revision: ServiceRevision): Deployment {
  return {
    id: revision.digits,
    revision,
    status: 'PRIMARY',
    desiredCount: 0,
    failedTasks: 0,
    createdAt: world.now,
    updatedAt: world.now,
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: inProgress(revision.digits),
    beginsAt: world.now + world.settings.rolloutStartMs,
    startFailures: 0,
    startsFrom: world.now + world.settings.rolloutStartMs,
    everCompleted: false,
    completing: false,
    deadlockReported: false,
    failedAt: undefined,
    bakesUntil: undefined,
  }
}

function serviceDeploymentFor(
  world: World,
  service: Service,
  { digits, sources }: { digits: string; sources: ServiceDeployment['sources'] },
): ServiceDeployment {
  const [soonest, latest] = world.settings.listLagMs
  const id = world.random.serviceDeploymentId()
  const deployment: ServiceDeployment = {
    arn: world.arn(`service-deployment/${service.clusterName}/${service.name}/${id}`),
    createdAt: world.now,
    listedAt: world.now + soonest + Math.round(world.random.next() * (latest - soonest)),
    targetDigits: digits,
    sources,
    configuration: service.configuration,
    updatedAt: world.now,
    status: 'PENDING',
    breakerStatus: service.configuration.deploymentCircuitBreaker.enable ? 'MONITORING' : 'DISABLED',
    failureCount: 0,
    hooks: [],
    productionWeight: 0,
    testWeight: 0,
    alarmStatus: monitorsAlarms(world, service) ? 'MONITORING' : 'DISABLED',
    triggeredAlarms: [],
    startedAt: undefined,
    finishedAt: undefined,
    stoppedAt: undefined,
    statusReason: undefined,
    rollback: undefined,
    lifecycle: undefined,
    finalThreshold: undefined,
    finalCounts: undefined,
  }
  world.after(pendingMs, () => {
    if (deployment.status !== 'PENDING') return
    deployment.status = 'IN_PROGRESS'
    deployment.startedAt = world.now
    deployment.updatedAt = world.now
  })
  return deployment
}

/** With traffic shifting, the target group that the serving revision does not use. */
function targetsFor(service: Service, loadBalancers: readonly LoadBalancer[]): readonly LoadBalancer[] {
  if (service.configuration.strategy === 'ROLLING') return loadBalancers
  const serving =
    service.deployments.find(({ rolloutState }) => rolloutState === 'COMPLETED')?.revision.targets ?? []
  const inUse = new Set(serving.map(({ targetGroupArn }) => targetGroupArn))
  return loadBalancers.map(loadBalancer => {
    const alternate = loadBalancer.advancedConfiguration?.alternateTargetGroupArn
    const swaps = alternate !== undefined && inUse.has(loadBalancer.targetGroupArn)
    return swaps ? { ...loadBalancer, targetGroupArn: alternate } : loadBalancer
  })
}

/**
 * An alarm already in ALARM at the start turns off monitoring for the whole deployment
 * (deployment-alarm-failure).
 */
function monitorsAlarms(world: World, service: Service): boolean {
  const { enable, alarmNames } = service.configuration.alarms
  return enable && alarmNames.length > 0 && world.alarms.inAlarm(alarmNames).length === 0
}

/** A new deployment stops the one in progress; a rollback in progress fails. */
function supersede(world: World, service: Service): void {
  const running = service.serviceDeployments.filter(deployment => !isTerminal(deployment))
  for (const deployment of running) {
    if (deployment.status === 'ROLLBACK_IN_PROGRESS') {
      const reason = 'Service deployment rollback was superseded.'
      finish(world, service, { deployment, status: 'ROLLBACK_FAILED', reason })
      continue
    }
    deployment.status = 'STOP_REQUESTED'
    deployment.updatedAt = world.now
    world.after(world.random.jitter(supersededMs), () =>
      finish(world, service, { deployment, status: 'STOPPED' }),
    )
  }
}
