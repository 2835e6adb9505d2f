import { expect, test } from '@jest/globals'
import { decisiveService, deployed, isGreen, refused } from '../../../../src/core/outcome/outcome.js'
import type { OutcomeName } from '../../../../src/core/outcome/outcomes.js'
import { outcomes } from '../../../support/outcomes.js'
import { aPlan, aServicePlan, complete } from '../../../support/rollout-builders.js'

/** Every word of the vocabulary, and whether the step passes. */
const vocabulary: Record<OutcomeName, boolean> = {
  succeeded: true,
  idle: true,
  paused: true,
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
    const found = Object.values(outcomes).filter(outcome => outcome.name === name)
    expect([found.length > 0, new Set(found.map(isGreen))]).toStrictEqual([true, new Set([green])])
  },
)

const prodWeb = { cluster: 'prod', service: 'web' }

test('a refusal names what was not updated, and what was registered before it', () => {
  const problem = { subject: 'service', text: 'x' }
  const revision = { arn: 'a', revision: '8' }
  const parts = { targets: [prodWeb], problems: [problem], checks: [], plan: undefined, revision }
  expect(refused(parts)).toEqual({
    name: 'refused',
    problems: [problem],
    checks: [],
    revision,
    services: [{ kind: 'untouched', name: 'refused', target: prodWeb }],
  })
})

test('a refusal has 50 problems and counts the rest', () => {
  const problems = Array.from({ length: 200_000 }, (_, i) => ({
    subject: 'tags',
    text: `line ${i} is wrong`,
  }))
  const parts = { targets: [], checks: [], plan: undefined, revision: undefined }
  const shown = refused({ ...parts, problems }).problems
  expect([shown.length, shown.at(0)?.text, shown.at(-1)?.text]).toStrictEqual([
    51,
    'line 0 is wrong',
    '199950 more problems: fix those above first',
  ])
})

test('the worst of several services names the run and is decisive', () => {
  const plan = aPlan()
  const [service = aServicePlan()] = plan.services
  const services = [
    { kind: 'unchanged', plan: service, serving: undefined },
    { kind: 'unconfirmed', plan: service, reason: 'x' },
  ] as const
  const outcome = complete(deployed({ plan, revision: undefined, services, problems: [] }))
  expect(outcome.name).toBe('unknown')
  expect(decisiveService(outcome)).toBe(services[1])
})

test('a problem that several services have is named once', () => {
  const region = { subject: 'AWS', text: 'Region is missing' }
  const file = { subject: 'image', text: 'no tag', position: { file: 'a.json', line: 1, column: 1 } }
  const elsewhere = { ...file, position: { ...file.position, line: 2 } }
  const problems = [region, file, region, elsewhere]
  const parts = { targets: [prodWeb], checks: [], plan: undefined, revision: undefined }
  expect(refused({ ...parts, problems }).problems).toStrictEqual([region, file, elsewhere])
})
