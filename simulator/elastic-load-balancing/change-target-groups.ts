/** elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html and its neighbors */
import { createHash } from 'node:crypto'
import { AwsError } from '../aws-error.js'
import type { TargetGroup, TargetGroupTag } from '../ecs/resources/target-groups.js'
import type { World } from '../ecs/world.js'
import { attributesOf } from './describe-target-group-attributes.js'
import { targetGroupShape } from './describe-target-groups.js'
import { findTargetGroup, nameOf } from './find-target-group.js'
import { checkSettings, type HealthCheckInput, healthCheckOf, invalid } from './target-group-settings.js'

export interface CreateTargetGroupInput extends HealthCheckInput {
  readonly Name: string
  readonly Protocol?: string
  readonly Port?: number
  readonly VpcId?: string
  readonly TargetType?: string
  readonly Tags?: readonly TargetGroupTag[]
}

/** Creating the same one again returns it. */
export function createTargetGroup(world: World, input: CreateTargetGroupInput): object {
  const { Name } = input
  if (!/^(?!-)[a-zA-Z0-9-]{1,32}(?<!-)$/.test(Name)) {
    throw invalid(
      `Target group name '${Name}' must have 1 to 32 letters, digits and hyphens, and no hyphen at its ends`,
    )
  }
  const group = newGroup(world, input)
  checkSettings(group)
  const known = world.targetGroups.all().find(each => nameOf(each) === Name)
  if (known !== undefined && !isSame(known, group)) {
    throw new AwsError(
      'DuplicateTargetGroupName',
      `A target group with the same name '${Name}' exists, but with different settings`,
    )
  }
  const created = known ?? world.targetGroups.add(group)
  return { TargetGroups: [targetGroupShape(world, created)] }
}

function newGroup(world: World, input: CreateTargetGroupInput): TargetGroup {
  const { Name, Protocol: trafficProtocol, Port: trafficPort, TargetType: targetType = 'instance' } = input
  if (targetType !== 'ip' && targetType !== 'instance') {
    throw invalid(`This simulator has no targets of the type '${targetType}', only ip and instance`)
  }
  if (!isProtocol(trafficProtocol)) {
    throw invalid(`Protocol '${trafficProtocol}' must be one of ${protocols.join(', ')}`)
  }
  if (trafficPort === undefined) throw invalid('A port must be specified')
  if (input.VpcId === undefined) throw invalid('A VPC ID must be specified')
  const id = createHash('sha256').update(`${world.region} ${Name}`).digest('hex').slice(0, 16)
  const isHttp = trafficProtocol.startsWith('HTTP')
  return {
    arn: `arn:aws:elasticloadbalancing:${world.region}:${world.account}:targetgroup/${Name}/${id}`,
    ...{ targetType, trafficProtocol, trafficPort, vpcId: input.VpcId },
    ...{ protocol: isHttp ? 'HTTP' : 'TCP', path: '/', port: 'traffic-port', matcher: '200' },
    ...{ intervalSeconds: 30, timeoutSeconds: isHttp ? 5 : 10, healthyThreshold: 5, unhealthyThreshold: 2 },
    ...{ deregistrationDelaySeconds: 300, tags: input.Tags ?? [], attributes: {} },
    ...healthCheckOf(input),
  }
}

const protocols = ['HTTP', 'HTTPS', 'TCP', 'TLS'] as const

function isProtocol(value: string | undefined): value is (typeof protocols)[number] {
  return protocols.some(protocol => protocol === value)
}

function isSame(known: TargetGroup, { tags: _, ...settings }: TargetGroup): boolean {
  return Object.entries(settings).every(([member, value]) => {
    return member === 'arn' || JSON.stringify(known[member as keyof TargetGroup]) === JSON.stringify(value)
  })
}

type Reference = { readonly TargetGroupArn: string }

export function modifyTargetGroup(world: World, input: Reference & HealthCheckInput): object {
  const group = { ...findTargetGroup(world, input.TargetGroupArn), ...healthCheckOf(input) }
  checkSettings(group)
  return { TargetGroups: [targetGroupShape(world, world.targetGroups.add(group))] }
}

const delayKey = 'deregistration_delay.timeout_seconds'

export function modifyTargetGroupAttributes(
  world: World,
  { TargetGroupArn, Attributes }: Reference & { readonly Attributes: readonly TargetGroupTag[] },
): object {
  const group = findTargetGroup(world, TargetGroupArn)
  const { [delayKey]: delay, ...others } = Object.fromEntries(
    Attributes.map(({ Key, Value = '' }) => [Key, Value]),
  )
  const deregistrationDelaySeconds = delay === undefined ? group.deregistrationDelaySeconds : Number(delay)
  if (!(deregistrationDelaySeconds >= 0 && deregistrationDelaySeconds <= 3600)) {
    throw new AwsError('InvalidConfigurationRequest', `${delayKey} must be between 0 and 3600`)
  }
  const attributes = { ...group.attributes, ...others }
  const changed = world.targetGroups.add({ ...group, deregistrationDelaySeconds, attributes })
  return { Attributes: attributesOf(changed) }
}

/** A service keeps it like a listener: load balancers that nobody created have listeners that nobody sees. */
export function deleteTargetGroup(world: World, { TargetGroupArn }: Reference): object {
  const isUsed = [...world.services.values()].some(
    ({ status, loadBalancers }) =>
      status === 'ACTIVE' && loadBalancers.some(({ targetGroupArn }) => targetGroupArn === TargetGroupArn),
  )
  if (isUsed || world.loadBalancers.forwarding(TargetGroupArn).length > 0) {
    throw new AwsError(
      'ResourceInUse',
      `Target group '${TargetGroupArn}' is currently in use by a listener or a rule`,
    )
  }
  world.targetGroups.remove(TargetGroupArn)
  return {}
}
