/** Security groups that clients create (AWSEC2/latest/APIReference/API_CreateSecurityGroup.html and its neighbors). */
import { createHash } from 'node:crypto'
import { AwsError } from '../aws-error.js'
import type { SecurityGroup, SecurityGroupRule } from '../ecs/resources/security-groups.js'
import type { World } from '../ecs/world.js'
import { type FormTree, formTree, itemsOf, textOf } from './form-tree.js'
import { believedGroup, type Wanted } from './network.js'

/** A new group lets everything out. */
const everythingOut = { isEgress: true, protocol: '-1', peer: { kind: 'ipv4', value: '0.0.0.0/0' } } as const

/** Codes: AWSEC2/latest/APIReference/errors-overview.html. The wording of the refusals is ours. */
export function createSecurityGroup(world: World, { form }: Wanted): object {
  const tree = formTree(form)
  const name = textOf(tree, 'GroupName') ?? ''
  const vpcId = textOf(tree, 'VpcId') ?? 'vpc-0b1c2d3e4f5a60718'
  const description = textOf(tree, 'GroupDescription') ?? ''
  if (name === '' || name.startsWith('sg-') || name.length > 255)
    throw new AwsError('InvalidParameterValue', `Invalid value '${name}' for groupName`)
  if (description === '') throw new AwsError('MissingParameter', 'A group description must be specified')
  if (world.securityGroups.all().some(group => group.name === name && group.vpcId === vpcId))
    throw new AwsError(
      'InvalidGroup.Duplicate',
      `The security group '${name}' already exists for VPC '${vpcId}'`,
    )
  const id = `sg-0${hash(`${world.region} ${vpcId} ${name}`)}`
  const group = { id, name, description, vpcId, tags: tagsIn(tree) }
  world.securityGroups.set({ ...group, rules: [newRule(id, { ...everythingOut, ...noPorts })] })
  return { return: true, groupId: id, tagSet: tagShapes(group.tags) }
}

const noPorts = { fromPort: undefined, toPort: undefined, description: undefined }

function tagsIn(tree: FormTree): Record<string, string> {
  const tags = itemsOf(tree, 'TagSpecification').flatMap(specification => itemsOf(specification, 'Tag'))
  return Object.fromEntries(tags.map(tag => [textOf(tag, 'Key') ?? '', textOf(tag, 'Value') ?? '']))
}

export function tagShapes(tags: SecurityGroup['tags']): object[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }))
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

type RuleContent = Omit<SecurityGroupRule, 'id'>

function newRule(groupId: string, content: RuleContent): SecurityGroupRule {
  return { ...content, id: `sgr-0${hash(`${groupId} ${identityOf(content)}`)}` }
}

function identityOf({ isEgress, protocol, fromPort, toPort, peer }: RuleContent): string {
  return [isEgress ? 'egress' : 'ingress', protocol, fromPort, toPort, peer.kind, peer.value].join(' ')
}

export const authorizing =
  (isEgress: boolean) =>
  (world: World, { form }: Wanted) => {
    const tree = formTree(form)
    const group = groupOf(world, textOf(tree, 'GroupId'))
    const known = new Set(group.rules.map(identityOf))
    const added = rulesIn(tree, isEgress).map(content => newRule(group.id, content))
    const twice = added.find(rule => known.has(identityOf(rule)))
    if (twice !== undefined)
      throw new AwsError(
        'InvalidPermission.Duplicate',
        `the specified rule for '${twice.peer.value}' already exists`,
      )
    world.securityGroups.set({ ...group, rules: [...group.rules, ...added] })
    return { return: true, securityGroupRuleSet: added.map(rule => ruleShape(world, group.id, rule)) }
  }

export const revoking =
  (isEgress: boolean) =>
  (world: World, { form }: Wanted) => {
    const tree = formTree(form)
    const group = groupOf(world, textOf(tree, 'GroupId'))
    const ids = new Set(itemsOf(tree, 'SecurityGroupRuleId').map(({ value }) => value))
    const revoked = new Set(rulesIn(tree, isEgress).map(identityOf))
    const rules = group.rules.filter(rule => !ids.has(rule.id) && !revoked.has(identityOf(rule)))
    if (rules.length === group.rules.length)
      throw new AwsError(
        'InvalidPermission.NotFound',
        'The specified rule does not exist in this security group.',
      )
    world.securityGroups.set({ ...group, rules })
    return { return: true }
  }

function rulesIn(tree: FormTree, isEgress: boolean): RuleContent[] {
  return itemsOf(tree, 'IpPermissions').flatMap(permission => {
    const protocol = textOf(permission, 'IpProtocol') ?? '-1'
    const [fromPort, toPort] =
      protocol === '-1' ? [] : [portIn(permission, 'FromPort'), portIn(permission, 'ToPort')]
    return peersIn(permission).map(peer => ({ isEgress, protocol, fromPort, toPort, ...peer }))
  })
}

function portIn(permission: FormTree, name: string): number | undefined {
  const text = textOf(permission, name)
  return text === undefined ? undefined : Number(text)
}

const peerKinds = [
  ['IpRanges', 'CidrIp', 'ipv4'],
  ['Ipv6Ranges', 'CidrIpv6', 'ipv6'],
  ['Groups', 'GroupId', 'group'],
  ['PrefixListIds', 'PrefixListId', 'prefix-list'],
] as const

function peersIn(permission: FormTree): Pick<RuleContent, 'peer' | 'description'>[] {
  return peerKinds.flatMap(([list, member, kind]) =>
    itemsOf(permission, list).map(item => ({
      peer: { kind, value: textOf(item, member) ?? '' },
      description: textOf(item, 'Description'),
    })),
  )
}

export function groupOf(world: World, id = ''): SecurityGroup {
  const group = world.securityGroups.find(id) ?? believedGroup(world, id)
  if (group !== undefined) return group
  throw new AwsError('InvalidGroup.NotFound', `The security group '${id}' does not exist`)
}

export function describeSecurityGroupRules(world: World, { ids, filters }: Wanted): object {
  const groups = filters.get('group-id')?.map(id => groupOf(world, id)) ?? world.securityGroups.all()
  const found = groups.flatMap(group => group.rules.map(rule => ({ group, rule })))
  const missing = ids.find(id => found.every(({ rule }) => rule.id !== id))
  if (missing !== undefined)
    throw new AwsError(
      'InvalidSecurityGroupRuleId.NotFound',
      `The security group rule ID '${missing}' does not exist`,
    )
  const wanted = found.filter(({ rule }) => ids.length === 0 || ids.includes(rule.id))
  return { securityGroupRuleSet: wanted.map(({ group, rule }) => ruleShape(world, group.id, rule)) }
}

function ruleShape({ region, account }: World, groupId: string, rule: SecurityGroupRule): object {
  const { id, isEgress, protocol, fromPort = -1, toPort = -1, peer, description } = rule
  const { kind, value } = peer
  return {
    ...{ securityGroupRuleId: id, groupId, groupOwnerId: account, isEgress },
    securityGroupRuleArn: `arn:aws:ec2:${region}:${account}:security-group-rule/${id}`,
    ...{ ipProtocol: protocol, fromPort, toPort, description, tagSet: [] },
    cidrIpv4: kind === 'ipv4' ? value : undefined,
    cidrIpv6: kind === 'ipv6' ? value : undefined,
    prefixListId: kind === 'prefix-list' ? value : undefined,
    referencedGroupInfo: kind === 'group' ? { groupId: value, userId: account } : undefined,
  }
}

/** A group that an active service names is in use. */
export function deleteSecurityGroup(world: World, { form }: Wanted): object {
  const { id } = groupOf(world, form.get('GroupId') ?? '')
  const used = [...world.services.values()].some(
    ({ status, attributes }) =>
      status === 'ACTIVE' && JSON.stringify(attributes.networkConfiguration ?? {}).includes(`"${id}"`),
  )
  const balancing = world.loadBalancers.all().some(({ securityGroups }) => securityGroups.includes(id))
  if (used || balancing) throw new AwsError('DependencyViolation', `resource ${id} has a dependent object`)
  world.securityGroups.delete(id)
  return { return: true, groupId: id }
}
