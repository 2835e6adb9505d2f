import { expect, test } from '@jest/globals'
import { isGreen, nameOf, refuse } from '../../../../src/core/outcome/outcome.js'
import type { OutcomeName } from '../../../../src/core/outcome/outcomes.js'
import { outcomes } from '../../../support/outcomes.js'

/** Every word of the vocabulary, and whether the step passes. */
const vocabulary: Record<OutcomeName, boolean> = {
  succeeded: true,
  idle: true,
  started: true,
  'no-change': true,
  planned: true,
  registered: true,
  refused: false,
  'rolled-back': false,
  failed: false,
  superseded: false,
  'timed-out': false,
  cancelled: false,
  unknown: false,
}

test.each(Object.entries(vocabulary).map(([name, green]) => ({ name, green })))(
  '$name passes: $green',
  ({ name, green }) => {
    const found = Object.values(outcomes).filter(outcome => nameOf(outcome) === name)
    expect([found.length > 0, new Set(found.map(isGreen))]).toStrictEqual([true, new Set([green])])
  },
)

test.each([
  {
    name: 'leaves out what is not given',
    given: { target: undefined, problems: [] },
    outcome: {
      kind: 'refused',
      target: undefined,
      problems: [],
      checks: [],
      plan: undefined,
      registered: undefined,
      notices: [],
    },
  },
  {
    name: 'keeps what is',
    given: {
      target: { cluster: 'prod', service: 'web' },
      problems: [{ subject: 'service', text: 'x' }],
      registered: { arn: 'a', revision: '8' },
      notices: [{ level: 'notice' as const, text: 'n' }],
    },
    outcome: {
      kind: 'refused',
      problems: [{ subject: 'service', text: 'x' }],
      checks: [],
      notices: [{ level: 'notice', text: 'n' }],
      target: { cluster: 'prod', service: 'web' },
      plan: undefined,
      registered: { arn: 'a', revision: '8' },
    },
  },
])('a refusal $name', ({ given, outcome }) => {
  expect(refuse(given)).toStrictEqual(outcome)
})

test('a refusal tells 50 problems and counts the rest', () => {
  const problems = Array.from({ length: 200_000 }, (_, i) => ({
    subject: 'tags',
    text: `line ${i} is wrong`,
  }))
  const outcome = refuse({ target: undefined, problems })
  const told = outcome.kind === 'refused' ? outcome.problems : []
  expect([told.length, told.at(0)?.text, told.at(-1)?.text]).toStrictEqual([
    51,
    'line 0 is wrong',
    '199950 more problems: mend those above first',
  ])
})
