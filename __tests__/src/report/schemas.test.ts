import { expect, test } from '@jest/globals'
import { outputs } from '../../../src/report/outputs/outputs.js'
import { outcomes } from '../../support/outcomes.js'
import { complaints } from '../../support/schemas.js'
import { anOutcomeWithText, aRefusalWithText, untrustedText } from '../../support/untrusted-text.js'

const all = {
  ...outcomes,
  'hostile texts': anOutcomeWithText(untrustedText),
  'hostile refusal': aRefusalWithText(untrustedText),
}

test.each(Object.entries(all).map(([name, outcome]) => ({ name, outcome })))(
  'the outputs of $name are what their schemas say',
  ({ outcome }) => {
    const { result, plan } = outputs(outcome)
    expect(complaints('result', result)).toStrictEqual([])
    expect(plan === '' ? [] : complaints('plan', plan)).toStrictEqual([])
  },
)

const { result, plan } = outputs(outcomes['rolled-back'] as (typeof outcomes)[string])

test.each([
  { name: 'a member that no schema knows', change: (value: Changed) => ({ ...value, extra: 1 }) },
  { name: 'a member that is missing', change: ({ outcome: _, family: __, ...rest }: Changed) => rest },
  { name: 'another version', change: (value: Changed) => ({ ...value, version: 2 }) },
  { name: 'an unknown word', change: (value: Changed) => ({ ...value, outcome: 'fine', kind: 'fine' }) },
])('$name is not valid', ({ change }) => {
  expect(complaints('result', JSON.stringify(change(JSON.parse(result))))).not.toStrictEqual([])
  expect(complaints('plan', JSON.stringify(change(JSON.parse(plan))))).not.toStrictEqual([])
})

type Changed = Readonly<Record<string, unknown>>

test('a program learns every cause of a rollback, and what to do about it', () => {
  const { deployment, images, revision, service } = JSON.parse(result)
  expect({ service, revision, images, deployment }).toMatchObject({
    service: { cluster: 'prod', name: 'web' },
    revision: 8,
    images: [{ container: 'app' }],
    deployment: {
      seconds: 244,
      failedTasks: 3,
      causes: [{ class: 'health-check', count: 3, exitCode: null }],
    },
  })
  expect(deployment.causes[0].happened).toBe(
    'failed the load balancer health check (404 on GET :5001/health)',
  )
  expect(deployment.causes[0].insight).toContain('the container listens on 5201')
  expect(deployment.causes[0].next).toContain('Make the app listen on 5001')
})
