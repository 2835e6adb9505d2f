import { expect, test } from '@jest/globals'
import type { Check, CheckResult } from '../../../../src/core/checks/check.js'
import type { CheckId } from '../../../../src/core/checks/checks.js'
import { applyPreflight } from '../../../../src/core/checks/checks.js'

const check = (id: CheckId, result: CheckResult): Check => ({ id, result, text: 'wrong', next: 'Mend it.' })
const found = [
  check('controller', 'refused'),
  check('image-moves', 'refused'),
  check('auto-scaling', 'refused'),
  check('breaker-off', 'warning'),
  check('desired-count', 'passed'),
]

test.each([
  {
    preflight: 'fail',
    left: [
      'controller refused',
      'image-moves refused',
      'auto-scaling refused',
      'breaker-off warning',
      'desired-count passed',
    ],
  },
  {
    preflight: 'warn',
    left: [
      'controller refused',
      'image-moves refused',
      'auto-scaling warning',
      'breaker-off warning',
      'desired-count passed',
    ],
  },
  { preflight: 'off', left: ['controller refused', 'image-moves refused'] },
] as const)('preflight: $preflight', ({ preflight, left }) => {
  expect(applyPreflight(found, preflight).map(({ id, result }) => `${id} ${result}`)).toStrictEqual(left)
})
