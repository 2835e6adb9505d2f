import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { unnamedVariable } from '../../../../../src/core/checks/variables/unnamed-variable.js'
import type { DefinitionRow } from '../../../../support/check-builders.js'
import { aSubject, having, told } from '../../../../support/check-builders.js'

test.each<DefinitionRow>([
  {
    name: 'the name of a secret',
    definition: having({ secrets: [{ name: 'A', valueFrom: '/web/db' }, { valueFrom: '/web/db' }] }),
    says: ['refused: container app: secrets[1] has no name'],
  },
  {
    name: 'the name of a secret of the log driver',
    definition: having({
      logConfiguration: { logDriver: 'splunk', secretOptions: [{ valueFrom: '/web/db' }] },
    }),
    says: ['refused: container app: logConfiguration.secretOptions[0] has no name'],
  },
  {
    name: 'the name of a variable',
    definition: having({ environment: [{ value: 'hunter2' }, { name: '', value: 'hunter2' }] }),
    says: [
      'refused: container app: environment[0] has no name',
      'refused: container app: environment[1] has no name',
    ],
  },
  {
    name: 'nothing',
    definition: having({ environment: [{ name: 'A' }], secrets: [{ name: 'B', valueFrom: '/web/db' }] }),
    says: [],
  },
])('without $name: $says', ({ definition, says }) => {
  expect(told(runCheck(unnamedVariable, aSubject({ definition })))).toStrictEqual(says)
})
