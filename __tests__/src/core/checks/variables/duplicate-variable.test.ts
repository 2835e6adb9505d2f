import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { duplicateVariable } from '../../../../../src/core/checks/variables/duplicate-variable.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import { aCheckContext, checkMessages, withContainer } from '../../../../support/check-builders.js'

const plain = (...names: string[]) => names.map(name => ({ name, value: 'x' }))
const hidden = (...names: string[]) => names.map(name => ({ name, valueFrom: 'x' }))

test.each<DefinitionRow>([
  {
    name: 'all different',
    definition: withContainer({ environment: plain('A', 'a'), secrets: hidden('B') }),
    messages: [],
  },
  {
    name: 'as a value and as a secret',
    definition: withContainer({ environment: plain('A', 'B'), secrets: hidden('B', 'A', 'C') }),
    messages: ['refused: container app has B and A both in environment and in secrets'],
  },
  {
    name: 'two secrets',
    definition: withContainer({ secrets: hidden('A', 'A', 'A') }),
    messages: ['refused: container app has A more than once in secrets'],
  },
  {
    name: 'two values',
    definition: withContainer({ environment: plain('A', 'A') }),
    messages: [
      'warning: container app has A more than once in environment: which value applies is not documented',
    ],
  },
  {
    name: 'one in each of two containers',
    definition: {
      containerDefinitions: [
        { name: 'a', environment: plain('A') },
        { name: 'b', environment: plain('A'), secrets: [] },
      ],
    },
    messages: [],
  },
])('$name: $says', ({ definition, messages: says }) => {
  expect(checkMessages(runCheck(duplicateVariable, aCheckContext({ definition })))).toStrictEqual(says)
})
