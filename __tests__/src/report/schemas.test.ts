import { expect, test } from '@jest/globals'
import type { Outcome } from '../../../src/core/outcome/outcome.js'
import { outputs } from '../../../src/report/outputs/outputs.js'
import { outcomes } from '../../support/outcomes.js'
import { thisRun } from '../../support/report-context.js'
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
    const { result, plan } = outputs(outcome, thisRun)
    expect(complaints('result', result)).toStrictEqual([])
    expect(plan === '' ? [] : complaints('plan', plan)).toStrictEqual([])
  },
)

const { result, plan } = outputs(outcomes['rolled-back'] as (typeof outcomes)[string], thisRun)

test.each([
  { name: 'a member that no schema knows', change: (value: Changed) => ({ ...value, extra: 1 }) },
  { name: 'a member that is missing', change: ({ outcome: _, family: __, ...rest }: Changed) => rest },
  { name: 'another version', change: (value: Changed) => ({ ...value, version: 3 }) },
  { name: 'an unknown word', change: (value: Changed) => ({ ...value, outcome: 'fine', kind: 'fine' }) },
])('$name is not valid', ({ change }) => {
  expect(complaints('result', JSON.stringify(change(JSON.parse(result))))).not.toStrictEqual([])
  expect(complaints('plan', JSON.stringify(change(JSON.parse(plan))))).not.toStrictEqual([])
})

test('each of several services has an entry with its own outcome', () => {
  const { succeeded, 'failed-first': failed } = outcomes as Record<'succeeded' | 'failed-first', Outcome>
  const both = { ...failed, services: [...succeeded.services, ...failed.services] }
  const { result: text } = outputs(both, thisRun)
  expect(complaints('result', text)).toStrictEqual([])
  const { outcome, green, services } = JSON.parse(text)
  expect([outcome, green]).toStrictEqual(['failed', false])
  expect(services).toMatchObject([
    { outcome: 'succeeded', green: true, failure: null },
    { outcome: 'failed', green: false, failure: { class: expect.any(String) } },
  ])
})

type Changed = Readonly<Record<string, unknown>>

test('the output contains every cause of a rollback, and what to do about it', () => {
  const { images, revision, region, account, run, services } = JSON.parse(result)
  const [{ deployment, ...service }] = services
  expect({ region, account, run, service, revision, images, deployment }).toMatchObject({
    region: 'eu-west-1',
    account: '123456789012',
    run: { url: thisRun.run, repository: 'octo/web', commit: thisRun.commit, actor: 'octocat' },
    service: {
      cluster: 'prod',
      name: 'web',
      outcome: 'rolled-back',
      green: false,
      failure: { class: 'health-check' },
      consoleUrl: expect.stringContaining(
        'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/web/',
      ),
      servingTaskDefinitionArn: expect.stringMatching(/:task-definition\/web:7$/),
    },
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
