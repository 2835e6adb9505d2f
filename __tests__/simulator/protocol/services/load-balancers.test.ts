/** Load balancers and listeners that clients create, as Terraform and scripts do. */
import {
  AddTagsCommand,
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  DeleteListenerCommand,
  DeleteLoadBalancerCommand,
  DeleteTargetGroupCommand,
  DescribeListenerAttributesCommand,
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeTagsCommand,
  DescribeTargetGroupsCommand,
  ElasticLoadBalancingV2Client,
  ModifyListenerAttributesCommand,
  ModifyListenerCommand,
  ModifyLoadBalancerAttributesCommand,
  RemoveTagsCommand,
  SetSecurityGroupsCommand,
  SetSubnetsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { healthy } from '../../../../simulator/scenarios/healthy.js'
import { openScenario } from '../../../../simulator/scenarios/open-scenario.js'
import { targetGroupArn } from '../../../../simulator/scenarios/web-service.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'
import { settingsFor } from '../../support/client-settings.js'

let server: SimulatorServer
let client: ElasticLoadBalancingV2Client

beforeEach(async () => {
  const opened = await openScenario(healthy, { clock: new VirtualClock(), validateResponses: true })
  server = opened.server
  client = new ElasticLoadBalancingV2Client(settingsFor(server.url))
})

afterEach(async () => {
  client.destroy()
  await server.close()
})

const shop = { Name: 'shop', Subnets: ['subnet-0a', 'subnet-0b'], SecurityGroups: ['sg-0a'] }

async function createBalancer(more: object = {}) {
  const { LoadBalancers = [] } = await client.send(new CreateLoadBalancerCommand({ ...shop, ...more }))
  const { LoadBalancerArn = '', DNSName = '' } = LoadBalancers[0] ?? {}
  return { LoadBalancerArn, DNSName }
}

async function createListener(LoadBalancerArn: string, more: object = {}): Promise<string> {
  const DefaultActions = [{ Type: 'forward' as const, TargetGroupArn: targetGroupArn }]
  const input = { LoadBalancerArn, Protocol: 'HTTP' as const, Port: 80, DefaultActions, ...more }
  const { Listeners = [] } = await client.send(new CreateListenerCommand(input))
  return Listeners[0]?.ListenerArn ?? ''
}

/** As a client whose HTTP proxy is the simulator asks it. */
async function get(host: string, path: string): Promise<number> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    request({ hostname, port, path: `http://${host}${path}`, headers: { host } }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

test('a load balancer is found by ARN and name, and is the same when it is created again', async () => {
  const { LoadBalancerArn } = await createBalancer({ Scheme: 'internal' })
  const { LoadBalancers } = await client.send(new DescribeLoadBalancersCommand({ Names: ['shop'] }))

  expect(LoadBalancers).toMatchObject([
    {
      ...{ LoadBalancerArn, LoadBalancerName: 'shop', Type: 'application', Scheme: 'internal' },
      ...{ State: { Code: 'active' }, SecurityGroups: ['sg-0a'], IpAddressType: 'ipv4' },
      DNSName: expect.stringMatching(/^internal-shop-\d+\.eu-west-1\.elb\.amazonaws\.com$/),
      AvailabilityZones: [{ SubnetId: 'subnet-0a' }, { SubnetId: 'subnet-0b' }],
      CreatedTime: expect.any(Date),
    },
  ])
  expect(await createBalancer({ Scheme: 'internal' })).toMatchObject({ LoadBalancerArn })
  await expect(createBalancer()).rejects.toMatchObject({ name: 'DuplicateLoadBalancerNameException' })
})

test('its subnets, security groups, attributes and tags are changed', async () => {
  const { LoadBalancerArn } = await createBalancer({ Tags: [{ Key: 'team', Value: 'shop' }] })
  await client.send(new SetSubnetsCommand({ LoadBalancerArn, Subnets: ['subnet-0b', 'subnet-0c'] }))
  await client.send(new SetSecurityGroupsCommand({ LoadBalancerArn, SecurityGroups: ['sg-0b'] }))
  const Attributes = [{ Key: 'idle_timeout.timeout_seconds', Value: '30' }]
  await client.send(new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn, Attributes }))
  const ResourceArns = [LoadBalancerArn]
  await client.send(new AddTagsCommand({ ResourceArns, Tags: [{ Key: 'stage', Value: 'test' }] }))
  await client.send(new RemoveTagsCommand({ ResourceArns, TagKeys: ['team'] }))

  const { LoadBalancers } = await client.send(new DescribeLoadBalancersCommand({}))
  const read = await client.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn }))
  const { TagDescriptions } = await client.send(new DescribeTagsCommand({ ResourceArns }))
  expect(LoadBalancers).toMatchObject([
    {
      AvailabilityZones: [{ SubnetId: 'subnet-0b' }, { SubnetId: 'subnet-0c' }],
      SecurityGroups: ['sg-0b'],
    },
  ])
  expect(read.Attributes).toEqual(
    expect.arrayContaining([...Attributes, { Key: 'routing.http2.enabled', Value: 'true' }]),
  )
  expect(TagDescriptions).toMatchObject([{ Tags: [{ Key: 'stage', Value: 'test' }] }])
})

test('a listener gives its target group the load balancer, and keeps it', async () => {
  const { LoadBalancerArn } = await createBalancer()
  const created = await client.send(
    new CreateTargetGroupCommand({
      Name: 'api',
      Protocol: 'HTTP',
      Port: 80,
      VpcId: 'vpc-0a',
      TargetType: 'ip',
    }),
  )
  const [{ TargetGroupArn = '' } = {}] = created.TargetGroups ?? []
  const DefaultActions = [{ Type: 'forward', TargetGroupArn }]
  const ListenerArn = await createListener(LoadBalancerArn, { DefaultActions })

  const groups = await client.send(new DescribeTargetGroupsCommand({ LoadBalancerArn }))
  expect(groups.TargetGroups).toMatchObject([{ TargetGroupArn, LoadBalancerArns: [LoadBalancerArn] }])
  const remove = () => client.send(new DeleteTargetGroupCommand({ TargetGroupArn }))
  await expect(remove()).rejects.toMatchObject({ name: 'ResourceInUseException' })
  await client.send(new DeleteListenerCommand({ ListenerArn }))
  await remove()
  await client.send(new DeleteLoadBalancerCommand({ LoadBalancerArn }))
  expect(await client.send(new DescribeLoadBalancersCommand({}))).toMatchObject({ LoadBalancers: [] })
})

test('a listener is read, changed and created once', async () => {
  const { LoadBalancerArn } = await createBalancer()
  const ListenerArn = await createListener(LoadBalancerArn)
  expect(await createListener(LoadBalancerArn)).toBe(ListenerArn)
  const { Listeners } = await client.send(new DescribeListenersCommand({ LoadBalancerArn }))
  expect(Listeners).toMatchObject([
    {
      ...{ ListenerArn, Port: 80, Protocol: 'HTTP' },
      DefaultActions: [
        {
          ...{ Type: 'forward', TargetGroupArn: targetGroupArn },
          ForwardConfig: { TargetGroups: [{ TargetGroupArn: targetGroupArn, Weight: 1 }] },
        },
      ],
    },
  ])
  await client.send(new ModifyListenerCommand({ ListenerArn, Port: 8080 }))
  const attribute = { Key: 'routing.http.response.server.enabled', Value: 'false' }
  await client.send(new ModifyListenerAttributesCommand({ ListenerArn, Attributes: [attribute] }))
  expect(await client.send(new DescribeListenerAttributesCommand({ ListenerArn }))).toMatchObject({
    Attributes: [attribute],
  })
  expect(await client.send(new DescribeListenersCommand({ ListenerArns: [ListenerArn] }))).toMatchObject({
    Listeners: [{ Port: 8080 }],
  })
})

test('who asks for its name gets what the tasks behind it answer, or a fixed response', async () => {
  const { LoadBalancerArn, DNSName } = await createBalancer()
  const ListenerArn = await createListener(LoadBalancerArn)
  expect(await get(DNSName, '/health')).toBe(200)
  const FixedResponseConfig = { StatusCode: '503', MessageBody: 'closed' }
  const DefaultActions = [{ Type: 'fixed-response' as const, FixedResponseConfig }]
  await client.send(new ModifyListenerCommand({ ListenerArn, DefaultActions }))
  expect(await get(DNSName, '/health')).toBe(503)
})

test.each([
  { what: 'one subnet', more: { Subnets: ['subnet-0a'] }, message: 'At least two subnets in two different' },
  { what: 'a wrong name', more: { Name: 'internal-shop' }, message: "name 'internal-shop'" },
  { what: 'another type', more: { Type: 'gateway' }, message: "type 'gateway'" },
])('a load balancer with $what is refused', async ({ more, message }) => {
  await expect(createBalancer(more)).rejects.toMatchObject({
    name: 'ValidationError',
    message: expect.stringContaining(message),
  })
})

test.each([
  { what: 'no such port', more: { Port: 0 }, name: 'ValidationError' },
  { what: 'the protocol of another type', more: { Protocol: 'TCP' }, name: 'ValidationError' },
  { what: 'no certificate', more: { Protocol: 'HTTPS', Port: 443 }, name: 'CertificateNotFoundException' },
  { what: 'no action', more: { DefaultActions: [] }, name: 'ValidationError' },
  {
    what: 'a group that does not exist',
    more: {
      DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroupArn.replace('web-prod', 'gone') }],
    },
    name: 'TargetGroupNotFoundException',
  },
  {
    what: 'a load balancer that does not exist',
    more: { LoadBalancerArn: 'arn:gone' },
    name: 'LoadBalancerNotFoundException',
  },
  {
    what: 'a port that is taken',
    more: { Protocol: 'HTTPS', Certificates: [{ CertificateArn: 'arn:a' }] },
    name: 'DuplicateListenerException',
  },
])('a listener with $what is refused', async ({ more, name }) => {
  const { LoadBalancerArn } = await createBalancer()
  await createListener(LoadBalancerArn)
  await expect(createListener(LoadBalancerArn, more)).rejects.toMatchObject({ name })
})

test('deletion protection keeps a load balancer', async () => {
  const { LoadBalancerArn } = await createBalancer()
  const protect = (Value: string) =>
    client.send(
      new ModifyLoadBalancerAttributesCommand({
        LoadBalancerArn,
        Attributes: [{ Key: 'deletion_protection.enabled', Value }],
      }),
    )
  const remove = () => client.send(new DeleteLoadBalancerCommand({ LoadBalancerArn }))
  await protect('true')
  await expect(remove()).rejects.toMatchObject({ name: 'OperationNotPermittedException' })
  await protect('false')
  await remove()
  await remove()
})
