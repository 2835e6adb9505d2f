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
  {
    name: 'no size at all',
    definition: task({}, {}, { memory: 0 }, { memoryReservation: 64 }),
    messages: [
      'refused: container c1 has neither memory nor memoryReservation, and the task has no memory',
      'refused: container c2 has neither memory nor memoryReservation, and the task has no memory',
    ],
  },
  {
    name: 'no size at all on Fargate, where the check fargate-size asks for the size of the task',
    definition: task({ requiresCompatibilities: ['FARGATE'] }, {}),
    messages: [],
  },
  {
    name: 'just enough cpu',
    definition: task({ cpu: '1 vCPU', memory: '2 GB' }, { cpu: 512 }, { cpu: 512 }),
    messages: [],
  },
  {
    name: 'too little cpu',
    definition: task({ cpu: '512', memory: '1024' }, { cpu: 512 }, { cpu: 1 }),
    messages: ['refused: the containers have 513 CPU units in total, but the task has only 512'],
  },
  {
    name: 'cpu that is not a number',
    definition: task({ cpu: 'half', memory: '1024' }, {}),
    messages: ['refused: cpu of the task is neither a number of CPU units nor of vCPU'],
  },
  {
    name: 'hard limits may add up to more than the task has',
    definition: task({ memory: '1 GB' }, { memory: 1024 }, { memory: 1024 }),
    messages: [],
  },
  {
    name: 'one hard limit alone may not',
    definition: task({ memory: '1 GB' }, { memory: 1025 }),
    messages: ['refused: container c1 may use 1025 MiB, but the task has only 1024'],
  },
  {
    name: 'reservations may not',
    definition: task({ memory: '1024' }, { memoryReservation: 1000 }, { memoryReservation: 25 }),
    messages: ['refused: the containers reserve 1025 MiB in total, but the task has only 1024'],
  },
  {
    name: 'a hard limit below the reservation',
    definition: task({}, { memory: 256, memoryReservation: 257 }),
    messages: ['refused: container c1 reserves 257 MiB, but may use only 256'],
  },
  {
    name: 'a hard limit equal to the reservation',
    definition: task({}, { memory: 256, memoryReservation: 256 }),
    messages: [],
  },
])('$name: $says', ({ definition, messages: says }) => {
  expect(checkMessages(runCheck(containerSize, aCheckContext({ definition })))).toStrictEqual(says)
})
