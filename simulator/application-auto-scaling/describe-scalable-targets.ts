/** Every target is an ECS service (autoscaling/application/APIReference/API_DescribeScalableTargets.html). */
import { createHash } from 'node:crypto'
import { ScalableDimension, ServiceNamespace } from '@aws-sdk/client-application-auto-scaling'
import { AwsError } from '../aws-error.js'
import { offsetIn, pageFrom } from '../continuation.js'
import { definedMembers } from '../defined-members.js'
import type { ScalableTarget } from '../ecs/resources/scalable-targets.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'

export interface DescribeScalableTargetsInput {
  readonly ServiceNamespace: string
  readonly ResourceIds?: readonly string[]
  readonly ScalableDimension?: string
  readonly MaxResults?: number
  readonly NextToken?: string
}

export function describeScalableTargets(world: World, input: DescribeScalableTargetsInput): object {
  const { ResourceIds: ids = [], ScalableDimension: dimension, MaxResults = 50 } = input
  requireOneOf('serviceNamespace', input.ServiceNamespace, Object.values(ServiceNamespace))
  if (dimension !== undefined) requireOneOf('scalableDimension', dimension, Object.values(ScalableDimension))
  if (dimension !== undefined && ids.length === 0) {
    throw new AwsError('ValidationException', 'A scalable dimension is given without a resource id.')
  }
  if (ids.length > 50)
    throw invalid(String(ids.length), 'resourceIds', 'have length less than or equal to 50')
  if (MaxResults < 1 || MaxResults > 50) throw invalid(String(MaxResults), 'maxResults', 'be from 1 to 50')

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

const desiredCount = 'ecs:service:DesiredCount'
const role = 'AWSServiceRoleForApplicationAutoScaling_ECSService'

function shapeOf({ region, account }: World, target: ScalableTarget): object {
  const { resourceId, min, max, suspended, createdAt } = target
  const id = createHash('sha256').update(resourceId).digest('hex').slice(0, 32)
  return {
    ServiceNamespace: 'ecs',
    ResourceId: resourceId,
    ScalableDimension: desiredCount,
    MinCapacity: min,
    MaxCapacity: max,
    RoleARN: `arn:aws:iam::${account}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/${role}`,
    CreationTime: epoch(createdAt),
    SuspendedState: {
      DynamicScalingInSuspended: suspended.in,
      DynamicScalingOutSuspended: suspended.out,
      ScheduledScalingSuspended: suspended.scheduled,
    },
    ScalableTargetARN: `arn:aws:application-autoscaling:${region}:${account}:scalable-target/${id}`,
  }
}

function requireOneOf(member: string, value: string, values: readonly string[]): void {
  if (!values.includes(value)) throw invalid(value, member, `satisfy enum value set: [${values.join(', ')}]`)
}

function invalid(value: string, member: string, constraint: string): AwsError {
  const targets = `Value '${value}' at '${member}' failed to satisfy constraint: Member must ${constraint}`
  return new AwsError('ValidationException', `1 validation error detected: ${targets}`)
}
