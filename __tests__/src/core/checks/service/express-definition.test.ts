import { expect, test } from '@jest/globals'
import { expressDefinition } from '../../../../../src/core/checks/service/express-definition.js'
import { followingPort } from '../../../../../src/core/plan/following-port.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import { aCheckContext, runEach } from '../../../../support/check-builders.js'
import { aLoadBalancer, aService } from '../../../../support/service-builders.js'

const http = { containerPort: 5001, name: 'http' }

function definitionOf(container: JsonObject, members: JsonObject = {}): JsonObject {
  return {
    requiresCompatibilities: ['FARGATE'],
    containerDefinitions: [{ name: 'Main', image: 'web:2', ...container }, { name: 'proxy' }],
    ...members,
  }
}

const rows: readonly { name: string; definition: JsonObject; says: readonly string[] }[] = [
  { name: 'one TCP port with a name', definition: definitionOf({ portMappings: [http] }), says: ['passed'] },
  {
    name: 'a UDP port beside it',
    definition: definitionOf({ portMappings: [{ containerPort: 53, protocol: 'udp' }, http] }),
    says: ['passed'],
  },
  {
    name: 'another name',
    definition: definitionOf({ name: 'main', portMappings: [http] }),
    says: ['a container named Main, but the task definition has only "main" and "proxy"'],
  },
  {
    name: 'no port',
    definition: definitionOf({ portMappings: [] }),
    says: ['needs one TCP port mapping with a containerPort and a name, but has none'],
  },
  {
    name: 'a port without a name',
    definition: definitionOf({ portMappings: [{ containerPort: 5001, protocol: 'tcp' }] }),
    says: ['but its mapping has no name'],
  },
  {
    name: 'a range of ports',
    definition: definitionOf({ portMappings: [{ containerPortRange: '5000-5010', name: 'http' }] }),
    says: ['but its mapping has no containerPort'],
  },
  {
    name: 'two ports',
    definition: definitionOf({ portMappings: [http, { containerPort: 9090, name: 'metrics' }] }),
    says: ['but has 2'],
  },
  {
    name: 'EC2 only',
    definition: definitionOf({ portMappings: [http] }, { requiresCompatibilities: ['EC2'] }),
    says: ['FARGATE is not in requiresCompatibilities'],
  },
]

test.each(rows)('$name: $says', ({ definition, says }) => {
  const observed = { service: aService({ managedBy: 'ECS' }) }
  const checks = runEach([expressDefinition], aCheckContext({ definition, observed }))
  expect(checks.map(({ result, text }) => (result === 'refused' ? text : result))).toStrictEqual(
    says.map(text => (text === 'passed' ? text : expect.stringContaining(text))),
  )
})

test('no other service is asked for it', () => {
  expect(runEach([expressDefinition], aCheckContext({ observed: { service: aService() } }))).toStrictEqual([])
})

test('its load balancer follows the port of Main, and that of another service does not', () => {
  const definition = definitionOf({ portMappings: [{ containerPort: 5201, name: 'http' }] })
  const balancers = [aLoadBalancer()]
  const portsOf = (managedBy: string) =>
    followingPort(aService({ managedBy, loadBalancers: balancers }), definition).loadBalancers.map(
      ({ container, port }) => `${container}:${port}`,
    )
  expect([portsOf('ECS'), portsOf('CUSTOMER')]).toStrictEqual([['Main:5201'], ['app:5001']])
})
