/** How many tasks ran at each poll. */
import { expect, test } from '@jest/globals'
import { type CapacityPoll, capacityPolled } from '../../../../../src/core/watch/slices/capacity.js'
import { aSnapshot } from '../../../../support/rollout-builders.js'
import {
  aDeployment,
  aService,
  before,
  revisionArn,
  thePrevious,
} from '../../../../support/service-builders.js'

test('equal polls in a row are one, and a service that is gone adds none', () => {
  const service = aService({ deployments: [aDeployment({ runningCount: 0 }), thePrevious()] })
  const polls = [10_000, 20_000, 30_000].reduce<readonly CapacityPoll[]>(
    (all, at) => capacityPolled(all, aSnapshot({ at, service })),
    [],
  )
  const wanted = service.desiredCount
  const deployments = [{ id: before, taskDefinition: revisionArn('web:7'), running: 2, stopping: 0 }]
  expect(polls).toEqual([{ at: 10_000, lastAt: 30_000, wanted, deployments, trafficWeight: undefined }])
  expect(capacityPolled(polls, aSnapshot({ service: 'missing' }))).toBe(polls)
})

test.each([
  { name: 'what ECS does not want any more stops', old: { desiredCount: 1 }, stopping: 1 },
  { name: 'what it wants stays', old: {}, stopping: 0 },
  {
    name: 'the PRIMARY deployment gets its count late',
    old: { desiredCount: 0, status: 'PRIMARY' },
    stopping: 0,
  },
  {
    name: 'where traffic shifts, it says what serves',
    old: { desiredCount: 0 },
    strategy: 'CANARY',
    stopping: 0,
  },
])('$name', ({ old, strategy = 'ROLLING', stopping }) => {
  const service = aService({ strategy, deployments: [thePrevious(old)] })
  const [seen] = capacityPolled([], aSnapshot({ service }))
  expect(seen?.deployments).toMatchObject([{ running: 2, stopping }])
})
