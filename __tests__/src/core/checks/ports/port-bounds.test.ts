import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { portBounds } from '../../../../../src/core/checks/ports/port-bounds.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import { aSubject, having, told } from '../../../../support/check-builders.js'

const mapping = (ports: object) => having({ portMappings: [ports as never] })

const rows: readonly DefinitionRow[] = [
  {
    name: 'above the last port',
    definition: mapping({ containerPort: 65536 }),
    says: ['refused: container app: containerPort is 65536, and ports go from 0 to 65535'],
  },
  {
    name: 'below the first one',
    definition: mapping({ containerPort: 80, hostPort: -1 }),
    says: ['refused: container app: hostPort is -1, and ports go from 0 to 65535'],
  },
  {
    name: 'between two',
    definition: mapping({ containerPort: 80.5 }),
    says: ['refused: container app: containerPort is 80.5, and ports go from 0 to 65535'],
  },
  { name: 'the last one', definition: mapping({ containerPort: 65535, hostPort: 65535 }), says: [] },
  { name: 'a host port that ECS picks', definition: mapping({ containerPort: 80, hostPort: 0 }), says: [] },
  { name: 'a range', definition: mapping({ containerPortRange: '5000-5010' }), says: [] },
]

test.each(rows)('$name', ({ definition, says }) => {
  expect(told(runCheck(portBounds, aSubject({ definition })))).toStrictEqual(says)
})

test('without ports there is nothing to check', () => {
  expect(runCheck(portBounds, aSubject({ definition: having({}) }))).toStrictEqual([])
})
