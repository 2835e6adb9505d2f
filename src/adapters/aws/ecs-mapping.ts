/** Optional members get the defaults that ECS documents; required ones are there (required-members.ts). */
import type * as sdk from '@aws-sdk/client-ecs'
import {
  daemonPercents,
  deploymentDefaults,
  type PlainSettings,
  serviceDefaults,
} from '../../core/ecs/plain-settings.js'
import type { Deployment, LoadBalancer, PortName, Service, TaskLaunch } from '../../core/ecs/service.js'
import type { ServiceDeployment, ServiceRevision } from '../../core/ecs/service-deployment.js'
import { unnamedAlarm } from '../../core/ecs/service-deployment.js'
import type { Task } from '../../core/ecs/task.js'
import type { VolumeConfiguration } from '../../core/ecs/volume-configuration.js'
import type { JsonObject } from '../../core/text/json.js'
import {
  toBreaker,
  toEarlySuccessPercent,
  toPauseStages,
  toShiftMinutes,
} from './deployment-configuration-mapping.js'
import type { CompleteAnswer } from './required-members.js'

type ServiceAnswer = CompleteAnswer<'ecs:UpdateService', sdk.UpdateServiceResponse>['service']
type DeploymentAnswer = ServiceAnswer['deployments'][number]
type ListedAnswer = CompleteAnswer<
  'ecs:ListServiceDeployments',
  sdk.ListServiceDeploymentsResponse
>['serviceDeployments'][number]
type ServiceDeploymentAnswer = CompleteAnswer<
  'ecs:DescribeServiceDeployments',
  sdk.DescribeServiceDeploymentsResponse
>['serviceDeployments'][number]
type RevisionAnswer = CompleteAnswer<
  'ecs:DescribeServiceRevisions',
  sdk.DescribeServiceRevisionsResponse
>['serviceRevisions'][number]
type TaskAnswer = CompleteAnswer<'ecs:DescribeTasks', sdk.DescribeTasksResponse>['tasks'][number]

export function toService(service: ServiceAnswer): Service {
  return {
    arn: service.serviceArn,
    name: service.serviceName,
    clusterArn: service.clusterArn,
    status: service.status,
    controller: service.deploymentController?.type ?? 'ECS',
    scheduling: service.schedulingStrategy ?? 'REPLICA',
    onFargate: isOnFargate(service),
    strategy: service.deploymentConfiguration.strategy ?? 'ROLLING',
    earlySuccessPercent: toEarlySuccessPercent(service.deploymentConfiguration),
    shiftMinutes: toShiftMinutes(service.deploymentConfiguration),
    pauseStages: toPauseStages(service.deploymentConfiguration),
    hasHooks: (service.deploymentConfiguration.lifecycleHooks ?? []).length > 0,
    ...toPlainSettings(service),
    managedBy: service.resourceManagementType ?? 'CUSTOMER',
    hasNetwork: service.networkConfiguration?.awsvpcConfiguration !== undefined,
    launch: toLaunch(service),
    loadBalancers: service.loadBalancers.map(toLoadBalancer),
    ...toReferences(service),
    alarms: service.deploymentConfiguration.alarms?.enable
      ? (service.deploymentConfiguration.alarms.alarmNames ?? [])
      : [],
    runningCount: service.runningCount,
    pendingCount: service.pendingCount,
    taskDefinition: service.taskDefinition ?? '',
    breaker: toBreaker(service.deploymentConfiguration.deploymentCircuitBreaker),
    deployments: inOrder(service.deployments.map(toDeployment)),
    events: (service.events ?? []).map(event => ({
      id: event.id ?? '',
      at: timeOf(event.createdAt) ?? 0,
      message: event.message ?? '',
    })),
  }
}

/** AWS promises no order: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html */
function inOrder(deployments: readonly Deployment[]): readonly Deployment[] {
  const rank = ({ status }: Deployment) => (status === 'PRIMARY' ? 0 : 1)
  return deployments.toSorted(
    (a, b) => rank(a) - rank(b) || (b.createdAt ?? 0) - (a.createdAt ?? 0) || a.id.localeCompare(b.id),
  )
}

function isOnFargate({ launchType, capacityProviderStrategy: strategy = [] }: sdk.Service): boolean {
  const isFargate = ({ capacityProvider }: sdk.CapacityProviderStrategyItem) =>
    capacityProvider === 'FARGATE' || capacityProvider === 'FARGATE_SPOT'
  return launchType === 'FARGATE' || (strategy.length > 0 && strategy.every(isFargate))
}

function toPlainSettings(service: sdk.Service): PlainSettings {
  const percents = service.schedulingStrategy === 'DAEMON' ? daemonPercents : {}
  return {
    ...orDefaults(service, serviceDefaults),
    ...orDefaults(service.deploymentConfiguration, { ...deploymentDefaults, ...percents }),
  }
}

function toLaunch(service: sdk.Service): TaskLaunch {
  const { capacityProviderStrategy = [], launchType, networkConfiguration, platformVersion } = service
  return {
    network: networkConfiguration?.awsvpcConfiguration && asJson(networkConfiguration.awsvpcConfiguration),
    launchType,
    capacityProviderStrategy: capacityProviderStrategy.map(asJson),
    platformVersion,
  }
}

function asJson(structure: object): JsonObject {
  return JSON.parse(JSON.stringify(structure)) as JsonObject
}

type MembersOf<Shape, T> = {
  readonly [Name in keyof T]: Name extends keyof Shape ? Shape[Name] : never
}

/** Fails to compile if the shape has no such member. */
function orDefaults<Shape extends object, T extends MembersOf<Shape, T>>(
  shape: Shape | undefined,
  defaults: T,
): T {
  const members: Partial<Record<string, unknown>> = { ...shape }
  const entries = Object.entries(defaults).map(([name, value]) => [name, members[name] ?? value])
  return Object.fromEntries(entries) as T
}

function toLoadBalancer(balancer: ServiceAnswer['loadBalancers'][number]): LoadBalancer {
  const { targetGroupArn, advancedConfiguration } = balancer
  return {
    container: balancer.containerName,
    port: balancer.containerPort,
    targetGroups: [targetGroupArn, advancedConfiguration?.alternateTargetGroupArn].filter(
      arn => arn !== undefined,
    ),
  }
}

/** What ECS uses for the next deployment stands in the PRIMARY one. */
function toReferences(service: ServiceAnswer): Pick<Service, 'portNames' | 'registries' | 'volumes'> {
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY')
  const connect = primary?.serviceConnectConfiguration
  const connected = connect?.enabled ? (connect.services ?? []) : []
  const lattices = primary?.vpcLatticeConfigurations ?? []
  const named = (usedBy: PortName['usedBy'], portName: string | undefined) =>
    portName ? [{ name: portName, usedBy }] : []
  return {
    portNames: [
      ...connected.flatMap(({ portName }) => named('Service Connect', portName)),
      ...lattices.flatMap(({ portName }) => named('VPC Lattice', portName)),
    ],
    registries: (service.serviceRegistries ?? []).flatMap(({ containerName, containerPort }) =>
      containerName ? [{ container: containerName, port: containerPort }] : [],
    ),
    // Others are of the task definition, such as S3 Files (terraform-provider-aws, pull request 48947).
    volumes: (primary?.volumeConfigurations ?? []).filter(
      ({ managedEBSVolume }) => managedEBSVolume !== undefined,
    ) as readonly object[] as readonly VolumeConfiguration[],
  }
}

function toDeployment(deployment: DeploymentAnswer): Deployment {
  return {
    id: deployment.id,
    status: deployment.status,
    taskDefinition: deployment.taskDefinition,
    desiredCount: deployment.desiredCount,
    pendingCount: deployment.pendingCount,
    runningCount: deployment.runningCount,
    failedTasks: deployment.failedTasks ?? 0,
    rolloutState: deployment.rolloutState,
    rolloutStateReason: deployment.rolloutStateReason,
    createdAt: timeOf(deployment.createdAt),
  }
}

export function toServiceDeployment(deployment: ServiceDeploymentAnswer): ServiceDeployment {
  const breaker = deployment.deploymentCircuitBreaker
  const rollback = deployment.rollback
  return {
    arn: deployment.serviceDeploymentArn,
    status: deployment.status,
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
      startedAt: timeOf(rollback.startedAt),
    },
  }
}

/** A list has no details. */
export function toListedServiceDeployment(listed: ListedAnswer): ServiceDeployment {
  return {
    arn: listed.serviceDeploymentArn,
    status: listed.status,
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

export function toServiceRevision(revision: RevisionAnswer): ServiceRevision {
  return {
    arn: revision.serviceRevisionArn,
    taskDefinition: revision.taskDefinition,
    images: (revision.containerImages ?? []).map(({ containerName, image, imageDigest }) => ({
      container: containerName ?? '',
      image: image ?? '',
      digest: imageDigest,
    })),
  }
}

export function toTask(task: TaskAnswer): Task {
  return {
    arn: task.taskArn,
    lastStatus: task.lastStatus,
    desiredStatus: task.desiredStatus,
    containers: (task.containers ?? []).map(container => ({
      name: container.name ?? '',
      healthStatus: container.healthStatus,
      exitCode: container.exitCode,
      reason: container.reason,
    })),
    addresses: addressesOf(task),
    startedBy: task.startedBy,
    taskDefinition: task.taskDefinitionArn,
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
function addressesOf({ attachments = [] }: Pick<sdk.Task, 'attachments'>): readonly string[] | undefined {
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
