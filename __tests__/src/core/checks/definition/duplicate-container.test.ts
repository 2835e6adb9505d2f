import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { duplicateContainer } from '../../../../../src/core/checks/definition/duplicate-container.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import { aCheckContext, checkMessages } from '../../../../support/check-builders.js'

const containers = (...list: JsonObject[]): JsonObject => ({ containerDefinitions: list })

test.each<DefinitionRow>([
  { name: 'two names', definition: containers({ name: 'a' }, { name: 'b' }), messages: [] },
  { name: 'names that differ in case', definition: containers({ name: 'a' }, { name: 'A' }), messages: [] },
  {
    name: 'one name three times',
    definition: containers({ name: 'a' }, { name: 'b' }, { name: 'a' }, { name: 'a' }),
    messages: ['refused: two containers are named a'],
  },
])('$name: $says', ({ definition, messages: says }) => {
  expect(checkMessages(runCheck(duplicateContainer, aCheckContext({ definition })))).toStrictEqual(says)
})
