import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { essential } from '../../../../../src/core/checks/definition/essential.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import { aCheckContext, checkMessages } from '../../../../support/check-builders.js'

const containers = (...list: JsonObject[]): JsonObject => ({ containerDefinitions: list })

test.each<DefinitionRow>([
  { name: 'the default', definition: containers({ name: 'app' }), messages: [] },
  {
    name: 'one of two',
    definition: containers({ name: 'a', essential: false }, { name: 'b', essential: true }),
    messages: [],
  },
  {
    name: 'none of two',
    definition: containers({ name: 'a', essential: false }, { name: 'b', essential: false }),
    messages: ['refused: no container is essential, but a task needs at least one that is'],
  },
  { name: 'no container', definition: {}, messages: [] },
])('$name: $says', ({ definition, messages: says }) => {
  expect(checkMessages(runCheck(essential, aCheckContext({ definition })))).toStrictEqual(says)
})
