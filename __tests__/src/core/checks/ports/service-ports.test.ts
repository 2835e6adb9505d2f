/** Ports that the service names, beside those of its load balancers. */
import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { portName } from '../../../../../src/core/checks/ports/port-name.js'
import { portRegistry } from '../../../../../src/core/checks/ports/port-registry.js'
import type { PortName, Registry } from '../../../../../src/core/ecs/service.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import {
  aCheckContext,
  checkMessages,
  unobserved,
  withContainer,
} from '../../../../support/check-builders.js'
import { aService } from '../../../../support/service-builders.js'

const connect = (name: string): PortName => ({ name, usedBy: 'Service Connect' })
const lattice = (name: string): PortName => ({ name, usedBy: 'VPC Lattice' })
const mappings = (...names: string[]): JsonObject =>
  withContainer({ portMappings: names.map((name, i) => ({ name, containerPort: 5001 + i })) })

test.each<{
  readonly name: string
  readonly portNames: readonly PortName[]
  readonly definition: JsonObject
  readonly messages: readonly string[]
}>([
  {
    name: 'a name that a mapping has',
    portNames: [connect('http')],
    definition: mappings('http'),
    messages: [],
  },
  {
    name: 'names of two containers',
    portNames: [connect('http'), lattice('admin')],
    definition: {
      containerDefinitions: [
        { name: 'app', portMappings: [{ name: 'http', containerPort: 80 }] },
        { name: 'admin', portMappings: [{ name: 'admin', containerPort: 81 }] },
      ],
    },
    messages: [],
  },
  {
    name: 'a name that was left out',
    portNames: [connect('http')],
    definition: withContainer({ portMappings: [{ containerPort: 5001 }] }),
    messages: [
      'refused: Service Connect of the service uses the port "http", but no port mapping of the task definition has a name',
    ],
  },
  {
    name: 'a misspelled name',
    portNames: [connect('web-http')],
    definition: mappings('web_http', 'metrics'),
    messages: [
      'refused: Service Connect of the service uses the port "web-http", but the task definition names only web_http, metrics; is web_http the same port?',
    ],
  },
  {
    name: 'two users of one name',
    portNames: [connect('http'), lattice('http')],
    definition: mappings('metrics'),
    messages: [
      'refused: Service Connect of the service uses the port "http", but the task definition names only metrics',
      'refused: VPC Lattice of the service uses the port "http", but the task definition names only metrics',
    ],
  },
])('$name: $messages', ({ portNames, definition, messages }) => {
  const context = aCheckContext({ definition, observed: { service: aService({ portNames }) } })
  expect(checkMessages(runCheck(portName, context))).toStrictEqual(messages)
})

test('the finding has the place of the mappings and what to add', () => {
  const positionOf = (path: readonly (string | number)[]) => ({ file: path.join('.'), line: 1, column: 1 })
  const definition = withContainer({ portMappings: [{ containerPort: 5001 }] })
  const observed = { service: aService({ portNames: [connect('http')] }) }
  expect(runCheck(portName, aCheckContext({ definition, observed, positionOf }))).toMatchObject([
    {
      position: { file: 'containerDefinitions.0.portMappings' },
      next: 'Add "name": "http" to the port mapping that it means, or change Service Connect of the service first.',
    },
  ])
})

test.each<{
  readonly name: string
  readonly registry: Registry
  readonly messages: readonly string[]
}>([
  { name: 'a container and its port', registry: { container: 'app', port: 5001 }, messages: [] },
  { name: 'a container without a port', registry: { container: 'app', port: undefined }, messages: [] },
  {
    name: 'another port',
    registry: { container: 'app', port: 5201 },
    messages: [
      'refused: service discovery of the service registers port 5201 of container app, which the task definition lacks',
    ],
  },
  {
    name: 'another container',
    registry: { container: 'web', port: 5001 },
    messages: [
      'refused: service discovery of the service registers container web, which the task definition lacks',
    ],
  },
])('service discovery of $name: $messages', ({ registry, messages }) => {
  const observed = { service: aService({ registries: [registry] }) }
  const context = aCheckContext({ definition: mappings('http'), observed })
  expect(checkMessages(runCheck(portRegistry, context))).toStrictEqual(messages)
})

test('a service that names none, and no service, are not checked', () => {
  const context = aCheckContext()
  for (const check of [portName, portRegistry])
    expect([runCheck(check, context), runCheck(check, unobserved(context))]).toStrictEqual([[], []])
})
