import { expect, test } from '@jest/globals'
import { controller } from '../../../../../src/core/checks/service/controller.js'
import { expressService } from '../../../../../src/core/checks/service/express-service.js'
import { serviceActive } from '../../../../../src/core/checks/service/service-active.js'
import { aCheckContext, checkResults, runEach } from '../../../../support/check-builders.js'
import { aService } from '../../../../support/service-builders.js'

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
    name: 'under an unknown controller',
    service: aService({ controller: 'MAGIC' }),
    raises: [],
  },
  {
    name: 'that is an Express service',
    service: aService({ managedBy: 'ECS' }),
    raises: [],
  },
  {
    name: 'INACTIVE and under CodeDeploy',
    service: aService({ status: 'INACTIVE', controller: 'CODE_DEPLOY' }),
    raises: ['service-active refused', 'controller refused'],
  },
])('a service $name: $raises', ({ service, raises }) => {
  expect(
    checkResults(
      runEach([serviceActive, controller, expressService], aCheckContext({ observed: { service } })),
    ),
  ).toStrictEqual(raises)
})
