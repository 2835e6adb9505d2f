/** Policies are kept and listed; none of them scales anything (API_PutScalingPolicy). */
import { AwsError } from '../aws-error.js'
import { offsetIn, pageFrom } from '../continuation.js'
import { definedMembers } from '../defined-members.js'
import type { ScalingPolicy } from '../ecs/resources/scalable-targets.js'
import { epoch } from '../ecs/wire/epoch.js'
import type { World } from '../ecs/world.js'
import { checkNamespace, checkTarget, findTarget, idOf, invalid, type TargetReference } from './requests.js'

export interface PutScalingPolicyInput extends TargetReference {
  readonly PolicyName: string
  readonly PolicyType?: string
  readonly StepScalingPolicyConfiguration?: object
  readonly TargetTrackingScalingPolicyConfiguration?: object
  readonly PredictiveScalingPolicyConfiguration?: object
}

/** Omitted members keep their values. */
export function putScalingPolicy(world: World, input: PutScalingPolicyInput): object {
  checkTarget(input)
  const { policies } = findTarget(world, input)
  const { PolicyName: name, PolicyType = 'StepScaling' } = input
  const known = policies.get(name)
  const configuration = definedMembers({
    StepScalingPolicyConfiguration: input.StepScalingPolicyConfiguration,
    TargetTrackingScalingPolicyConfiguration: input.TargetTrackingScalingPolicyConfiguration,
    PredictiveScalingPolicyConfiguration: input.PredictiveScalingPolicyConfiguration,
  })
  const policy: ScalingPolicy = {
    name,
    type: input.PolicyType ?? known?.type ?? PolicyType,
    configuration: { ...known?.configuration, ...configuration },
    createdAt: known?.createdAt ?? world.now,
  }
  // The wording is ours.
  if (policy.configuration[`${policy.type}PolicyConfiguration`] === undefined) {
    throw invalid(`${policy.type}PolicyConfiguration is required for the policy type ${policy.type}.`)
  }
  policies.set(name, policy)
  return { PolicyARN: policyArn(world, input.ResourceId, name), Alarms: [] }
}

export function deleteScalingPolicy(
  world: World,
  input: TargetReference & { readonly PolicyName: string },
): object {
  checkTarget(input)
  const { ServiceNamespace, ResourceId, ScalableDimension, PolicyName } = input
  if (world.scalableTargets.find(ResourceId)?.policies.delete(PolicyName)) return {}
  throw new AwsError(
    'ObjectNotFoundException',
    `No scaling policy found for service namespace: ${ServiceNamespace}, resource ID: ${ResourceId}, scalable dimension: ${ScalableDimension}: ${PolicyName}`,
  )
}

export interface DescribeScalingPoliciesInput {
  readonly ServiceNamespace: string
  readonly PolicyNames?: readonly string[]
  readonly ResourceId?: string
  readonly ScalableDimension?: string
  readonly MaxResults?: number
  readonly NextToken?: string
}

export function describeScalingPolicies(world: World, input: DescribeScalingPoliciesInput): object {
  const { ServiceNamespace, PolicyNames: names, ResourceId, MaxResults = 50, NextToken } = input
  checkNamespace(ServiceNamespace)
  const from = offsetIn(NextToken)
  if (from === undefined)
    throw new AwsError('InvalidNextTokenException', 'The next token supplied was invalid.')
  const all = world.scalableTargets
    .all()
    .filter(({ resourceId }) => ResourceId === undefined || resourceId === ResourceId)
    .flatMap(({ resourceId, policies }) => [...policies.values()].map(policy => ({ resourceId, policy })))
    .filter(({ policy }) => ServiceNamespace === 'ecs' && (names?.includes(policy.name) ?? true))
  const { items, nextToken } = pageFrom(all, { from, size: MaxResults })
  return definedMembers({
    ScalingPolicies: items.map(({ resourceId, policy }) => ({
      PolicyARN: policyArn(world, resourceId, policy.name),
      PolicyName: policy.name,
      ServiceNamespace: 'ecs',
      ResourceId: resourceId,
      ScalableDimension: 'ecs:service:DesiredCount',
      PolicyType: policy.type,
      ...policy.configuration,
      Alarms: [],
      CreationTime: epoch(policy.createdAt),
    })),
    NextToken: nextToken,
  })
}

function policyArn({ region, account }: World, resourceId: string, name: string): string {
  const id = idOf(`${resourceId} ${name}`).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return `arn:aws:autoscaling:${region}:${account}:scalingPolicy:${id}:resource/ecs/${resourceId}:policyName/${name}`
}
