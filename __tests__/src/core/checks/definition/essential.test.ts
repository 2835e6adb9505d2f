import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { essential } from '../../../../../src/core/checks/definition/essential.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import { aSubject, told } from '../../../../support/check-builders.js'

const containers = (...list: JsonObject[]): JsonObject => ({ containerDefinitions: list })

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
  expect(told(runCheck(essential, aSubject({ definition })))).toStrictEqual(says)
})
