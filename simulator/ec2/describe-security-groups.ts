/** Groups with their rules, put together by protocol and ports (API_DescribeSecurityGroups). */
import type { SecurityGroup, SecurityGroupRule } from '../ecs/resources/security-groups.js'
import type { World } from '../ecs/world.js'
import { checkIds, defaultGroup, groupIds, inVpc, matching, namedBy, type Wanted } from './network.js'
import { groupOf, tagShapes } from './security-groups.js'

export function describeSecurityGroups(world: World, wanted: Wanted): object {
  checkIds(wanted.ids, groupIds)
  const created = world.securityGroups.all().map(({ id }) => id)
  const all = new Set([defaultGroup, ...namedBy(world, 'securityGroups'), ...created])
  const ids = wanted.ids.length > 0 ? wanted.ids : [...all]
  const groups = inVpc(matching(ids, wanted, 'group-id'), wanted).map(id => groupOf(world, id))
  const names = wanted.filters.get('group-name')
  const named = groups.filter(({ name }) => names?.includes(name) !== false)
  return { securityGroupInfo: named.map(group => shapeOf(world, group)) }
}

function shapeOf({ region, account }: World, group: SecurityGroup): object {
  const { id, name, description, vpcId, rules, tags } = group
  return {
    ...{ groupId: id, ownerId: account, vpcId, groupName: name, groupDescription: description },
    securityGroupArn: `arn:aws:ec2:${region}:${account}:security-group/${id}`,
    ipPermissions: permissions(
      rules.filter(({ isEgress }) => !isEgress),
      account,
    ),
    ipPermissionsEgress: permissions(
      rules.filter(({ isEgress }) => isEgress),
      account,
    ),
    tagSet: tagShapes(tags),
  }
}

function permissions(rules: readonly SecurityGroupRule[], account: string): object[] {
  const keyOf = ({ protocol, fromPort, toPort }: SecurityGroupRule) => `${protocol} ${fromPort} ${toPort}`
  return [...new Set(rules.map(keyOf))].map(key => {
    const together = rules.filter(rule => keyOf(rule) === key)
    const peers = (kind: SecurityGroupRule['peer']['kind'], shape: (value: string) => object) =>
      together
        .filter(({ peer }) => peer.kind === kind)
        .map(({ peer, description }) => ({ ...shape(peer.value), description }))
    return {
      ...{ ipProtocol: together[0]?.protocol, fromPort: together[0]?.fromPort, toPort: together[0]?.toPort },
      groups: peers('group', groupId => ({ groupId, userId: account })),
      ipRanges: peers('ipv4', cidrIp => ({ cidrIp })),
      ipv6Ranges: peers('ipv6', cidrIpv6 => ({ cidrIpv6 })),
      prefixListIds: peers('prefix-list', prefixListId => ({ prefixListId })),
    }
  })
}
