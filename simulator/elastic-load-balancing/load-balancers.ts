/** Load balancers that clients create (elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html and its neighbors). */
import { createHash } from 'node:crypto'
import { AwsError } from '../aws-error.js'
import { offsetIn, pageFrom } from '../continuation.js'
import { definedMembers } from '../defined-members.js'
import { zoneOf } from '../ec2/network.js'
import type { LoadBalancer } from '../ecs/resources/load-balancers.js'
import type { World } from '../ecs/world.js'
import { type Attribute, balancerAttributes, recordOf } from './load-balancer-attributes.js'
import { invalid } from './target-group-settings.js'

interface SubnetsInput {
  readonly Subnets?: readonly string[]
  readonly SubnetMappings?: readonly { readonly SubnetId?: string }[]
}

export interface CreateLoadBalancerInput extends SubnetsInput {
  readonly Name: string
  readonly Type?: string
  readonly Scheme?: LoadBalancer['scheme']
  readonly SecurityGroups?: readonly string[]
  readonly IpAddressType?: string
  readonly Tags?: LoadBalancer['tags']
}

/** Creating the same one again returns it. */
export function createLoadBalancer(world: World, input: CreateLoadBalancerInput): object {
  const { Name, Type: type = 'application', SecurityGroups: securityGroups = [] } = input
  if (!/^(?!-)(?!internal-)[a-zA-Z0-9-]{1,32}(?<!-)$/.test(Name)) {
    throw invalid(
      `The load balancer name '${Name}' must have 1 to 32 letters, digits and hyphens, no hyphen at its ends, and not begin with 'internal-'`,
    )
  }
  if (type !== 'application' && type !== 'network') {
    throw invalid(`This simulator has no load balancers of the type '${type}', only application and network`)
  }
  const { Scheme: scheme = 'internet-facing', IpAddressType: ipAddressType = 'ipv4' } = input
  const id = createHash('sha256').update(`${world.region} ${Name}`).digest('hex')
  const place = `${world.region}:${world.account}`
  const kind = type === 'application' ? 'app' : 'net'
  const balancer: LoadBalancer = {
    arn: `arn:aws:elasticloadbalancing:${place}:loadbalancer/${kind}/${Name}/${id.slice(0, 16)}`,
    ...{ name: Name, type, scheme, securityGroups, ipAddressType, createdAt: world.now, attributes: {} },
    dnsName: dnsNameOf({ name: Name, type, scheme }, id, world.region),
    subnets: subnetsOf(input, type),
    tags: input.Tags ?? [],
  }
  const known = world.loadBalancers.all().find(({ name }) => name === Name)
  if (known !== undefined && !isSame(known, balancer)) {
    throw new AwsError(
      'DuplicateLoadBalancerName',
      `A load balancer with the same name '${Name}' exists, but with different settings`,
    )
  }
  return { LoadBalancers: [shapeOf(world, known ?? world.loadBalancers.set(balancer))] }
}

/** ECS and SDKs read it in small letters. */
function dnsNameOf(
  { name, type, scheme }: Pick<LoadBalancer, 'name' | 'type' | 'scheme'>,
  id: string,
  region: string,
): string {
  const own = `${scheme === 'internal' ? 'internal-' : ''}${name}-${type === 'network' ? id.slice(0, 16) : Number.parseInt(id.slice(0, 8), 16)}`
  const suffix = type === 'network' ? `elb.${region}.amazonaws.com` : `${region}.elb.amazonaws.com`
  return `${own}.${suffix}`.toLowerCase()
}

/** Code and message: hashicorp/terraform-provider-aws#15145. */
function subnetsOf({ Subnets, SubnetMappings = [] }: SubnetsInput, type: LoadBalancer['type']): string[] {
  const subnets = [...(Subnets ?? SubnetMappings.flatMap(({ SubnetId }) => SubnetId ?? []))]
  if (type === 'application' && new Set(subnets).size < 2) {
    throw invalid('At least two subnets in two different Availability Zones must be specified')
  }
  if (subnets.length === 0) throw invalid('At least one subnet must be specified')
  return subnets
}

function isSame(known: LoadBalancer, { type, scheme, subnets, securityGroups }: LoadBalancer): boolean {
  const settings = (balancer: Pick<LoadBalancer, 'type' | 'scheme' | 'subnets' | 'securityGroups'>) =>
    JSON.stringify([balancer.type, balancer.scheme, balancer.subnets, balancer.securityGroups])
  return settings(known) === settings({ type, scheme, subnets, securityGroups })
}

interface DescribeLoadBalancersInput {
  readonly LoadBalancerArns?: readonly string[]
  readonly Names?: readonly string[]
  readonly Marker?: string
  readonly PageSize?: number
}

export function describeLoadBalancers(world: World, input: DescribeLoadBalancersInput): object {
  const { LoadBalancerArns, Names, Marker, PageSize = 400 } = input
  const from = offsetIn(Marker)
  if (from === undefined) throw invalid(`Marker '${Marker}' is not valid`)
  const all = world.loadBalancers.all()
  const byArn = LoadBalancerArns?.map(arn => findLoadBalancer(world, arn))
  const byName = Names?.map(name => all.find(each => each.name === name) ?? missing(Names.join(', ')))
  const { items, nextToken } = pageFrom(byArn ?? byName ?? all, { from, size: PageSize })
  return definedMembers({ LoadBalancers: items.map(each => shapeOf(world, each)), NextMarker: nextToken })
}

export function findLoadBalancer(world: World, arn: string): LoadBalancer {
  return world.loadBalancers.find(arn) ?? missing(arn)
}

function missing(what: string): never {
  throw new AwsError('LoadBalancerNotFound', `Load balancers '[${what}]' not found`)
}

function shapeOf({ region }: World, balancer: LoadBalancer): object {
  const { arn, name, type, scheme, dnsName, createdAt, subnets, securityGroups, ipAddressType } = balancer
  return definedMembers({
    LoadBalancerArn: arn,
    LoadBalancerName: name,
    DNSName: dnsName,
    CanonicalHostedZoneId: 'Z32O12XQLNTSW2',
    CreatedTime: createdAt / 1_000,
    Scheme: scheme,
    VpcId: 'vpc-0b1c2d3e4f5a60718',
    State: { Code: 'active' },
    Type: type,
    AvailabilityZones: subnets.map(SubnetId => ({ ZoneName: zoneOf(region, SubnetId), SubnetId })),
    SecurityGroups: securityGroups.length > 0 ? securityGroups : undefined,
    IpAddressType: ipAddressType,
  })
}

type Reference = { readonly LoadBalancerArn: string }

export function setSecurityGroups(
  world: World,
  { LoadBalancerArn, SecurityGroups }: Reference & { readonly SecurityGroups: readonly string[] },
): object {
  const balancer = findLoadBalancer(world, LoadBalancerArn)
  world.loadBalancers.set({ ...balancer, securityGroups: SecurityGroups })
  return { SecurityGroupIds: SecurityGroups }
}

export function setSubnets(world: World, { LoadBalancerArn, ...input }: Reference & SubnetsInput): object {
  const balancer = findLoadBalancer(world, LoadBalancerArn)
  const subnets = subnetsOf(input, balancer.type)
  world.loadBalancers.set({ ...balancer, subnets })
  const zones = subnets.map(SubnetId => ({ ZoneName: zoneOf(world.region, SubnetId), SubnetId }))
  return { AvailabilityZones: zones, IpAddressType: balancer.ipAddressType }
}

export function describeLoadBalancerAttributes(world: World, { LoadBalancerArn }: Reference): object {
  return { Attributes: balancerAttributes(findLoadBalancer(world, LoadBalancerArn)) }
}

export function modifyLoadBalancerAttributes(
  world: World,
  { LoadBalancerArn, Attributes }: Reference & { readonly Attributes: readonly Attribute[] },
): object {
  const balancer = findLoadBalancer(world, LoadBalancerArn)
  const attributes = { ...balancer.attributes, ...recordOf(Attributes) }
  return { Attributes: balancerAttributes(world.loadBalancers.set({ ...balancer, attributes })) }
}

/** Nobody reserves capacity. */
export function describeCapacityReservation(world: World, { LoadBalancerArn }: Reference): object {
  findLoadBalancer(world, LoadBalancerArn)
  return { CapacityReservationState: [] }
}

/** One that does not exist is deleted already (API_DeleteLoadBalancer). Code and message: aws-cloudformation/rain#187. */
export function deleteLoadBalancer(world: World, { LoadBalancerArn }: Reference): object {
  const balancer = world.loadBalancers.find(LoadBalancerArn)
  const isProtected = balancer?.attributes['deletion_protection.enabled'] === 'true'
  if (isProtected) {
    throw new AwsError(
      'OperationNotPermitted',
      `Load balancer '${LoadBalancerArn}' cannot be deleted because deletion protection is enabled`,
    )
  }
  world.loadBalancers.remove(LoadBalancerArn)
  return {}
}
