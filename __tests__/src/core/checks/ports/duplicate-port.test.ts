import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { duplicatePort } from '../../../../../src/core/checks/ports/duplicate-port.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import { aCheckContext, checkMessages } from '../../../../support/check-builders.js'

const mapped = (networkMode: string, ...ports: JsonObject[][]): JsonObject => ({
  networkMode,
  containerDefinitions: ports.map((portMappings, i) => ({ name: `c${i + 1}`, portMappings })),
})

test.each<DefinitionRow>([
  {
    name: 'two ports',
    definition: mapped('awsvpc', [{ containerPort: 80 }], [{ containerPort: 81 }]),
    messages: [],
  },
  {
    name: 'one port with two protocols',
    definition: mapped('awsvpc', [
      { containerPort: 53, hostPort: 53 },
      { containerPort: 53, hostPort: 53, protocol: 'udp' },
    ]),
    messages: [],
  },
  {
    name: 'one container port in two containers of a bridge',
    definition: mapped('bridge', [{ containerPort: 80 }], [{ containerPort: 80, hostPort: 0 }]),
    messages: [],
  },
  {
    name: 'one host port of a bridge',
    definition: mapped(
      'bridge',
      [{ containerPort: 80, hostPort: 80 }],
      [{ containerPort: 8080, hostPort: 80 }],
    ),
    messages: ['refused: containers c1 and c2 use port tcp 80, but share one host'],
  },
  {
    name: 'one port in two containers of one network, given',
    definition: mapped(
      'awsvpc',
      [{ containerPort: 80, hostPort: 80 }],
      [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
    ),
    messages: ['refused: containers c1 and c2 use port tcp 80, but share one network'],
  },
  {
    name: 'one port in two containers of one network, filled in by ECS',
    definition: mapped('host', [{ containerPort: 80 }], [{ containerPort: 80 }]),
    messages: ['warning: containers c1 and c2 use port tcp 80, but share one network'],
  },
  {
    name: 'one mapping twice in one container',
    definition: mapped('awsvpc', [{ containerPort: 80 }, { containerPort: 80 }]),
    messages: ['warning: container c1 maps port tcp 80 more than once'],
  },
  {
    name: 'ranges are ignored',
    definition: mapped('awsvpc', [{ containerPortRange: '80-90' }, { containerPortRange: '80-90' }]),
    messages: [],
  },
  {
    name: 'one name for two ports',
    definition: mapped(
      'awsvpc',
      [{ containerPort: 80, name: 'http' }],
      [{ containerPort: 81, name: 'http' }],
    ),
    messages: ['refused: two port mappings are named http'],
  },
  {
    name: 'one name for two ports of a bridge',
    definition: mapped('bridge', [
      { containerPort: 80, name: 'http' },
      { containerPort: 81, name: 'http' },
    ]),
    messages: [],
  },
])('$name: $says', ({ definition, messages: says }) => {
  expect(checkMessages(runCheck(duplicatePort, aCheckContext({ definition })))).toStrictEqual(says)
})
