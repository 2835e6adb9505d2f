import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { portBounds } from '../../../../../src/core/checks/ports/port-bounds.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import { aCheckContext, checkMessages, withContainer } from '../../../../support/check-builders.js'

const mapping = (ports: object) => withContainer({ portMappings: [ports as never] })

const rows: readonly DefinitionRow[] = [
  {
    name: 'above the last port',
    definition: mapping({ containerPort: 65536 }),
    messages: ['refused: container app: containerPort is 65536, but a port is a number from 0 to 65535'],
  },
  {
    name: 'below the first one',
    definition: mapping({ containerPort: 80, hostPort: -1 }),
    messages: ['refused: container app: hostPort is -1, but a port is a number from 0 to 65535'],
  },
  {
    name: 'between two',
    definition: mapping({ containerPort: 80.5 }),
    messages: ['refused: container app: containerPort is 80.5, but a port is a number from 0 to 65535'],
  },
  { name: 'the last one', definition: mapping({ containerPort: 65535, hostPort: 65535 }), messages: [] },
  {
    name: 'a host port that ECS picks',
    definition: mapping({ containerPort: 80, hostPort: 0 }),
    messages: [],
  },
  { name: 'a range', definition: mapping({ containerPortRange: '5000-5010' }), messages: [] },
]

test.each(rows)('$name', ({ definition, messages: says }) => {
  expect(checkMessages(runCheck(portBounds, aCheckContext({ definition })))).toStrictEqual(says)
})

test('without ports there is nothing to check', () => {
  expect(runCheck(portBounds, aCheckContext({ definition: withContainer({}) }))).toStrictEqual([])
})
