/** What clients write beside a deployment: each operation once, and what the simulator answers. */
import type { World } from '../../../simulator/ecs/world.js'
import {
  createTargetGroup,
  deleteTargetGroup,
  modifyTargetGroup,
  modifyTargetGroupAttributes,
} from '../../../simulator/elastic-load-balancing/change-target-groups.js'
import { addTags, removeTags } from '../../../simulator/elastic-load-balancing/describe-tags.js'
import {
  createListener,
  deleteListener,
  describeListenerAttributes,
  describeListeners,
  modifyListener,
  modifyListenerAttributes,
} from '../../../simulator/elastic-load-balancing/listeners.js'
import {
  createLoadBalancer,
  deleteLoadBalancer,
  describeCapacityReservation,
  describeLoadBalancerAttributes,
  describeLoadBalancers,
  modifyLoadBalancerAttributes,
  setSecurityGroups,
  setSubnets,
} from '../../../simulator/elastic-load-balancing/load-balancers.js'
import {
  attachRolePolicy,
  deleteRolePolicy,
  detachRolePolicy,
  getRolePolicy,
  listAttachedRolePolicies,
  listRolePolicies,
  putRolePolicy,
} from '../../../simulator/iam/role-policies.js'
import {
  createRole,
  deleteRole,
  getRole,
  listInstanceProfilesForRole,
  tagRole,
  untagRole,
  updateAssumeRolePolicy,
} from '../../../simulator/iam/roles.js'
import { assumeRole } from '../../../simulator/sts/assume-role.js'
import { assumeRoleWithWebIdentity } from '../../../simulator/sts/assume-role-with-web-identity.js'

export interface Written {
  readonly service: string
  readonly operation: string
  readonly input: object
}

const logGroupName = '/ecs/of-a-client'
const logGroupArn = `arn:aws:logs:eu-west-1:123456789012:log-group:${logGroupName}`
const stream = { logGroupName, logStreamName: 'verify' }
const target = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/prod/web',
  ScalableDimension: 'ecs:service:DesiredCount',
}
const targetArn = /:scalable-target\//

/** Sent as JSON; an input may need what an answer before it says. */
export async function writeByJson(
  call: (service: string, operation: string, input: object) => Promise<Record<string, unknown>>,
): Promise<void> {
  await call('ecr', 'GetAuthorizationToken', {})
  await call('ssm', 'GetParameter', { Name: '/web/level', WithDecryption: true })
  await call('ssm', 'GetParameters', { Names: ['/web/level'] })
  await call('secretsmanager', 'GetSecretValue', { SecretId: 'web/database-url' })
  await call('secretsmanager', 'DescribeSecret', { SecretId: 'web/database-url' })
  const state = { AlarmName: 'a-metric', StateValue: 'OK', StateReason: 'a drill' }
  await call('cloudwatch', 'SetAlarmState', state)

  await call('logs', 'CreateLogGroup', { logGroupName, tags: { team: 'web' } })
  await call('logs', 'PutRetentionPolicy', { logGroupName, retentionInDays: 7 })
  await call('logs', 'DeleteRetentionPolicy', { logGroupName })
  await call('logs', 'TagResource', { resourceArn: logGroupArn, tags: { stage: 'prod' } })
  await call('logs', 'UntagResource', { resourceArn: logGroupArn, tagKeys: ['team'] })
  await call('logs', 'ListTagsForResource', { resourceArn: logGroupArn })
  await call('logs', 'CreateLogStream', stream)
  await call('logs', 'PutLogEvents', { ...stream, logEvents: [{ timestamp: 0, message: 'verified' }] })
  await call('logs', 'FilterLogEvents', { logGroupName, filterPattern: 'verified' })
  await call('logs', 'DeleteLogGroup', { logGroupName })

  const capacity = { MinCapacity: 1, MaxCapacity: 5 }
  const registered = await call('application-autoscaling', 'RegisterScalableTarget', {
    ...target,
    ...capacity,
  })
  const ResourceARN = String(registered.ScalableTargetARN)
  if (!targetArn.test(ResourceARN)) throw new Error(`not the ARN of a target: ${ResourceARN}`)
  await call('application-autoscaling', 'TagResource', { ResourceARN, Tags: { team: 'web' } })
  await call('application-autoscaling', 'ListTagsForResource', { ResourceARN })
  await call('application-autoscaling', 'UntagResource', { ResourceARN, TagKeys: ['team'] })
  await call('application-autoscaling', 'PutScalingPolicy', {
    ...target,
    ...{ PolicyName: 'cpu', PolicyType: 'TargetTrackingScaling' },
    TargetTrackingScalingPolicyConfiguration: { TargetValue: 60.5 },
  })
  await call('application-autoscaling', 'DescribeScalingPolicies', { ServiceNamespace: 'ecs' })
  await call('application-autoscaling', 'DeleteScalingPolicy', { ...target, PolicyName: 'cpu' })
  await call('application-autoscaling', 'DeregisterScalableTarget', target)
}

type Perform<Input> = (world: World, input: Input) => object

const document = JSON.stringify({ Version: '2012-10-17', Statement: [] })

function writeRole(write: Write): void {
  const role = { RoleName: 'api' }
  const inline = { ...role, PolicyName: 'secrets' }
  const managed = { ...role, PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }
  write('iam CreateRole', createRole, { ...role, AssumeRolePolicyDocument: document })
  write('iam UpdateAssumeRolePolicy', updateAssumeRolePolicy, { ...role, PolicyDocument: document })
  write('iam TagRole', tagRole, { ...role, Tags: [{ Key: 'team', Value: 'api' }] })
  write('iam UntagRole', untagRole, { ...role, TagKeys: ['team'] })
  write('iam ListInstanceProfilesForRole', listInstanceProfilesForRole, role)
  write('iam PutRolePolicy', putRolePolicy, { ...inline, PolicyDocument: document })
  write('iam GetRolePolicy', getRolePolicy, inline)
  write('iam ListRolePolicies', listRolePolicies, role)
  write('iam DeleteRolePolicy', deleteRolePolicy, inline)
  write('iam AttachRolePolicy', attachRolePolicy, managed)
  write('iam ListAttachedRolePolicies', listAttachedRolePolicies, role)
  write('iam DetachRolePolicy', detachRolePolicy, managed)
  write('iam DeleteRole', deleteRole, role)
}

type Write = <Input extends object>(name: string, perform: Perform<Input>, input: Input) => object

function writeLoadBalancer(write: Write, TargetGroupArn: string): void {
  const Subnets = ['subnet-0a', 'subnet-0b']
  const balancers = write('elbv2 CreateLoadBalancer', createLoadBalancer, { Name: 'shop', Subnets }) as {
    readonly LoadBalancers: readonly { readonly LoadBalancerArn: string }[]
  }
  const { LoadBalancerArn = '' } = balancers.LoadBalancers[0] ?? {}
  const ofBalancer = { LoadBalancerArn }
  write('elbv2 DescribeLoadBalancers', describeLoadBalancers, { Names: ['shop'] })
  write('elbv2 DescribeLoadBalancerAttributes', describeLoadBalancerAttributes, ofBalancer)
  write('elbv2 DescribeCapacityReservation', describeCapacityReservation, ofBalancer)
  const Attributes = [{ Key: 'idle_timeout.timeout_seconds', Value: '30' }]
  write('elbv2 ModifyLoadBalancerAttributes', modifyLoadBalancerAttributes, { ...ofBalancer, Attributes })
  write('elbv2 SetSecurityGroups', setSecurityGroups, { ...ofBalancer, SecurityGroups: ['sg-0a'] })
  write('elbv2 SetSubnets', setSubnets, { ...ofBalancer, Subnets })
  const listener = { Protocol: 'HTTP', Port: 80, DefaultActions: [{ Type: 'forward', TargetGroupArn }] }
  const listeners = write('elbv2 CreateListener', createListener, { ...ofBalancer, ...listener }) as {
    readonly Listeners: readonly { readonly ListenerArn: string }[]
  }
  const { ListenerArn = '' } = listeners.Listeners[0] ?? {}
  write('elbv2 DescribeListeners', describeListeners, ofBalancer)
  write('elbv2 DescribeListenerAttributes', describeListenerAttributes, { ListenerArn })
  const server = [{ Key: 'routing.http.response.server.enabled', Value: 'false' }]
  write('elbv2 ModifyListenerAttributes', modifyListenerAttributes, { ListenerArn, Attributes: server })
  write('elbv2 ModifyListener', modifyListener, { ListenerArn, Port: 8080 })
  write('elbv2 DeleteListener', deleteListener, { ListenerArn })
  write('elbv2 DeleteLoadBalancer', deleteLoadBalancer, ofBalancer)
}

/** The Query services, without their XML. */
export function writeByQuery(world: World): readonly (Written & { readonly answer: object })[] {
  const written: (Written & { readonly answer: object })[] = []
  function write<Input extends object>(name: string, perform: Perform<Input>, input: Input): object {
    const [service = '', operation = ''] = name.split(' ')
    const answer = perform(world, input)
    written.push({ service, operation, input, answer })
    return answer
  }
  const group = { Name: 'api', Protocol: 'HTTP', Port: 8080, VpcId: 'vpc-0a', TargetType: 'ip' }
  const created = write('elbv2 CreateTargetGroup', createTargetGroup, group) as {
    readonly TargetGroups: readonly { readonly TargetGroupArn: string }[]
  }
  const { TargetGroupArn = '' } = created.TargetGroups[0] ?? {}
  const ResourceArns = [TargetGroupArn]
  write('elbv2 ModifyTargetGroup', modifyTargetGroup, { TargetGroupArn, HealthCheckPath: '/up' })
  const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: '5' }]
  write('elbv2 ModifyTargetGroupAttributes', modifyTargetGroupAttributes, { TargetGroupArn, Attributes })
  write('elbv2 AddTags', addTags, { ResourceArns, Tags: [{ Key: 'team', Value: 'api' }] })
  write('elbv2 RemoveTags', removeTags, { ResourceArns, TagKeys: ['team'] })
  writeLoadBalancer(write, TargetGroupArn)
  write('elbv2 DeleteTargetGroup', deleteTargetGroup, { TargetGroupArn })

  const role = { RoleArn: 'arn:aws:iam::123456789012:role/deploy', RoleSessionName: 'me' }
  const claims = Buffer.from(JSON.stringify({ aud: 'sts.amazonaws.com', sub: 'repo:acme/web' })).toString(
    'base64url',
  )
  write('sts AssumeRole', assumeRole, role)
  write('sts AssumeRoleWithWebIdentity', assumeRoleWithWebIdentity, {
    ...role,
    WebIdentityToken: `e30.${claims}.c2ln`,
  })
  write('iam GetRole', getRole, { RoleName: 'ecsTaskExecutionRole' })
  writeRole(write)
  return written
}
