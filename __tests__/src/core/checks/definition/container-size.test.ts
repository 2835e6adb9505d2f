import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { containerSize } from '../../../../../src/core/checks/definition/container-size.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import { aCheckContext, checkMessages } from '../../../../support/check-builders.js'

const task = (around: JsonObject, ...containers: JsonObject[]): JsonObject => ({
  ...around,
  containerDefinitions: containers.map((container, i) => ({ name: `c${i + 1}`, ...container })),
})

test.each<DefinitionRow>([
  { name: 'no size at all', definition: task({}, {}), messages: [] },
  { name: 'just enough cpu', definition: task({ cpu: '1 vCPU' }, { cpu: 512 }, { cpu: 512 }), messages: [] },
  {
    name: 'too little cpu',
    definition: task({ cpu: '512' }, { cpu: 512 }, { cpu: 1 }),
    messages: ['refused: the containers have 513 CPU units together, the task has 512'],
  },
  {
    name: 'cpu that is no number',
    definition: task({ cpu: 'half' }, {}),
    messages: ['refused: the cpu of the task is no number of CPU units or vCPU'],
  },
  {
    name: 'hard limits may add up to more than the task has',
    definition: task({ memory: '1 GB' }, { memory: 1024 }, { memory: 1024 }),
    messages: [],
  },
  {
    name: 'one hard limit alone may not',
    definition: task({ memory: '1 GB' }, { memory: 1025 }),
    messages: ['refused: container c1 may use 1025 MiB, the task has 1024'],
  },
  {
    name: 'reservations may not',
    definition: task({ memory: '1024' }, { memoryReservation: 1000 }, { memoryReservation: 25 }),
    messages: ['refused: the containers reserve 1025 MiB together, the task has 1024'],
  },
  {
    name: 'a hard limit below the reservation',
    definition: task({}, { memory: 256, memoryReservation: 257 }),
    messages: ['refused: container c1 may use 256 MiB and reserves 257'],
  },
  {
    name: 'a hard limit equal to the reservation',
    definition: task({}, { memory: 256, memoryReservation: 256 }),
    messages: [],
  },
])('$name: $says', ({ definition, messages: says }) => {
  expect(checkMessages(runCheck(containerSize, aCheckContext({ definition })))).toStrictEqual(says)
})
