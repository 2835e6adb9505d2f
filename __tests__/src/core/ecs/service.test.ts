import { expect, test } from '@jest/globals'
import { servingBefore } from '../../../../src/core/ecs/service.js'
import { aDeployment, aService, revisionArn, thePrevious } from '../../../support/service-builders.js'

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
])('$name shows what served before', ({ service, serving }) => {
  expect(servingBefore(service)).toBe(serving)
})
