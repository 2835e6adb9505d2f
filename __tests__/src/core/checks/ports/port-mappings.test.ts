import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { portBalancer } from '../../../../../src/core/checks/ports/port-balancer.js'
import { portHost } from '../../../../../src/core/checks/ports/port-host.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import { checkResults, unobserved } from '../../../../support/check-builders.js'
import { aPortContext, type PortOverrides } from '../../../../support/port-builders.js'
import { aLoadBalancer } from '../../../../support/service-builders.js'

const refused = ['port-host refused']

test.each<{ readonly name: string; readonly mapping: JsonObject; readonly raises: readonly string[] }>([
  { name: 'none', mapping: { containerPort: 5001 }, raises: [] },
  { name: 'the same', mapping: { containerPort: 5001, hostPort: 5001 }, raises: [] },
  { name: 'another', mapping: { containerPort: 5001, hostPort: 80 }, raises: refused },
  { name: '0, of which nothing is documented', mapping: { containerPort: 5001, hostPort: 0 }, raises: [] },
  { name: 'none, with a range', mapping: { containerPortRange: '5000-5010' }, raises: [] },
])('host port under awsvpc and host: $name: $raises', ({ mapping, raises }) => {
  for (const networkMode of ['awsvpc', 'host'])
    expect(
      checkResults(
        runCheck(portHost, aPortContext({ app: { portMappings: [mapping] }, definition: { networkMode } })),
      ),
    ).toStrictEqual(raises)
})

test.each([{ networkMode: 'bridge' }, { networkMode: 'none' }, {}])(
  'a host port of its own is no mistake with $networkMode',
  mode => {
    const containers = { containerDefinitions: [{ portMappings: [{ containerPort: 5001, hostPort: 80 }] }] }
    const { definition: _, ...subject } = aPortContext()
    expect(runCheck(portHost, { ...subject, definition: { ...containers, ...mode } })).toStrictEqual([])
  },
)

test('the finding about a different host port has both ports, the mode and its place', () => {
  const subject = aPortContext({ app: { portMappings: [{ containerPort: 5001, hostPort: 80 }] } })
  expect(runCheck(portHost, subject)).toStrictEqual([
    {
      id: 'port-host',
      result: 'refused',
      text: 'container app: hostPort is 80 and containerPort is 5001, but with network mode awsvpc they must be the same',
      next: 'Remove hostPort, or set it to 5001.',
      position: { file: 'containerDefinitions.0.portMappings.0.hostPort', line: 1, column: 1 },
    },
  ])
})

test.each<PortOverrides & { readonly name: string; readonly says?: string; readonly at?: string }>([
  { name: 'that is there' },
  { name: 'within a range', app: { portMappings: [{ containerPortRange: '5000-5010' }] } },
  {
    name: 'next to others',
    app: { portMappings: [{ containerPort: 9000 }, { containerPort: 5001 }] },
  },
  {
    name: 'that moved',
    app: { portMappings: [{ containerPort: 5201 }] },
    says: 'the load balancer of the service sends requests to port 5001 of container app, which has only 5201 in its portMappings',
    at: 'containerDefinitions.0.portMappings',
  },
  {
    name: 'outside of a range',
    app: { portMappings: [{ containerPortRange: '5002-5010' }] },
    says: 'the load balancer of the service sends requests to port 5001 of container app, which has only 5002-5010 in its portMappings',
    at: 'containerDefinitions.0.portMappings',
  },
  {
    name: 'that nothing maps',
    app: { portMappings: [] },
    says: 'the load balancer of the service sends requests to port 5001 of container app, which has no port in its portMappings',
    at: 'containerDefinitions.0.portMappings',
  },
  {
    name: 'of which the mapping forgot the port',
    app: { portMappings: [{ protocol: 'tcp' }] },
    says: 'the load balancer of the service sends requests to port 5001 of container app, which has no port in its portMappings',
    at: 'containerDefinitions.0.portMappings',
  },
  {
    name: 'of a container that was renamed',
    app: { name: 'web' },
    says: 'the load balancer of the service sends requests to port 5001 of container app, but the task definition has only web',
    at: 'containerDefinitions',
  },
  {
    name: 'behind a Classic Load Balancer',
    app: { name: 'web' },
    service: { loadBalancers: [aLoadBalancer({ targetGroups: [] })] },
    says: 'the load balancer of the service sends requests to port 5001 of container app, but the task definition has only web',
    at: 'containerDefinitions',
  },
])('a balanced port $name', ({ says, at, ...story }) => {
  const found = runCheck(portBalancer, aPortContext(story)).map(({ id, result, text, position }) => [
    `${id} ${result}`,
    text,
    position?.file,
  ])
  expect(found).toStrictEqual([
    says ? ['port-balancer refused', says, at] : ['port-balancer passed', '', undefined],
  ])
})

test('without a load balancer, or without a service, there is nothing to compare', () => {
  expect(runCheck(portBalancer, aPortContext({ service: { loadBalancers: [] } }))).toStrictEqual([])
  expect(runCheck(portBalancer, unobserved(aPortContext()))).toStrictEqual([])
})
