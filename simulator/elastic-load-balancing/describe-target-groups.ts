/**
 * elasticloadbalancing/latest/APIReference/API_DescribeTargetGroups.html. Where no listener forwards to a group, it has the ARN
 * of a load balancer nevertheless, so that a service can use it.
 */
import { createHash } from 'node:crypto'
import { AwsError } from '../aws-error.js'
import { offsetIn, pageFrom } from '../continuation.js'
import { definedMembers } from '../defined-members.js'
import type { TargetGroup } from '../ecs/resources/target-groups.js'
import type { World } from '../ecs/world.js'
import { nameOf, requireArn } from './find-target-group.js'

export interface DescribeTargetGroupsInput {
  readonly LoadBalancerArn?: string
  readonly TargetGroupArns?: readonly string[]
  readonly Names?: readonly string[]
  readonly Marker?: string
  readonly PageSize?: number
}

export function describeTargetGroups(world: World, input: DescribeTargetGroupsInput): object {
  const { PageSize = 400, Marker } = input
  if (PageSize < 1 || PageSize > 400) throw invalid(`Page size '${PageSize}' is not from 1 to 400`)
  const from = offsetIn(Marker)
  if (from === undefined) throw invalid(`Marker '${Marker}' is not valid`)
  const found = requestedGroups(world, input)
  const { items, nextToken } = pageFrom(found, { from, size: PageSize })
  return definedMembers({
    TargetGroups: items.map(group => targetGroupShape(world, group)),
    NextMarker: nextToken,
  })
}

function requestedGroups(
  world: World,
  { LoadBalancerArn, TargetGroupArns, Names }: DescribeTargetGroupsInput,
): TargetGroup[] {
  const all = world.targetGroups.all()
  if ([LoadBalancerArn, TargetGroupArns, Names].filter(filter => filter !== undefined).length > 1) {
    throw invalid('Load balancer ARN, target group ARNs and target group names exclude each other')
  }
  if (LoadBalancerArn !== undefined) {
    const found = all.filter(group => loadBalancersOf(world, group).includes(LoadBalancerArn))
    if (found.length > 0 || world.loadBalancers.find(LoadBalancerArn) !== undefined) return found
    throw new AwsError('LoadBalancerNotFound', `Load balancer '${LoadBalancerArn}' not found`)
  }
  TargetGroupArns?.forEach(requireArn)
  const byName = (name: string) => all.find(group => nameOf(group) === name)
  const named = TargetGroupArns?.map(arn => world.targetGroups.find(arn)) ?? Names?.map(byName)
  return named?.map(group => group ?? notFound()) ?? all
}

function notFound(): never {
  throw new AwsError('TargetGroupNotFound', 'One or more target groups not found')
}

export function targetGroupShape(world: World, group: TargetGroup): object {
  const isHttp = group.protocol === 'HTTP'
  return definedMembers({
    TargetGroupArn: group.arn,
    TargetGroupName: nameOf(group),
    Protocol: group.trafficProtocol,
    Port: group.trafficPort,
    VpcId: group.vpcId,
    HealthCheckProtocol: group.protocol,
    HealthCheckPort: String(group.port),
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: group.intervalSeconds,
    HealthCheckTimeoutSeconds: group.timeoutSeconds,
    HealthyThresholdCount: group.healthyThreshold,
    UnhealthyThresholdCount: group.unhealthyThreshold,
    HealthCheckPath: isHttp ? group.path : undefined,
    Matcher: isHttp ? { HttpCode: group.matcher } : undefined,
    LoadBalancerArns: loadBalancersOf(world, group),
    TargetType: group.targetType,
    ProtocolVersion: isApplication(group) ? 'HTTP1' : undefined,
    IpAddressType: 'ipv4',
  })
}

function loadBalancersOf(world: World, group: TargetGroup): string[] {
  const forwarding = world.loadBalancers.forwarding(group.arn)
  if (forwarding.length > 0) return [...new Set(forwarding.map(({ loadBalancerArn }) => loadBalancerArn))]
  const name = nameOf(group)
  const id = createHash('sha256').update(name).digest('hex').slice(0, 16)
  const kind = isApplication(group) ? 'app' : 'net'
  return [`arn:aws:elasticloadbalancing:${world.region}:${world.account}:loadbalancer/${kind}/${name}/${id}`]
}

function isApplication({ trafficProtocol }: TargetGroup): boolean {
  return trafficProtocol.startsWith('HTTP')
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message)
}
