import { AwsError } from '../../aws-error.js'
import { definedMembers } from '../../defined-members.js'
import { beginRollout } from '../behavior/rollout.js'
import type { Operation } from '../operation.js'
import { creationRefusal } from '../rules/creation-rules.js'
import { gracePeriodRefusal } from '../rules/grace-period-rules.js'
import { fillStrategy } from '../rules/strategy-rules.js'
import {
  defaultConfiguration,
  mergeConfiguration,
  type SchedulingStrategy,
} from '../state/deployment-configuration.js'
import type { Document } from '../state/document.js'
import type { Service } from '../state/service.js'
import { serviceShape } from '../wire/service-shape.js'
import type { World } from '../world.js'
import { findActiveDefinition, findCluster, lookupService } from './find.js'
import { revisionAttributes } from './service-attributes.js'
import { checkConfiguration, checkCount, checkExecuteCommand, checkFit, refuse } from './service-checks.js'
import { checkCapacityProviders, checkPlatform } from './update-limits.js'

export const CreateService: Operation = (world, input) => {
  const cluster = findCluster(world, input.cluster)
  const { serviceName, schedulingStrategy = 'REPLICA', loadBalancers = [] } = input
  if (!/^[a-zA-Z0-9\-_]{1,255}$/.test(serviceName)) {
    throw invalid(`ServiceName must match ^[a-zA-Z0-9\\-_]{1,255}$, but was ${serviceName}`)
  }
  const known = lookupService(world, cluster, serviceName)
  if (known !== undefined && isRepeated(known, input)) return { service: serviceShape(world, known) }
  // https://github.com/spinnaker/spinnaker/issues/5476
  if (known?.status === 'DRAINING') throw invalid('Unable to Start a service that is still Draining.')
  if (known?.status === 'ACTIVE') throw invalid('Creation of service was not idempotent.')
  refuse(creationRefusal(input))
  checkController(input)
  checkCount(schedulingStrategy, input.desiredCount)
  const attributes = serviceAttributes(world, input)
  const options = { cluster, schedulingStrategy, loadBalancers, attributes }
  if (input.deploymentController?.type === 'EXTERNAL') {
    const service = newService(world, input, options)
    world.services.set(service.arn, service)
    return { service: serviceShape(world, service) }
  }
  if (input.taskDefinition === undefined) throw invalid('TaskDefinition must not be blank.')
  const definition = findActiveDefinition(world, input.taskDefinition)
  checkFit(world, definition, { loadBalancers, attributes })
  refuse(gracePeriodRefusal(input.healthCheckGracePeriodSeconds, { definition, loadBalancers, attributes }))
  checkExecuteCommand(definition, input.enableExecuteCommand, 'created')
  checkPlatform(definition, attributes)
  checkCapacityProviders(cluster.attributes, attributes)
  const service = newService(world, input, options)
  checkConfiguration(service.configuration, service)
  world.services.set(service.arn, service)
  beginRollout(world, service, {
    taskDefinition: definition,
    loadBalancers,
    attributes: revisionAttributes(attributes),
  })
  return { service: serviceShape(world, service) }
}

/** The same client token, with the same parameters (ECS_Idempotency). */
function isRepeated({ status, creation }: Service, input: Document): boolean {
  return status === 'ACTIVE' && creation !== undefined && creation === creationOf(input)
}

function creationOf(input: Document): string | undefined {
  return input.clientToken === undefined ? undefined : JSON.stringify(input)
}

function newService(
  world: World,
  input: Parameters<Operation>[1],
  options: {
    readonly cluster: { readonly name: string; readonly arn: string }
    readonly schedulingStrategy: SchedulingStrategy
    readonly loadBalancers: Service['loadBalancers']
    readonly attributes: Document
  },
): Service {
  const { cluster, schedulingStrategy, loadBalancers, attributes } = options
  const isDaemon = schedulingStrategy === 'DAEMON'
  return {
    name: input.serviceName,
    arn: world.arn(`service/${cluster.name}/${input.serviceName}`),
    clusterName: cluster.name,
    clusterArn: cluster.arn,
    createdAt: world.now,
    creation: creationOf(input),
    schedulingStrategy,
    controller: input.deploymentController?.type ?? 'ECS',
    resourceManagementType: 'CUSTOMER',
    attributes,
    loadBalancers,
    healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds ?? 0,
    status: 'ACTIVE',
    desiredCount: isDaemon ? world.settings.daemonInstances : (input.desiredCount ?? 1),
    configuration: fillStrategy(
      mergeConfiguration(defaultConfiguration(schedulingStrategy), input.deploymentConfiguration ?? {}),
    ),
    deployments: [],
    serviceDeployments: [],
    revisions: [],
    events: [],
    tags: input.tags ?? [],
    registering: [],
    steady: false,
    nextRunAt: undefined,
    stale: [],
  }
}

function serviceAttributes(world: World, input: Parameters<Operation>[1]): Document {
  const launchType = input.launchType ?? (input.capacityProviderStrategy === undefined ? 'EC2' : undefined)
  const isFargate = launchType === 'FARGATE'
  return definedMembers({
    launchType,
    platformVersion: isFargate ? 'LATEST' : undefined,
    platformFamily: isFargate ? 'Linux' : undefined,
    roleArn: `arn:aws:iam::${world.account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
    createdBy: `arn:aws:iam::${world.account}:role/Infrastructure`,
    ...Object.fromEntries(Object.entries(input).filter(([member]) => !separateMembers.has(member))),
  })
}

/** Stored elsewhere; other members are echoed as sent. */
const separateMembers = new Set([
  'cluster',
  'serviceName',
  'taskDefinition',
  'loadBalancers',
  'desiredCount',
  'clientToken',
  'role',
  'deploymentConfiguration',
  'deploymentController',
  'schedulingStrategy',
  'healthCheckGracePeriodSeconds',
  'tags',
])

function checkController({
  deploymentController,
  taskDefinition,
  loadBalancers = [],
}: Parameters<Operation>[1]): void {
  const type = deploymentController?.type
  if (type === 'EXTERNAL') {
    if (taskDefinition !== undefined) throw invalid('TaskDefinition must be blank.')
    if (loadBalancers.length > 0) throw invalid('LoadBalancers must be empty or null')
  }
  if (type === 'CODE_DEPLOY' && loadBalancers.length === 0) {
    throw invalid(
      'When specifying the CODE_DEPLOY deployment controller type, the service requires an Application Load Balancer or Network Load Balancer.',
    )
  }
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message)
}
