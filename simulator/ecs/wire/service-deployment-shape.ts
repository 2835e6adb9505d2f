import { definedMembers } from '../../defined-members.js'
import { countRevision, thresholdOf } from '../behavior/service-deployment-status.js'
import type { Service } from '../state/service.js'
import type { RevisionCounts, ServiceDeployment } from '../state/service-deployment.js'
import type { World } from '../world.js'
import { epoch, optionalEpoch } from './epoch.js'
import { revisionArn } from './service-shape.js'

export function serviceDeploymentShape(
  world: World,
  service: Service,
  deployment: ServiceDeployment,
): object {
  const { rollback } = deployment
  const target = deployment.finalCounts ?? countRevision(world, service, deployment.targetDigits)
  return definedMembers({
    serviceDeploymentArn: deployment.arn,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    createdAt: epoch(deployment.createdAt),
    startedAt: optionalEpoch(deployment.startedAt),
    finishedAt: optionalEpoch(deployment.finishedAt),
    stoppedAt: optionalEpoch(deployment.stoppedAt),
    updatedAt: epoch(deployment.updatedAt),
    sourceServiceRevisions: deployment.sources.map(counts => ({
      ...countsShape(world, service, counts),
      ...weights(deployment, 100 - deployment.productionWeight, 100 - deployment.testWeight),
    })),
    targetServiceRevision: {
      ...countsShape(world, service, target),
      ...weights(deployment, deployment.productionWeight, deployment.testWeight),
    },
    status: deployment.status,
    statusReason: deployment.statusReason,
    ...lifecycleMembers(deployment),
    deploymentConfiguration: deployment.configuration,
    rollback: rollback && {
      reason: rollback.reason,
      startedAt: epoch(rollback.startedAt),
      serviceRevisionArn: revisionArn(world, service, rollback.revisionDigits),
    },
    deploymentCircuitBreaker: {
      status: deployment.breakerStatus,
      failureCount: deployment.failureCount,
      threshold: thresholdOf(service, deployment),
    },
    alarms: alarmsShape(deployment),
  })
}

/** lifecycleStage has no PRE_PRODUCTION_TRAFFIC_SHIFT, although hooks can run there. */
function lifecycleMembers({ lifecycle, hooks }: ServiceDeployment): object {
  if (lifecycle === undefined) return {}
  const { stage } = lifecycle
  return {
    lifecycleStage: stage === 'PRE_PRODUCTION_TRAFFIC_SHIFT' ? 'POST_TEST_TRAFFIC_SHIFT' : stage,
    lifecycleHookDetails: hooks.map(hook =>
      definedMembers({
        hookId: hook.hookId,
        targetType: hook.targetType,
        targetArn: hook.targetArn,
        status: hook.status,
        expiresAt: optionalEpoch(hook.expiresAt),
        timeoutAction: hook.timeoutAction,
      }),
    ),
  }
}

/** Only with traffic shifting. */
function weights(deployment: ServiceDeployment, production: number, test: number): object {
  return deployment.configuration.strategy === 'ROLLING'
    ? {}
    : { requestedProductionTrafficWeight: production, requestedTestTrafficWeight: test }
}

function alarmsShape({ alarmStatus, triggeredAlarms, configuration }: ServiceDeployment): object {
  return definedMembers({
    status: alarmStatus,
    alarmNames: configuration.alarms.enable ? configuration.alarms.alarmNames : undefined,
    triggeredAlarmNames: alarmStatus === 'TRIGGERED' ? triggeredAlarms : undefined,
  })
}

export function serviceDeploymentBrief(
  world: World,
  service: Service,
  deployment: ServiceDeployment,
): object {
  return definedMembers({
    serviceDeploymentArn: deployment.arn,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    startedAt: optionalEpoch(deployment.startedAt),
    createdAt: epoch(deployment.createdAt),
    finishedAt: optionalEpoch(deployment.finishedAt),
    targetServiceRevisionArn: revisionArn(world, service, deployment.targetDigits),
    status: deployment.status,
    statusReason: deployment.statusReason,
  })
}

function countsShape(world: World, service: Service, counts: RevisionCounts): object {
  return {
    arn: revisionArn(world, service, counts.digits),
    requestedTaskCount: counts.requested,
    runningTaskCount: counts.running,
    pendingTaskCount: counts.pending,
  }
}
