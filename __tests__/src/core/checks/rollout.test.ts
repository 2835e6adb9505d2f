import { describe, expect, test } from '@jest/globals'
import { checkRollout } from '../../../../src/core/checks/rollout.js'
import { checkService } from '../../../../src/core/checks/service.js'
import { defaultBreaker } from '../../../../src/core/service/breaker.js'
import { servingBefore } from '../../../../src/core/service/service.js'
import { raised } from '../../../support/check-builders.js'
import { aDeployment, aService, revisionArn, thePrevious } from '../../../support/service-builders.js'

test.each([
  { name: 'ACTIVE under ECS', service: aService(), raises: [] },
  { name: 'DRAINING', service: aService({ status: 'DRAINING' }), raises: ['service-active refused'] },
  { name: 'INACTIVE', service: aService({ status: 'INACTIVE' }), raises: ['service-active refused'] },
  {
    name: 'under CodeDeploy',
    service: aService({ controller: 'CODE_DEPLOY' }),
    raises: ['controller refused'],
  },
  { name: 'under task sets', service: aService({ controller: 'EXTERNAL' }), raises: ['controller refused'] },
  {
    name: 'under a controller that nobody has heard of',
    service: aService({ controller: 'MAGIC' }),
    raises: [],
  },
  {
    name: 'INACTIVE and under CodeDeploy',
    service: aService({ status: 'INACTIVE', controller: 'CODE_DEPLOY' }),
    raises: ['service-active refused', 'controller refused'],
  },
])('a service $name: $raises', ({ service, raises }) => {
  expect(raised(checkService(service))).toStrictEqual(raises)
})

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
      name: 'with nothing to roll back to, and no wish to',
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
    expect(
      raised(checkRollout(service, { breaker: { mode }, inFlight: 'supersede', forceNewDeployment: false })),
    ).toStrictEqual(raises)
  })
})

test.each([
  {
    name: 'the deployment that completed and runs, though another is PRIMARY',
    service: aService(),
    serving: revisionArn('web:7'),
  },
  {
    name: 'the one with most tasks, where none completed',
    service: aService({
      deployments: [
        aDeployment({ rolloutState: 'FAILED', runningCount: 1 }),
        thePrevious({ rolloutState: 'IN_PROGRESS', runningCount: 2 }),
      ],
    }),
    serving: revisionArn('web:7'),
  },
  {
    name: 'the one that last completed, where no task runs',
    service: aService({
      deployments: [
        aDeployment({ rolloutState: 'FAILED', runningCount: 0 }),
        thePrevious({ runningCount: 0 }),
      ],
    }),
    serving: revisionArn('web:7'),
  },
  {
    name: 'the service itself, where it lists no deployment',
    service: aService({ deployments: [], taskDefinition: revisionArn('web:6') }),
    serving: revisionArn('web:6'),
  },
  { name: 'nothing', service: aService({ deployments: [], taskDefinition: '' }), serving: undefined },
])('what serves before is told by $name', ({ service, serving }) => {
  expect(servingBefore(service)).toBe(serving)
})
