import { describe, expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { breakerOff } from '../../../../../src/core/checks/service/breaker-off.js'
import { desiredCount } from '../../../../../src/core/checks/service/desired-count.js'
import { primaryFailed } from '../../../../../src/core/checks/service/primary-failed.js'
import { rollbackTarget } from '../../../../../src/core/checks/service/rollback-target.js'
import { scheduling } from '../../../../../src/core/checks/service/scheduling.js'
import { defaultBreaker } from '../../../../../src/core/settings/breaker.js'
import { aCheckContext, checkResults, runEach } from '../../../../support/check-builders.js'
import { breakerOptions, serviceOptions } from '../../../../support/option-builders.js'
import { aDeployment, aService, thePrevious } from '../../../../support/service-builders.js'

describe('a rollout', () => {
  const settled = aService({ deployments: [thePrevious({ status: 'PRIMARY' })] })
  const unsettled = aService({ deployments: [aDeployment()] })
  const on = { ...defaultBreaker, enable: true, rollback: true }
  test.each([
    {
      name: 'with rollback, over one that completed',
      service: settled,
      mode: 'rollback' as const,
      raises: [],
    },
    {
      name: 'with the breaker left off',
      service: settled,
      mode: 'keep' as const,
      raises: ['breaker-off warning'],
    },
    {
      name: 'with the breaker left on',
      service: { ...settled, breaker: on },
      mode: 'keep' as const,
      raises: [],
    },
    {
      name: 'with nothing to roll back to',
      service: unsettled,
      mode: 'rollback' as const,
      raises: ['rollback-target warning'],
    },
    {
      name: 'with nothing to roll back to, and no rollback configured',
      service: unsettled,
      mode: 'stop' as const,
      raises: [],
    },
    {
      name: 'of a service that wants no tasks',
      service: { ...settled, desiredCount: 0 },
      mode: 'rollback' as const,
      raises: ['desired-count warning'],
    },
    {
      name: 'while one is in progress over one that completed',
      service: aService(),
      mode: 'rollback' as const,
      raises: [],
    },
  ])('$name: $raises', ({ service, mode, raises }) => {
    const rollout = serviceOptions({ breaker: breakerOptions({ mode }) })
    const context = aCheckContext({ observed: { service }, rollout })
    const checks = [breakerOff, rollbackTarget, primaryFailed, desiredCount, scheduling]
    expect(checkResults(runEach(checks, context))).toStrictEqual(raises)
  })
})

test.each([
  { name: 'the one before it', beside: [thePrevious()], says: 'web:7 serves' },
  { name: 'nothing', beside: [], says: 'no task of the service is running' },
])('a PRIMARY that FAILED, with $name running', ({ beside, says }) => {
  const service = aService({ deployments: [aDeployment({ rolloutState: 'FAILED' }), ...beside] })
  const [found] = runCheck(primaryFailed, aCheckContext({ observed: { service } }))
  expect(found?.text).toMatch(new RegExp(`has FAILED: ${says}$`))
})
