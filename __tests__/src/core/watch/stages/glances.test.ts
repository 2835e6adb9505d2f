/** Glances at the service deployment, where the next event may be the decision. */
import { expect, test } from '@jest/globals'
import { ApiError } from '../../../../../src/core/errors/api-error.js'
import { leastNearPause } from '../../../../../src/core/watch/pace.js'
import { begin } from '../../../../../src/core/watch/reducer.js'
import type { WatchContext } from '../../../../../src/core/watch/watch-context.js'
import type { WatchEvent } from '../../../../../src/core/watch/watch-event.js'
import { aDeployment, aService, aServiceDeployment } from '../../../../support/service-builders.js'
import { after, aPoll, aWatch, noTasks } from '../../../../support/watch-builders.js'

const unavailable = new ApiError({
  kind: 'unavailable',
  operation: 'ecs:DescribeServices',
  code: 'TimeoutError',
  message: 'no answer',
})
const throttledError = new ApiError({
  kind: 'throttled',
  operation: 'ecs:DescribeServiceDeployments',
  code: 'ThrottlingException',
  message: 'Rate exceeded',
})

const alone = aService({ deployments: [aDeployment({ runningCount: 2 })] })
const ongoing = aServiceDeployment()
const polled = [aPoll(60_000, alone, ongoing), noTasks('stopped', 60_000)]

function glanced(at: number, answer: Partial<Extract<WatchEvent, { kind: 'glanced' }>> = {}): WatchEvent {
  return {
    kind: 'glanced',
    at,
    requestedAt: at,
    serviceDeployment: { kind: 'answered', value: ongoing },
    serviceDeploymentArn: ongoing.arn,
    repeats: 0,
    ...answer,
  }
}

function next(events: readonly WatchEvent[], at: number, overrides: Partial<WatchContext> = {}) {
  return begin(after(aWatch(overrides), events).state, at).effects
}

test('only the service deployment is read, and soon', () => {
  expect(next(polled, 60_000)).toMatchObject([
    { kind: 'glance', arn: ongoing.arn, pace: { usual: leastNearPause } },
  ])
})

test('while it stays the same, glances go on, with a poll at times', () => {
  expect(next([...polled, glanced(62_500)], 62_500)).toMatchObject([{ kind: 'glance' }])
  expect(next([...polled, glanced(72_000)], 72_000)).toMatchObject([{ kind: 'poll' }])
})

test('a poll follows at the deadline', () => {
  const deadline = 61_000
  expect(next(polled, 60_000, { deadline })).toMatchObject([{ kind: 'glance' }])
  expect(next(polled, deadline, { deadline })).toMatchObject([{ kind: 'poll' }])
})

test('a poll follows at once if it moved, and reads the service only', () => {
  const value = aServiceDeployment({ status: 'SUCCESSFUL' })
  const moved = glanced(62_500, { serviceDeployment: { kind: 'answered', value } })
  expect(next([...polled, moved], 62_500)).toEqual([
    {
      kind: 'poll',
      pace: expect.objectContaining({ atMost: 0 }),
      serviceDeployment: { serviceDeployment: { kind: 'answered', value }, serviceDeploymentArn: value.arn },
    },
  ])
})

test('what a glance has read counts once', () => {
  const value = aServiceDeployment({ trafficWeight: 50 })
  const moved = glanced(62_500, { serviceDeployment: { kind: 'answered', value } })
  const before = after(aWatch(), polled).state.polls.reads
  const { state } = after(aWatch(), [...polled, moved, { ...aPoll(62_600, alone, value), reads: 0 }])
  expect(state.polls.reads).toBe(before + 1)
})

test('a poll follows if it was not answered', () => {
  const failed = glanced(62_500, { serviceDeployment: { kind: 'failed', error: unavailable } })
  expect(next([...polled, failed], 62_500)).toMatchObject([{ kind: 'poll', pace: { usual: leastNearPause } }])
})

test('an account that throttles has no calls for glances, from then on', () => {
  const throttled = glanced(62_500, { serviceDeployment: { kind: 'failed', error: throttledError } })
  const events = [...polled, throttled, aPoll(69_000, alone, ongoing)]
  expect(next(events, 69_000)).toMatchObject([{ kind: 'poll', pace: { usual: 6_300 } }])
})

test('reads that are used up make the pauses longer', () => {
  const glances = Array.from({ length: 16 }, (_, nth) => glanced(60_200 + 100 * nth))
  expect(next([...polled, ...glances], 62_000)).toMatchObject([{ kind: 'glance', pace: { usual: 5_263 } }])
})
