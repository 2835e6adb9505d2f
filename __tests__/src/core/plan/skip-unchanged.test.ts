import { expect, test } from '@jest/globals'
import { skipUnchanged } from '../../../../src/core/plan/skip-unchanged.js'
import { aServicePlan } from '../../../support/rollout-builders.js'
import { aDeployment, aService, revisionArn, thePrevious } from '../../../support/service-builders.js'

const { observed, ...plan } = aServicePlan({ changes: [], update: {} })
const serving = thePrevious({ status: 'PRIMARY' })
const among = (...deployments: ReturnType<typeof aDeployment>[]) => ({
  ...observed,
  service: aService({ deployments }),
})
const notices = (text: string) => [{ level: 'notice', text }]
const skipped = { kind: 'skip', serving: revisionArn('web:7'), notices: [] }

test.each([
  { name: 'nothing differs: skipped', given: { ...plan, observed: among(serving) }, skip: skipped },
  {
    name: 'also while tasks of an older deployment drain',
    given: {
      ...plan,
      observed: among(serving, aDeployment({ status: 'ACTIVE', taskDefinition: revisionArn('web:6') })),
    },
    skip: skipped,
  },
  {
    name: 'settings of the rollout do not count, and are named',
    given: {
      ...plan,
      observed: among(serving),
      update: {
        deploymentConfiguration: {
          deploymentCircuitBreaker: { enable: true, rollback: true },
          maximumPercent: 200,
        },
        desiredCount: 3,
        propagateTags: 'SERVICE' as const,
      },
    },
    skip: {
      ...skipped,
      notices: notices(
        'Not sent because there is nothing to deploy: deploymentCircuitBreaker, maximumPercent, desiredCount and propagateTags.',
      ),
    },
  },
  {
    name: 'a desired count that is already so is not missed',
    given: { ...plan, observed: among(serving), update: { desiredCount: 2 } },
    skip: skipped,
  },
  {
    name: 'something differs',
    given: {
      ...plan,
      observed: among(serving),
      changes: [{ sign: '~', path: 'app.environment.A', hidden: true } as const],
    },
    skip: { kind: 'deploy', notices: [] },
  },
  {
    name: 'the deployment that serves has failed',
    given: { ...plan, observed: among(thePrevious({ status: 'PRIMARY', rolloutState: 'FAILED' })) },
    skip: {
      kind: 'deploy',
      notices: notices(
        'Nothing differs from web:7, but it is deployed again because its deployment is not the one that completed last: ecs-svc/5678755162203410295 of web:7 is FAILED.',
      ),
    },
  },
  {
    name: 'no task of it runs',
    given: { ...plan, observed: among(thePrevious({ status: 'PRIMARY', runningCount: 0 })) },
    skip: {
      kind: 'deploy',
      notices: notices('Nothing differs from web:7, but it is deployed again because no task of it runs.'),
    },
  },
  {
    name: 'another one is on its way',
    given: { ...plan, observed: among(aDeployment(), thePrevious()) },
    skip: {
      kind: 'deploy',
      notices: notices(
        'Nothing differs from web:7, but it is deployed again because its deployment is not the one that completed last: ecs-svc/6216346761948112104 of web:8 is IN_PROGRESS.',
      ),
    },
  },
])('$name', ({ given, skip }) => {
  expect(skipUnchanged(given)).toStrictEqual(skip)
})

test('without a serving revision there is nothing to compare', () => {
  expect(skipUnchanged({ ...plan, previous: undefined, observed: among() })).toStrictEqual({
    kind: 'deploy',
    notices: [],
  })
})
