import { expect, test } from '@jest/globals'
import type { CheckContext } from '../../../../../src/core/checks/check-context.js'
import { healthPort } from '../../../../../src/core/checks/ports/health-port.js'
import { targetGroup } from '../../../../../src/core/checks/ports/target-group.js'
import { targetType } from '../../../../../src/core/checks/ports/target-type.js'
import { checkResults, runEach } from '../../../../support/check-builders.js'
import { aPortContext, aTargetGroup, type PortOverrides } from '../../../../support/port-builders.js'
import { aLoadBalancer, targetGroupArn } from '../../../../support/service-builders.js'

const checkTargetGroups = (context: CheckContext) => runEach([targetGroup, targetType, healthPort], context)

const green = `${targetGroupArn.replace('web-prod', 'web-green')}`
const bothColours = { loadBalancers: [aLoadBalancer({ targetGroups: [targetGroupArn, green] })] }
const sidecar = { containerDefinitions: [{ name: 'app' }, { portMappings: [{ containerPort: 8081 }] }] }

test.each<PortOverrides & { readonly name: string; readonly raises: readonly string[] }>([
  { name: 'an ip group for awsvpc', raises: [] },
  {
    name: 'an instance group for awsvpc',
    groups: [aTargetGroup({ targetType: 'instance' })],
    raises: ['target-type refused'],
  },
  { name: 'an ip group for bridge', definition: { networkMode: 'bridge' }, raises: ['target-type refused'] },
  { name: 'an ip group for host', definition: { networkMode: 'host' }, raises: ['target-type refused'] },
  {
    name: 'an instance group for bridge',
    definition: { networkMode: 'bridge' },
    groups: [aTargetGroup({ targetType: 'instance' })],
    raises: [],
  },
  { name: 'one that does not exist', groups: [], raises: ['target-group refused'] },
  {
    name: 'both of blue/green',
    service: bothColours,
    groups: [aTargetGroup(), aTargetGroup({ arn: green })],
    raises: [],
  },
  {
    name: 'one of blue/green that does not exist',
    service: bothColours,
    groups: [aTargetGroup()],
    raises: ['target-group refused'],
  },
  {
    name: 'one that checks the port by its number',
    groups: [aTargetGroup({ healthCheck: { port: '5001' } })],
    raises: [],
  },
  {
    name: 'one that checks a port that no container has',
    groups: [aTargetGroup({ healthCheck: { port: '8081' } })],
    raises: ['health-port warning'],
  },
  {
    name: 'one that checks a port of another container',
    groups: [aTargetGroup({ healthCheck: { port: '8081' } })],
    definition: sidecar,
    raises: [],
  },
  {
    name: 'one that checks a port of its own, under bridge',
    groups: [aTargetGroup({ targetType: 'instance', healthCheck: { port: '8081' } })],
    definition: { networkMode: 'bridge' },
    raises: [],
  },
  {
    name: 'one that may not be read',
    groups: { kind: 'unavailable', why: 'allow elasticloadbalancing:DescribeTargetGroups' },
    raises: ['target-group unseen'],
  },
])('a target group: $name: $raises', ({ raises, ...story }) => {
  expect(checkResults(checkTargetGroups(aPortContext(story)))).toStrictEqual(raises)
})

test.each<PortOverrides & { readonly name: string }>([
  { name: 'there is no load balancer', service: { loadBalancers: [] }, groups: [] },
  { name: 'the lookup is skipped', groups: { kind: 'skipped' } },
])('nothing is reported if $name', story => {
  expect(checkTargetGroups(aPortContext(story))).toStrictEqual([])
})

test('without a network mode every type passes: the default differs between Linux and Windows', () => {
  const { definition, ...subject } = aPortContext()
  const { networkMode: _, ...withoutMode } = definition
  expect(checkResults(checkTargetGroups({ ...subject, definition: withoutMode }))).toStrictEqual([])
})

test('the finding has names', () => {
  const instance = aTargetGroup({ targetType: 'instance', healthCheck: { port: '8081' } })
  const texts = [
    ...checkTargetGroups(aPortContext({ groups: [instance] })),
    ...checkTargetGroups(aPortContext({ groups: [] })),
  ]
  expect(texts.map(({ text }) => text).filter(Boolean)).toStrictEqual([
    'target group web-prod has target type instance, but network mode awsvpc requires ip',
    'target group web-prod checks port 8081, but no portMappings in the task definition contain it',
    'the service registers its tasks in the target group web-prod, which does not exist',
  ])
})
