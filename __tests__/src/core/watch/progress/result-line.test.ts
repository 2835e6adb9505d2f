import { expect, test } from '@jest/globals'
import { statusLines } from '../../../../../src/core/watch/progress/status-lines.js'
import { aSnapshot, aTracked } from '../../../../support/rollout-builders.js'
import {
  aDeployment,
  aLoadBalancer,
  aService,
  revisionArn,
  thePrevious,
} from '../../../../support/service-builders.js'

const result = { kind: 'rolled-back', serving: revisionArn('web:7') } as const

test.each([
  { desiredCount: 2, runningCount: 1, says: 'web:7 serves, 1 of 2 running' },
  { desiredCount: 2, runningCount: 0, says: 'rolled back to web:7, 0 of 2 running' },
  { desiredCount: 0, runningCount: 0, says: 'rolled back to web:7, 0 of 0 running' },
])('the line of a rollback: $says', ({ desiredCount, runningCount, says }) => {
  const deployments = [thePrevious({ status: 'PRIMARY', runningCount })]
  const service = aService({ desiredCount, deployments })
  const verdict = { kind: 'decided', result } as const
  const logged = statusLines({
    ...aSnapshot(),
    tracked: aTracked(),
    service,
    verdict,
    checksContainers: false,
    page: undefined,
  })
  expect(logged.find(({ topic }) => topic === 'result')?.text).toBe(says)
})

test('a deployment whose traffic shifts says nothing of health: only the time of its completion is known', () => {
  const completed = aDeployment({ runningCount: 2, rolloutState: 'COMPLETED' })
  const service = aService({
    desiredCount: 2,
    deployments: [completed],
    loadBalancers: [aLoadBalancer()],
    strategy: 'CANARY',
  })
  const succeeded = { kind: 'succeeded', running: 2, completedAt: 782_000 } as const
  const logged = statusLines({
    ...aSnapshot(),
    tracked: aTracked(),
    service,
    verdict: { kind: 'decided', result: succeeded },
    checksContainers: false,
    page: undefined,
  })
  expect(logged.find(({ topic }) => topic === 'result')?.text).toBe('web:8 completed, 2 of 2 running')
})
