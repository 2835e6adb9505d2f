import { AwsError } from '../../aws-error.js'
import { networkRefusal } from '../rules/network-rules.js'
import { percentRefusal } from '../rules/percent-rules.js'
import { rangeRefusal } from '../rules/rollout-ranges.js'
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
  refuse(networkRefusal(definition, attributes.networkConfiguration))
  const compatibilities = definition.document.compatibilities as readonly unknown[]
  if (attributes.launchType === 'FARGATE' && !compatibilities.includes('FARGATE')) {
    throw new AwsError('InvalidParameterException', 'Task definition does not support launch_type FARGATE.')
  }
  for (const loadBalancer of loadBalancers) checkLoadBalancer(world, definition, loadBalancer)
  refuse(referenceRefusal(definition, attributes))
}

/** Throws what a rule says. */
export function refuse(message: string | undefined): void {
  if (message !== undefined) throw new AwsError('InvalidParameterException', message)
}

export function checkConfiguration(
  configuration: DeploymentConfiguration,
  service: {
    readonly schedulingStrategy: SchedulingStrategy
    readonly loadBalancers: readonly LoadBalancer[]
  },
): void {
  refuse(
    rangeRefusal(configuration) ??
      percentRefusal(configuration, service.schedulingStrategy) ??
      strategyRefusal(configuration, service.loadBalancers),
  )
}

/** The message about DAEMON was seen from ECS (gruntwork-io/cloud-nuke, issue 219); the other is ours. */
export function checkCount(schedulingStrategy: SchedulingStrategy, desiredCount: number | undefined): void {
  if (desiredCount === undefined) return
  if (schedulingStrategy === 'DAEMON') {
    refuse(
      'The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again',
    )
  }
  if (desiredCount < 0) refuse('desiredCount must not be negative.')
}

/**
 * Seen from ECS for UpdateService (https://github.com/aws/aws-cli/issues/6242), and believed to say the same of a service
 * that is created.
 */
export function checkExecuteCommand(
  { document }: TaskDefinition,
  enabled: unknown,
  done: 'created' | 'updated',
): void {
  if (enabled !== true || document.taskRoleArn !== undefined) return
  refuse(
    `The service couldn't be ${done} because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.`,
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
