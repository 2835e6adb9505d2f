/** Every target is an ECS service (autoscaling/application/APIReference/API_DescribeScalableTargets.html). */
import { AwsError } from '../aws-error.js'
import { offsetIn, pageFrom } from '../continuation.js'
import { definedMembers } from '../defined-members.js'
import type { ScalableTarget } from '../ecs/resources/scalable-targets.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'
import { checkDimension, checkNamespace, constraint, desiredCount, targetArn } from './requests.js'

export interface DescribeScalableTargetsInput {
  readonly ServiceNamespace: string
  readonly ResourceIds?: readonly string[]
  readonly ScalableDimension?: string
  readonly MaxResults?: number
  readonly NextToken?: string
}

export function describeScalableTargets(world: World, input: DescribeScalableTargetsInput): object {
  const { ResourceIds: ids = [], ScalableDimension: dimension, MaxResults = 50 } = input
  checkNamespace(input.ServiceNamespace)
  if (dimension !== undefined) checkDimension(dimension)
  if (dimension !== undefined && ids.length === 0) {
    throw new AwsError('ValidationException', 'A scalable dimension is given without a resource id.')
  }
  if (ids.length > 50)
    throw constraint(String(ids.length), 'resourceIds', 'have length less than or equal to 50')
  if (MaxResults < 1 || MaxResults > 50) throw constraint(String(MaxResults), 'maxResults', 'be from 1 to 50')

  const from = offsetIn(input.NextToken)
  if (from === undefined)
    throw new AwsError('InvalidNextTokenException', 'The next token supplied was invalid.')
  const targets = world.scalableTargets
    .all()
    .filter(() => input.ServiceNamespace === 'ecs' && (dimension ?? desiredCount) === desiredCount)
    .filter(({ resourceId }) => ids.length === 0 || ids.includes(resourceId))
  const { items, nextToken } = pageFrom(targets, { from, size: MaxResults })
  return definedMembers({
    ScalableTargets: items.map(target => shapeOf(world, target)),
    NextToken: nextToken,
  })
}

const role = 'AWSServiceRoleForApplicationAutoScaling_ECSService'

function shapeOf(world: World, target: ScalableTarget): object {
  const { resourceId, min, max, suspended, createdAt } = target
  return {
    ServiceNamespace: 'ecs',
    ResourceId: resourceId,
    ScalableDimension: desiredCount,
    MinCapacity: min,
    MaxCapacity: max,
    RoleARN: `arn:aws:iam::${world.account}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/${role}`,
    CreationTime: epoch(createdAt),
    SuspendedState: {
      DynamicScalingInSuspended: suspended.in,
      DynamicScalingOutSuspended: suspended.out,
      ScheduledScalingSuspended: suspended.scheduled,
    },
    ScalableTargetARN: targetArn(world, target),
  }
}
