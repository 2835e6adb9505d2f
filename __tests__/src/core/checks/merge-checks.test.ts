import { expect, test } from '@jest/globals'
import type { Check, CheckResult } from '../../../../src/core/checks/check.js'
import { mergeChecks } from '../../../../src/core/checks/merge-checks.js'

const check = (result: CheckResult, text: string): Check => ({ id: 'desired-count', result, text, next: '' })
const zero = check('warning', 'the desired count is 0')

test.each([
  { name: 'one service is not named', all: { web: [zero] }, says: [zero.text] },
  { name: 'what is so of all services is said once', all: { web: [zero], api: [zero] }, says: [zero.text] },
  {
    name: 'what is so of some of them names them',
    all: { web: [zero], api: [check('passed', '')], worker: [zero] },
    says: [`web and worker: ${zero.text}`, ''],
  },
  {
    name: 'one finding of each',
    all: { web: [zero], api: [check('warning', 'the desired count is 1')] },
    says: [`web: ${zero.text}`, 'api: the desired count is 1'],
  },
])('$name', ({ all, says }) => {
  const merged = mergeChecks(Object.entries(all).map(([service, checks]) => ({ service, checks })))
  expect(merged.map(({ text }) => text)).toStrictEqual(says)
})
