import { expect, test } from '@jest/globals'
import { servingNow } from '../../../../src/core/outcome/last-poll.js'
import { statusLines } from '../../../../src/core/watch/progress/status-lines.js'
import { aSnapshot, aTracked } from '../../../support/rollout-builders.js'
import { aService, revisionArn, thePrevious } from '../../../support/service-builders.js'

const result = { kind: 'rolled-back', serving: revisionArn('web:7') } as const

test.each([
  {
    name: 'a revision that a rollback went back to serves where a task of it runs',
    desiredCount: 2,
    runningCount: 1,
    serving: revisionArn('web:7'),
    says: 'web:7 serves, 1 of 2 running',
  },
  {
    name: 'not where none does',
    desiredCount: 2,
    runningCount: 0,
    serving: undefined,
    says: 'rolled back to web:7, 0 of 2 running',
  },
  {
    name: 'nor where the service was put to sleep meanwhile',
    desiredCount: 0,
    runningCount: 0,
    serving: undefined,
    says: 'rolled back to web:7, 0 of 0 running',
  },
])('$name', ({ desiredCount, runningCount, serving, says }) => {
  const deployments = [thePrevious({ status: 'PRIMARY', runningCount })]
  const service = aService({ desiredCount, deployments })
  const tracked = aTracked()
  expect(servingNow(tracked, service, result)).toBe(serving)
  const logged = statusLines({
    ...aSnapshot(),
    tracked,
    service,
    verdict: { kind: 'decided', result: result },
  })
  expect(logged.find(({ topic }) => topic === 'result')?.text).toBe(says)
})
