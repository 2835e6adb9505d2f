import { AwsError } from '../../aws-error.js'
import { percentRefusal } from '../rules/percent-rules.js'
import { referenceRefusal } from '../rules/service-references.js'
import { strategyRefusal } from '../rules/strategy-rules.js'
import type { DeploymentConfiguration, SchedulingStrategy } from '../state/deployment-configuration.js'
import type { Document } from '../state/document.js'
import type { LoadBalancer } from '../state/service.js'
import type { TaskDefinition } from '../state/task-definition.js'
import type { World } from '../world.js'

export function checkFit(
  world: World,
  definition: TaskDefinition,
  {
    attributes,
    loadBalancers,
  }: {
    readonly loadBalancers: readonly LoadBalancer[]
    readonly attributes: Document
  },
): void {
  checkNetwork(definition, attributes.networkConfiguration)
  const compatibilities = definition.document.compatibilities as readonly unknown[]
  if (attributes.launchType === 'FARGATE' && !compatibilities.includes('FARGATE')) {
    throw new AwsError('InvalidParameterException', 'Task definition does not support launch_type FARGATE.')
  }
  for (const loadBalancer of loadBalancers) checkLoadBalancer(world, definition, loadBalancer)
  const message = referenceRefusal(definition, attributes)
  if (message !== undefined) throw new AwsError('InvalidParameterException', message)
}

export function checkConfiguration(
  configuration: DeploymentConfiguration,
  service: {
    readonly schedulingStrategy: SchedulingStrategy
    readonly loadBalancers: readonly LoadBalancer[]
  },
): void {
  const message =
    percentRefusal(configuration, service.schedulingStrategy) ??
    strategyRefusal(configuration, service.loadBalancers)
  if (message !== undefined) throw new AwsError('InvalidParameterException', message)
}

/** Message seen from ECS (gruntwork-io/cloud-nuke, issue 219). */
export function checkCount(schedulingStrategy: SchedulingStrategy, desiredCount: number | undefined): void {
  if (schedulingStrategy !== 'DAEMON' || desiredCount === undefined) return
  throw new AwsError(
    'InvalidParameterException',
    'The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again',
  )
}

function checkNetwork(definition: TaskDefinition, networkConfiguration: unknown): void {
  const hasNetworkConfiguration =
    (networkConfiguration as Document | undefined)?.awsvpcConfiguration !== undefined
  if (hasNetworkConfiguration === (definition.document.networkMode === 'awsvpc')) return
  throw new AwsError(
    'InvalidParameterException',
    hasNetworkConfiguration
      ? 'Network Configuration is not valid for the given networkMode of this task definition.'
      : "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
  )
}

function checkLoadBalancer(world: World, definition: TaskDefinition, loadBalancer: LoadBalancer): void {
  const { containerName, containerPort, targetGroupArn } = loadBalancer
  const container = definition.containers.find(({ name }) => name === containerName)
  if (container === undefined) {
    throw new AwsError(
      'InvalidParameterException',
      `The container ${containerName} does not exist in the task definition.`,
    )
  }
  if (!container.portMappings?.some(mapping => mapping.containerPort === containerPort)) {
    throw new AwsError(
      'InvalidParameterException',
      `The container ${containerName} did not have a container port ${containerPort} defined.`,
    )
  }
  for (const arn of [targetGroupArn, loadBalancer.advancedConfiguration?.alternateTargetGroupArn]) {
    if (arn === undefined || world.targetGroups.find(arn) !== undefined) continue
    throw new AwsError(
      'InvalidParameterException',
      `The target group with targetGroupArn ${arn} does not have an associated load balancer.`,
    )
  }
  checkTargetType(world, definition, targetGroupArn)
}

/** In awsvpc mode a task has its own IP address; in other modes its instance's. */
function checkTargetType(world: World, { document }: TaskDefinition, arn: string | undefined): void {
  const group = arn === undefined ? undefined : world.targetGroups.find(arn)
  const mode = document.networkMode ?? 'bridge'
  const targetType = group?.isAssumed ? undefined : group?.targetType
  if (targetType === undefined || (mode === 'awsvpc') === (targetType === 'ip')) return
  throw new AwsError(
    'InvalidParameterException',
    `The provided target group ${arn} has target type ${targetType}, which is incompatible with the ${mode} network mode specified in the task definition.`,
  )
}
