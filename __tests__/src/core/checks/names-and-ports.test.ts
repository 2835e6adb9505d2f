import { describe, expect, test } from '@jest/globals'
import { checkContainerNames } from '../../../../src/core/checks/duplicate-container.js'
import { checkPorts } from '../../../../src/core/checks/duplicate-port.js'
import { checkVariables } from '../../../../src/core/checks/duplicate-variable.js'
import { checkEssential } from '../../../../src/core/checks/essential.js'
import type { JsonObject } from '../../../../src/core/json.js'
import type { DefinitionRow } from '../../../support/check-builders.js'
import { aSubject, having, told } from '../../../support/check-builders.js'

const containers = (...list: JsonObject[]): JsonObject => ({ containerDefinitions: list })

describe('essential', () => {
  test.each<DefinitionRow>([
    { name: 'the default', definition: containers({ name: 'app' }), says: [] },
    {
      name: 'one of two',
      definition: containers({ name: 'a', essential: false }, { name: 'b', essential: true }),
      says: [],
    },
    {
      name: 'none of two',
      definition: containers({ name: 'a', essential: false }, { name: 'b', essential: false }),
      says: ['refused: no container is essential: a task needs one whose end ends the task'],
    },
    { name: 'no container', definition: {}, says: [] },
  ])('$name: $says', ({ definition, says }) => {
    expect(told(checkEssential(aSubject({ definition })))).toStrictEqual(says)
  })
})

describe('names of containers', () => {
  test.each<DefinitionRow>([
    { name: 'two names', definition: containers({ name: 'a' }, { name: 'b' }), says: [] },
    { name: 'names that differ in case', definition: containers({ name: 'a' }, { name: 'A' }), says: [] },
    {
      name: 'one name three times',
      definition: containers({ name: 'a' }, { name: 'b' }, { name: 'a' }, { name: 'a' }),
      says: ['refused: two containers are called a'],
    },
  ])('$name: $says', ({ definition, says }) => {
    expect(told(checkContainerNames(aSubject({ definition })))).toStrictEqual(says)
  })
})

const mapped = (networkMode: string, ...ports: JsonObject[][]): JsonObject => ({
  networkMode,
  ...containers(...ports.map((portMappings, i) => ({ name: `c${i + 1}`, portMappings }))),
})

describe('ports', () => {
  test.each<DefinitionRow>([
    {
      name: 'two ports',
      definition: mapped('awsvpc', [{ containerPort: 80 }], [{ containerPort: 81 }]),
      says: [],
    },
    {
      name: 'one port with two protocols',
      definition: mapped('awsvpc', [
        { containerPort: 53, hostPort: 53 },
        { containerPort: 53, hostPort: 53, protocol: 'udp' },
      ]),
      says: [],
    },
    {
      name: 'one container port in two containers of a bridge',
      definition: mapped('bridge', [{ containerPort: 80 }], [{ containerPort: 80, hostPort: 0 }]),
      says: [],
    },
    {
      name: 'one host port of a bridge',
      definition: mapped(
        'bridge',
        [{ containerPort: 80, hostPort: 80 }],
        [{ containerPort: 8080, hostPort: 80 }],
      ),
      says: ['refused: containers c1 and c2 want port tcp 80: they share one host'],
    },
    {
      name: 'one port in two containers of one network, given',
      definition: mapped(
        'awsvpc',
        [{ containerPort: 80, hostPort: 80 }],
        [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
      ),
      says: ['refused: containers c1 and c2 want port tcp 80: they share one network'],
    },
    {
      name: 'one port in two containers of one network, filled in by ECS',
      definition: mapped('host', [{ containerPort: 80 }], [{ containerPort: 80 }]),
      says: ['warning: containers c1 and c2 want port tcp 80: they share one network'],
    },
    {
      name: 'one mapping twice in one container',
      definition: mapped('awsvpc', [{ containerPort: 80 }, { containerPort: 80 }]),
      says: ['warning: container c1 maps port tcp 80 more than once'],
    },
    {
      name: 'ranges are not looked into',
      definition: mapped('awsvpc', [{ containerPortRange: '80-90' }, { containerPortRange: '80-90' }]),
      says: [],
    },
    {
      name: 'one name for two ports',
      definition: mapped(
        'awsvpc',
        [{ containerPort: 80, name: 'http' }],
        [{ containerPort: 81, name: 'http' }],
      ),
      says: ['refused: two port mappings are called http'],
    },
    {
      name: 'one name for two ports of a bridge',
      definition: mapped('bridge', [
        { containerPort: 80, name: 'http' },
        { containerPort: 81, name: 'http' },
      ]),
      says: [],
    },
  ])('$name: $says', ({ definition, says }) => {
    expect(told(checkPorts(aSubject({ definition })))).toStrictEqual(says)
  })
})

describe('variables', () => {
  const plain = (...names: string[]) => names.map(name => ({ name, value: 'x' }))
  const hidden = (...names: string[]) => names.map(name => ({ name, valueFrom: 'x' }))

  test.each<DefinitionRow>([
    {
      name: 'all different',
      definition: having({ environment: plain('A', 'a'), secrets: hidden('B') }),
      says: [],
    },
    {
      name: 'as a value and as a secret',
      definition: having({ environment: plain('A', 'B'), secrets: hidden('B', 'A', 'C') }),
      says: ['refused: container app has B and A both in environment and in secrets'],
    },
    {
      name: 'two secrets',
      definition: having({ secrets: hidden('A', 'A', 'A') }),
      says: ['refused: container app has A more than once in secrets'],
    },
    {
      name: 'two values',
      definition: having({ environment: plain('A', 'A') }),
      says: [
        'warning: container app has A more than once in environment: which value counts is not documented',
      ],
    },
    {
      name: 'one in each of two containers',
      definition: containers(
        { name: 'a', environment: plain('A') },
        { name: 'b', environment: plain('A'), secrets: [] },
      ),
      says: [],
    },
  ])('$name: $says', ({ definition, says }) => {
    expect(told(checkVariables(aSubject({ definition })))).toStrictEqual(says)
  })
})
