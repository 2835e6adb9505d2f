import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { unnamedVariable } from '../../../../../src/core/checks/variables/unnamed-variable.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import { aCheckContext, checkMessages, withContainer } from '../../../../support/check-builders.js'

test.each<DefinitionRow>([
  {
    name: 'the name of a secret',
    definition: withContainer({ secrets: [{ name: 'A', valueFrom: '/web/db' }, { valueFrom: '/web/db' }] }),
    messages: ['refused: container app: secrets[1] has no name'],
  },
  {
    name: 'the name of a secret of the log driver',
    definition: withContainer({
      logConfiguration: { logDriver: 'splunk', secretOptions: [{ valueFrom: '/web/db' }] },
    }),
    messages: ['refused: container app: logConfiguration.secretOptions[0] has no name'],
  },
  {
    name: 'the name of a variable',
    definition: withContainer({ environment: [{ value: 'hunter2' }, { name: '', value: 'hunter2' }] }),
    messages: [
      'refused: container app: environment[0] has no name',
      'refused: container app: environment[1] has no name',
    ],
  },
  {
    name: 'nothing',
    definition: withContainer({
      environment: [{ name: 'A' }],
      secrets: [{ name: 'B', valueFrom: '/web/db' }],
    }),
    messages: [],
  },
])('without $name: $says', ({ definition, messages: says }) => {
  expect(checkMessages(runCheck(unnamedVariable, aCheckContext({ definition })))).toStrictEqual(says)
})
