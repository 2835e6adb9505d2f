/** What clients look up beside a deployment: roles, networks, instances. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { World } from '../../../../simulator/ecs/world.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { healthy } from '../../../../simulator/scenarios/healthy.js'
import { openScenario } from '../../../../simulator/scenarios/open-scenario.js'
import { call } from '../../../../simulator/scenarios/web-service.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'

let server: SimulatorServer
let world: World

beforeEach(async () => {
  const opened = await openScenario(healthy, { clock: new VirtualClock(), validateResponses: true })
  server = opened.server
  world = opened.world
})

afterEach(() => server.close())

async function send(service: 'iam' | 'ec2', Action: string, form: Record<string, string> = {}) {
  const Version = service === 'iam' ? '2010-05-08' : '2016-11-15'
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=00`
  const body = new URLSearchParams({ Action, Version, ...form })
  const response = await fetch(server.url, { method: 'POST', headers: { authorization }, body })
  const text = await response.text()
  const all = (name: string) =>
    [...text.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, value = '']) => value)
  return { status: response.status, text, all }
}

test('a role lets tasks assume it', async () => {
  const { all } = await send('iam', 'GetRole', { RoleName: 'ecsTaskExecutionRole' })
  const [policy = ''] = all('AssumeRolePolicyDocument')

  expect(all('Arn')).toStrictEqual(['arn:aws:iam::123456789012:role/ecsTaskExecutionRole'])
  expect(JSON.parse(decodeURIComponent(policy)).Statement).toMatchObject([
    { Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ])
})

const trust = '{"Statement":[{"Effect":"Allow"}]}'
const created = { RoleName: 'api', AssumeRolePolicyDocument: trust }
const inline = { RoleName: 'api', PolicyName: 'secrets' }
const managed = { RoleName: 'api', PolicyArn: 'arn:aws:iam::aws:policy/service-role/Execution' }

test('a role is created with path and tags, changed, read and deleted', async () => {
  await send('iam', 'CreateRole', {
    ...created,
    Path: '/apps/',
    'Tags.member.1.Key': 'team',
    'Tags.member.1.Value': 'api',
  })
  const changed = '{"Statement":[]}'
  await send('iam', 'UpdateAssumeRolePolicy', { RoleName: 'api', PolicyDocument: changed })
  await send('iam', 'TagRole', {
    RoleName: 'api',
    'Tags.member.1.Key': 'stage',
    'Tags.member.1.Value': 'prod',
  })
  await send('iam', 'UntagRole', { RoleName: 'api', 'TagKeys.member.1': 'team' })
  const role = await send('iam', 'GetRole', { RoleName: 'api' })

  expect(role.all('Arn')).toStrictEqual(['arn:aws:iam::123456789012:role/apps/api'])
  expect(role.all('Key')).toStrictEqual(['stage'])
  expect(role.all('AssumeRolePolicyDocument').map(decodeURIComponent)).toStrictEqual([changed])
  expect((await send('iam', 'DeleteRole', { RoleName: 'api' })).status).toBe(200)
  expect(await send('iam', 'GetRole', { RoleName: 'api' })).toMatchObject({
    status: 404,
    text: expect.stringContaining(
      '<Code>NoSuchEntity</Code><Message>The role with name api cannot be found.',
    ),
  })
})

test('policies of a role are kept, listed and removed, and keep the role', async () => {
  await send('iam', 'CreateRole', created)
  const PolicyDocument = '{"Statement":"a b"}'
  await send('iam', 'PutRolePolicy', { ...inline, PolicyDocument })
  await send('iam', 'AttachRolePolicy', managed)
  const read = await send('iam', 'GetRolePolicy', inline)
  const names = await send('iam', 'ListRolePolicies', { RoleName: 'api' })
  const attached = await send('iam', 'ListAttachedRolePolicies', { RoleName: 'api' })
  const profiles = await send('iam', 'ListInstanceProfilesForRole', { RoleName: 'api' })

  expect(read.all('PolicyDocument').map(decodeURIComponent)).toStrictEqual([PolicyDocument])
  expect(names.all('member')).toStrictEqual(['secrets'])
  expect(attached.all('PolicyName')).toStrictEqual(['Execution'])
  expect(profiles.all('IsTruncated')).toStrictEqual(['false'])
  const remove = () => send('iam', 'DeleteRole', { RoleName: 'api' })
  expect((await remove()).text).toContain('must detach all policies first')
  await send('iam', 'DetachRolePolicy', managed)
  expect((await remove()).text).toContain('must delete policies first')
  await send('iam', 'DeleteRolePolicy', inline)
  expect((await remove()).status).toBe(200)
})

test.each([
  { action: 'CreateRole', form: created, status: 409, code: 'EntityAlreadyExists' },
  {
    action: 'CreateRole',
    form: { ...created, RoleName: 'other', AssumeRolePolicyDocument: '{' },
    status: 400,
    code: 'MalformedPolicyDocument',
  },
  { action: 'CreateRole', form: { ...created, RoleName: 'a b' }, status: 400, code: 'ValidationError' },
  { action: 'GetRolePolicy', form: inline, status: 404, code: 'NoSuchEntity' },
  { action: 'DeleteRolePolicy', form: inline, status: 404, code: 'NoSuchEntity' },
  { action: 'DetachRolePolicy', form: managed, status: 404, code: 'NoSuchEntity' },
])('$action is refused with $code', async ({ action, form, status, code }) => {
  await send('iam', 'CreateRole', created)
  const refused = await send('iam', action, form)
  expect(refused.status).toBe(status)
  expect(refused.text).toContain(`<Code>${code}</Code>`)
})

test('the network of a service is found, whole and by its parts', async () => {
  const all = await send('ec2', 'DescribeSubnets')
  const subnets = all.all('subnetId')
  const one = await send('ec2', 'DescribeSubnets', { 'SubnetId.1': subnets[0] ?? '' })
  const filtered = await send('ec2', 'DescribeSubnets', {
    'Filter.1.Name': 'vpc-id',
    'Filter.1.Value.1': 'vpc-other',
  })
  const vpcs = await send('ec2', 'DescribeVpcs')
  const groups = await send('ec2', 'DescribeSecurityGroups', { 'GroupId.1': 'sg-0a1b', 'GroupId.2': 'sg-0c' })

  expect(all.text).toContain(
    '<DescribeSubnetsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>',
  )
  expect(subnets.length).toBeGreaterThan(0)
  expect(one.all('subnetId')).toStrictEqual(subnets.slice(0, 1))
  expect(one.all('vpcId')).toStrictEqual(vpcs.all('vpcId'))
  expect(filtered.all('subnetId')).toStrictEqual([])
  expect(groups.all('groupId')).toStrictEqual(['sg-0a1b', 'sg-0c'])
})

test('a VPC has attributes and a main route table, as Terraform reads them', async () => {
  const [VpcId = ''] = (await send('ec2', 'DescribeVpcs')).all('vpcId')
  const attribute = await send('ec2', 'DescribeVpcAttribute', { VpcId, Attribute: 'enableDnsSupport' })
  const tables = await send('ec2', 'DescribeRouteTables', {
    'Filter.1.Name': 'vpc-id',
    'Filter.1.Value.1': VpcId,
  })
  const interfaces = await send('ec2', 'DescribeNetworkInterfaces')

  expect(attribute.text).toContain('<enableDnsSupport><value>true</value></enableDnsSupport>')
  expect(tables.all('main')).toStrictEqual(['true'])
  expect(interfaces.text).toContain('<networkInterfaceSet></networkInterfaceSet>')
})

test('a world without services has a subnet in each zone', async () => {
  world.services.clear()
  const { all } = await send('ec2', 'DescribeSubnets')
  expect(all('availabilityZone').toSorted()).toStrictEqual(['eu-west-1a', 'eu-west-1b', 'eu-west-1c'])
})

test('the instances of a cluster are found by the ids that ECS names', async () => {
  call(world, 'RegisterTaskDefinition', {
    family: 'agent',
    containerDefinitions: [{ name: 'agent', image: 'agent:1', memory: 64 }],
  })
  call(world, 'CreateService', {
    ...{ cluster: 'prod', serviceName: 'agent', taskDefinition: 'agent', launchType: 'EC2' },
  })
  const { all } = await send('ec2', 'DescribeInstances')
  const [first = ''] = all('instanceId')
  const one = await send('ec2', 'DescribeInstances', { 'InstanceId.1': first })

  expect(all('instanceId')).toHaveLength(2)
  expect(one.all('instanceId')).toStrictEqual([first])
  expect(one.all('privateIpAddress')).toStrictEqual([expect.stringMatching(/^10\.0\.\d+\.\d+$/)])
})

test.each([
  { action: 'DescribeSubnets', form: { 'SubnetId.1': 'mine' }, code: 'InvalidSubnetID.NotFound' },
  { action: 'DescribeVpcs', form: { 'VpcId.1': 'mine' }, code: 'InvalidVpcID.NotFound' },
  { action: 'DescribeVpcAttribute', form: { VpcId: 'vpc-1', Attribute: 'x' }, code: 'InvalidParameterValue' },
  { action: 'DescribeVpcAttribute', form: { VpcId: 'mine' }, code: 'InvalidVpcID.NotFound' },
  { action: 'DescribeSecurityGroups', form: { 'GroupId.1': 'mine' }, code: 'InvalidGroup.NotFound' },
  { action: 'DescribeInstances', form: { 'InstanceId.1': 'i-0' }, code: 'InvalidInstanceID.NotFound' },
  { action: 'RunInstances', form: {}, code: 'InvalidAction' },
])('$action is refused with $code', async ({ action, form, code }) => {
  const { status, text } = await send('ec2', action, form as Record<string, string>)

  expect(status).toBe(400)
  expect(text).toMatch(new RegExp(`^<Response><Errors><Error><Code>${code}</Code><Message>`))
})
