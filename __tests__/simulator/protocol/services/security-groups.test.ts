/** Security groups that clients create, as Terraform and scripts do. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { World } from '../../../../simulator/ecs/world.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { healthy } from '../../../../simulator/scenarios/healthy.js'
import { openScenario } from '../../../../simulator/scenarios/open-scenario.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'

let server: SimulatorServer
let world: World

beforeEach(async () => {
  const opened = await openScenario(healthy, { clock: new VirtualClock(), validateResponses: true })
  server = opened.server
  world = opened.world
})

afterEach(() => server.close())

async function send(Action: string, form: Record<string, string> = {}) {
  const authorization =
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/eu-west-1/ec2/aws4_request, SignedHeaders=host, Signature=00'
  const body = new URLSearchParams({ Action, Version: '2016-11-15', ...form })
  const response = await fetch(server.url, { method: 'POST', headers: { authorization }, body })
  const text = await response.text()
  const all = (name: string) =>
    [...text.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, value = '']) => value)
  return { status: response.status, text, all }
}

const tags = {
  'TagSpecification.1.ResourceType': 'security-group',
  'TagSpecification.1.Tag.1.Key': 'team',
  'TagSpecification.1.Tag.1.Value': 'shop',
}

async function create(GroupName: string): Promise<string> {
  const { all } = await send('CreateSecurityGroup', { GroupName, GroupDescription: 'of the shop', ...tags })
  return all('groupId')[0] ?? ''
}

/** Port 80 from two networks and from a group. */
function http(GroupId: string, from: string): Record<string, string> {
  const permission = 'IpPermissions.1'
  return {
    GroupId,
    ...{
      [`${permission}.IpProtocol`]: 'tcp',
      [`${permission}.FromPort`]: '80',
      [`${permission}.ToPort`]: '80',
    },
    ...{
      [`${permission}.IpRanges.1.CidrIp`]: '10.0.0.0/8',
      [`${permission}.IpRanges.1.Description`]: 'offices',
    },
    [`${permission}.Ipv6Ranges.1.CidrIpv6`]: '::/0',
    [`${permission}.Groups.1.GroupId`]: from,
  }
}

test('a group is created with its tags and lets everything out', async () => {
  const id = await create('api')
  const { text, all } = await send('DescribeSecurityGroups', { 'GroupId.1': id })

  expect(all('groupName')).toStrictEqual(['api'])
  expect(all('groupDescription')).toStrictEqual(['of the shop'])
  expect(text).toContain('<tagSet><item><key>team</key><value>shop</value></item></tagSet>')
  expect(text).toContain('<ipPermissions></ipPermissions>')
  expect(text).toMatch(/<ipPermissionsEgress><item><ipProtocol>-1<.*<cidrIp>0\.0\.0\.0\/0</)
  const byName = await send('DescribeSecurityGroups', {
    'Filter.1.Name': 'group-name',
    'Filter.1.Value.1': 'api',
  })
  expect(byName.all('groupId')).toStrictEqual([id])
})

test('rules are authorized, read one by one and together, and revoked', async () => {
  const [id, from] = [await create('api'), await create('lb')]
  const authorized = await send('AuthorizeSecurityGroupIngress', http(id, from))
  const ruleIds = authorized.all('securityGroupRuleId')
  expect(ruleIds).toHaveLength(3)

  const group = await send('DescribeSecurityGroups', { 'GroupId.1': id })
  expect(group.text).toMatch(/<ipPermissions><item><ipProtocol>tcp<\/ipProtocol><fromPort>80<.*<toPort>80</)
  expect(group.all('description')).toStrictEqual(['offices'])
  expect(group.all('cidrIpv6')).toStrictEqual(['::/0'])
  const rule = await send('DescribeSecurityGroupRules', { 'SecurityGroupRuleId.1': ruleIds[0] ?? '' })
  expect(rule.all('cidrIpv4')).toStrictEqual(['10.0.0.0/8'])

  await send('RevokeSecurityGroupIngress', { GroupId: id, 'SecurityGroupRuleId.1': ruleIds[0] ?? '' })
  await send('RevokeSecurityGroupEgress', {
    ...{ GroupId: id, 'IpPermissions.1.IpProtocol': '-1', 'IpPermissions.1.IpRanges.1.CidrIp': '0.0.0.0/0' },
  })
  const left = await send('DescribeSecurityGroupRules', {
    'Filter.1.Name': 'group-id',
    'Filter.1.Value.1': id,
  })
  expect(left.all('securityGroupRuleId')).toStrictEqual(ruleIds.slice(1))
})

test('a group is deleted once nothing uses it, and does not come back', async () => {
  const id = await create('api')
  const [service] = world.services.values()
  if (service === undefined) throw new Error('the scenario has no service')
  const before = service.attributes
  const networkConfiguration = { awsvpcConfiguration: { subnets: [], securityGroups: [id] } }
  service.attributes = { ...before, networkConfiguration }
  const remove = () => send('DeleteSecurityGroup', { GroupId: id })
  expect((await remove()).text).toContain('<Code>DependencyViolation</Code>')
  service.attributes = before
  expect((await remove()).status).toBe(200)
  const gone = await send('DescribeSecurityGroups', { 'GroupId.1': id })
  expect(gone.text).toContain('<Code>InvalidGroup.NotFound</Code>')
})

const described = { GroupName: 'api', GroupDescription: 'of the shop' }
test.each([
  { action: 'CreateSecurityGroup', form: described, code: 'InvalidGroup.Duplicate' },
  { action: 'CreateSecurityGroup', form: { ...described, GroupName: 'sg-1' }, code: 'InvalidParameterValue' },
  { action: 'CreateSecurityGroup', form: { GroupName: 'other' }, code: 'MissingParameter' },
  { action: 'AuthorizeSecurityGroupIngress', form: { GroupId: 'mine' }, code: 'InvalidGroup.NotFound' },
  { action: 'RevokeSecurityGroupIngress', form: { GroupId: 'sg-1' }, code: 'InvalidPermission.NotFound' },
  {
    action: 'DescribeSecurityGroupRules',
    form: { 'SecurityGroupRuleId.1': 'sgr-1' },
    code: 'InvalidSecurityGroupRuleId.NotFound',
  },
])('$action is refused with $code', async ({ action, form, code }) => {
  await create('api')
  const { status, text } = await send(action, form as Record<string, string>)
  expect(status).toBe(400)
  expect(text).toContain(`<Code>${code}</Code>`)
})

test('a rule that exists already is refused', async () => {
  const id = await create('api')
  await send('AuthorizeSecurityGroupIngress', http(id, id))
  const again = await send('AuthorizeSecurityGroupIngress', http(id, id))
  expect(again.text).toContain('<Code>InvalidPermission.Duplicate</Code>')
})
