/** Missing members become harmless defaults, never guesses. */
import type * as sdk from '@aws-sdk/client-ecs'
import type {
  BreakerSetting,
  Deployment,
  LoadBalancer,
  Percents,
  Service,
  Threshold,
} from '../../core/ecs/service.js'
import type { ServiceDeployment, ServiceRevision } from '../../core/ecs/service-deployment.js'
import { unnamedAlarm } from '../../core/ecs/service-deployment.js'
import type { Task } from '../../core/ecs/task.js'
import { defaultBreaker } from '../../core/settings/breaker.js'
import { defaultPercents } from '../../core/settings/task-limits.js'

export function toService(service: sdk.Service): Service {
  return {
    arn: service.serviceArn ?? '',
    name: service.serviceName ?? '',
    clusterArn: service.clusterArn ?? '',
    status: service.status ?? '',
    controller: service.deploymentController?.type ?? 'ECS',
    scheduling: service.schedulingStrategy ?? 'REPLICA',
    strategy: service.deploymentConfiguration?.strategy ?? 'ROLLING',
    percents: toPercents(service),
    loadBalancers: (service.loadBalancers ?? []).map(toLoadBalancer),
    gracePeriod: service.healthCheckGracePeriodSeconds ?? 0,
    alarms: service.deploymentConfiguration?.alarms?.enable
      ? (service.deploymentConfiguration.alarms.alarmNames ?? [])
      : [],
    desiredCount: service.desiredCount ?? 0,
    runningCount: service.runningCount ?? 0,
    pendingCount: service.pendingCount ?? 0,
    taskDefinition: service.taskDefinition ?? '',
    breaker: toBreaker(service.deploymentConfiguration?.deploymentCircuitBreaker),
    deployments: (service.deployments ?? []).map(toDeployment),
    events: (service.events ?? []).map(event => ({
      id: event.id ?? '',
      at: timeOf(event.createdAt) ?? 0,
      message: event.message ?? '',
    })),
  }
}

function toPercents({ deploymentConfiguration, schedulingStrategy }: sdk.Service): Percents {
  const defaults = defaultPercents[schedulingStrategy ?? 'REPLICA']
  return {
    minimumHealthy: deploymentConfiguration?.minimumHealthyPercent ?? defaults.minimumHealthy,
    maximum: deploymentConfiguration?.maximumPercent ?? defaults.maximum,
  }
}

function toLoadBalancer(balancer: sdk.LoadBalancer): LoadBalancer {
  const { targetGroupArn, advancedConfiguration } = balancer
  return {
    container: balancer.containerName ?? '',
    port: balancer.containerPort ?? 0,
    targetGroups: [targetGroupArn, advancedConfiguration?.alternateTargetGroupArn].filter(
      arn => arn !== undefined,
    ),
  }
}

function toBreaker(breaker: sdk.DeploymentCircuitBreaker | undefined): BreakerSetting {
  const threshold = breaker?.thresholdConfiguration
  return {
    enable: breaker?.enable ?? defaultBreaker.enable,
    rollback: breaker?.rollback ?? defaultBreaker.rollback,
    resetOnHealthyTask: breaker?.resetOnHealthyTask ?? defaultBreaker.resetOnHealthyTask,
    threshold:
      threshold?.type !== undefined && threshold.value !== undefined
        ? { type: threshold.type as Threshold['type'], value: threshold.value }
        : defaultBreaker.threshold,
  }
}

function toDeployment(deployment: sdk.Deployment): Deployment {
  return {
    id: deployment.id ?? '',
    status: deployment.status ?? '',
    taskDefinition: deployment.taskDefinition ?? '',
    desiredCount: deployment.desiredCount ?? 0,
    pendingCount: deployment.pendingCount ?? 0,
    runningCount: deployment.runningCount ?? 0,
    failedTasks: deployment.failedTasks ?? 0,
    rolloutState: deployment.rolloutState,
    rolloutStateReason: deployment.rolloutStateReason,
    createdAt: timeOf(deployment.createdAt),
  }
}

export function toServiceDeployment(deployment: sdk.ServiceDeployment): ServiceDeployment {
  const breaker = deployment.deploymentCircuitBreaker
  const rollback = deployment.rollback
  return {
    arn: deployment.serviceDeploymentArn ?? '',
    status: deployment.status ?? '',
    triggeredAlarms:
      deployment.alarms?.status === 'TRIGGERED'
        ? (deployment.alarms.triggeredAlarmNames ?? [unnamedAlarm])
        : [],
    hooks: (deployment.lifecycleHookDetails ?? []).map(hook => ({
      id: hook.hookId ?? '',
      targetType: hook.targetType ?? '',
      status: hook.status ?? '',
      targetArn: hook.targetArn,
      expiresAt: timeOf(hook.expiresAt),
      timeoutAction: hook.timeoutAction,
    })),
    lifecycleStage: deployment.lifecycleStage,
    trafficWeight: deployment.targetServiceRevision?.requestedProductionTrafficWeight,
    statusReason: deployment.statusReason,
    targetRevisionArn: deployment.targetServiceRevision?.arn,
    createdAt: timeOf(deployment.createdAt),
    finishedAt: timeOf(deployment.finishedAt),
    breaker: breaker && {
      status: breaker.status ?? '',
      failures: breaker.failureCount ?? 0,
      threshold: breaker.threshold ?? 0,
    },
    rollback: rollback && {
      reason: rollback.reason,
      revisionArn: rollback.serviceRevisionArn,
    },
  }
}

/** A list has no details. */
export function toListedServiceDeployment(listed: sdk.ServiceDeploymentBrief): ServiceDeployment {
  return {
    arn: listed.serviceDeploymentArn ?? '',
    status: listed.status ?? '',
    triggeredAlarms: [],
    hooks: [],
    statusReason: listed.statusReason,
    targetRevisionArn: listed.targetServiceRevisionArn,
    createdAt: timeOf(listed.createdAt),
    finishedAt: timeOf(listed.finishedAt),
    breaker: undefined,
    rollback: undefined,
    lifecycleStage: undefined,
    trafficWeight: undefined,
  }
}

export function toServiceRevision(revision: sdk.ServiceRevision): ServiceRevision {
  return {
    arn: revision.serviceRevisionArn ?? '',
    taskDefinition: revision.taskDefinition ?? '',
    images: (revision.containerImages ?? []).map(({ containerName, image, imageDigest }) => ({
      container: containerName ?? '',
      image: image ?? '',
      digest: imageDigest,
    })),
  }
}

export function toTask(task: sdk.Task): Task {
  return {
    arn: task.taskArn ?? '',
    lastStatus: task.lastStatus ?? '',
    desiredStatus: task.desiredStatus ?? '',
    containers: (task.containers ?? []).map(container => ({
      name: container.name ?? '',
      exitCode: container.exitCode,
      reason: container.reason,
    })),
    addresses: addressesOf(task),
    startedBy: task.startedBy,
    healthStatus: task.healthStatus,
    stopCode: task.stopCode,
    stoppedReason: task.stoppedReason,
    createdAt: timeOf(task.createdAt),
    startedAt: timeOf(task.startedAt),
    stoppingAt: timeOf(task.stoppingAt),
    stoppedAt: timeOf(task.stoppedAt),
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Attachment.html */
function addressesOf({ attachments = [] }: sdk.Task): readonly string[] | undefined {
  const found = attachments
    .flatMap(({ details = [] }) => details)
    .flatMap(({ name, value }) => (name === 'privateIPv4Address' && value ? value : []))
  return found.length > 0 ? found : undefined
}

/** Invalid dates count as absent. */
function timeOf(date: Date | undefined): number | undefined {
  const at = date?.getTime()
  return at === undefined || Number.isNaN(at) ? undefined : at
}
