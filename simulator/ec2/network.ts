/**
 * The network that services name: one VPC, and every subnet and security group whose id is well-formed
 * (AWSEC2/latest/APIReference). Members have the names of the XML.
 */
import { createHash } from 'node:crypto'
import { AwsError } from '../aws-error.js'
import type { SecurityGroup } from '../ecs/resources/security-groups.js'
import type { World } from '../ecs/world.js'

export interface Wanted {
  /** Empty: all that is known. */
  readonly ids: readonly string[]
  readonly filters: ReadonlyMap<string, readonly string[]>
  readonly form: URLSearchParams
}

const vpcId = 'vpc-0b1c2d3e4f5a60718'
const defaultSubnets = ['subnet-0b1c2d3e4f5a60718', 'subnet-0b1c2d3e4f5a60719', 'subnet-0b1c2d3e4f5a6071a']
export const defaultGroup = 'sg-0b1c2d3e4f5a60718'

const vpcIds = { pattern: /^vpc-[0-9a-z]+$/, code: 'InvalidVpcID.NotFound', noun: 'vpc' }

export const groupIds = { pattern: /^sg-[0-9a-z]+$/, code: 'InvalidGroup.NotFound', noun: 'security group' }

export function describeVpcs({ account }: World, wanted: Wanted): object {
  checkIds(wanted.ids, vpcIds)
  const ids = wanted.ids.length > 0 ? wanted.ids : [vpcId]
  return {
    vpcSet: matching(ids, wanted, 'vpc-id').map(id => ({
      ...{ vpcId: id, ownerId: account, state: 'available', cidrBlock: '10.0.0.0/16' },
      ...{ dhcpOptionsId: 'dopt-0b1c2d3e', instanceTenancy: 'default', isDefault: false, tagSet: [] },
    })),
  }
}

const vpcAttributes = ['enableDnsSupport', 'enableDnsHostnames', 'enableNetworkAddressUsageMetrics']

/** All on but the last. API_DescribeVpcAttribute: one attribute a call. */
export function describeVpcAttribute(_: World, { form }: Wanted): object {
  const [id = '', attribute = ''] = [form.get('VpcId') ?? '', form.get('Attribute') ?? '']
  checkIds([id], vpcIds)
  if (!vpcAttributes.includes(attribute))
    throw new AwsError('InvalidParameterValue', `Value (${attribute}) for parameter attribute is invalid.`)
  return { vpcId: id, [attribute]: { value: attribute !== 'enableNetworkAddressUsageMetrics' } }
}

/** The main route table of the VPC. */
export function describeRouteTables({ account }: World, wanted: Wanted): object {
  const routeTableId = 'rtb-0b1c2d3e4f5a60718'
  const association = { routeTableAssociationId: 'rtbassoc-0b1c2d3e4f5a60718', routeTableId, main: true }
  const local = { destinationCidrBlock: '10.0.0.0/16', gatewayId: 'local', state: 'active' }
  const table = { routeTableId, vpcId, ownerId: account, routeSet: [local], associationSet: [association] }
  return { routeTableSet: inVpc(matching([routeTableId], wanted, 'route-table-id'), wanted).map(() => table) }
}

/** Those of tasks are not listed, and load balancers have none. */
export function describeNetworkInterfaces(): object {
  return { networkInterfaceSet: [] }
}

export function describeSubnets(world: World, wanted: Wanted): object {
  const noun = 'subnet'
  checkIds(wanted.ids, { pattern: /^subnet-[0-9a-z]+$/, code: 'InvalidSubnetID.NotFound', noun })
  const ids = wanted.ids.length > 0 ? wanted.ids : subnetsOf(world)
  return {
    subnetSet: inVpc(matching(ids, wanted, 'subnet-id'), wanted).map(id => {
      const number = numberOf(id)
      return {
        ...{ subnetId: id, vpcId, ownerId: world.account, state: 'available', tagSet: [] },
        subnetArn: `arn:aws:ec2:${world.region}:${world.account}:subnet/${id}`,
        ...{ cidrBlock: `10.0.${number}.0/24`, availableIpAddressCount: 251 },
        availabilityZone: zoneOf(world.region, id),
        ...{ defaultForAz: false, mapPublicIpOnLaunch: false },
      }
    }),
  }
}

/** Those that services name; before there are any, one in each zone. */
function subnetsOf(world: World): readonly string[] {
  const named = namedBy(world, 'subnets')
  return named.length > 0 ? named : defaultSubnets
}

export function zoneOf(region: string, subnet: string): string {
  return `${region}${'abc'[numberOf(subnet) % 3]}`
}

function numberOf(subnet: string): number {
  return Number.parseInt(createHash('sha256').update(subnet).digest('hex').slice(0, 2), 16)
}

/** The id of a group that nobody created is believed until it is deleted. */
export function believedGroup(world: World, id: string): SecurityGroup | undefined {
  if (!groupIds.pattern.test(id) || world.securityGroups.isDeleted(id)) return undefined
  const name = id === defaultGroup ? 'default' : `group-${id.slice(3)}`
  return { id, name, description: 'simulated', vpcId, rules: [], tags: {} }
}

/** "The subnet ID 'x' does not exist" was seen from ECS (eddmann/serverless-fargate, issue 20). */
export function checkIds(
  ids: readonly string[],
  { pattern, code, noun }: { readonly pattern: RegExp; readonly code: string; readonly noun: string },
): void {
  const wrong = ids.find(id => !pattern.test(id))
  if (wrong !== undefined) throw new AwsError(code, `The ${noun} ID '${wrong}' does not exist`)
}

export function matching(ids: readonly string[], { filters }: Wanted, name: string): readonly string[] {
  const wanted = filters.get(name)
  return wanted === undefined ? ids : wanted.filter(id => ids.length === 0 || ids.includes(id))
}

export function inVpc(ids: readonly string[], { filters }: Wanted): readonly string[] {
  return filters.get('vpc-id')?.includes(vpcId) === false ? [] : ids
}

export function namedBy(world: World, member: 'subnets' | 'securityGroups'): string[] {
  const names = [...world.services.values()].flatMap(({ attributes }) => {
    const { awsvpcConfiguration } = (attributes.networkConfiguration ?? {}) as {
      readonly awsvpcConfiguration?: { readonly subnets?: string[]; readonly securityGroups?: string[] }
    }
    return awsvpcConfiguration?.[member] ?? []
  })
  return [...new Set(names)]
}
