import { expect, test } from '@jest/globals'
import { ApiError, type ApiErrorKind } from '../../../../../src/core/errors/api-error.js'
import { noPolls, polled, pollNotices, reliesOnService } from '../../../../../src/core/watch/slices/polls.js'
import { aService, aServiceDeployment } from '../../../../support/service-builders.js'
import { aPoll } from '../../../../support/watch-builders.js'

function failed(kind: ApiErrorKind) {
  const error = new ApiError({ kind, operation: 'ecs:ListServiceDeployments', code: 'Code', message: 'no' })
  return { ...aPoll(7, aService()), serviceDeployment: { kind: 'failed', error } as const }
}

test.each<{ kind: ApiErrorKind; denied: boolean }>([
  { kind: 'denied', denied: true },
  { kind: 'rejected', denied: true },
  { kind: 'throttled', denied: false },
  { kind: 'unavailable', denied: false },
])('after three $kind service deployments in a row none is read again: $denied', ({ kind, denied }) => {
  const twice = polled(polled(noPolls, failed(kind)), failed(kind))
  expect(reliesOnService(twice)).toBe(false)
  const between = polled(twice, aPoll(7, aService()))
  expect(pollNotices(between)).toStrictEqual([])
  expect(reliesOnService(polled(between, failed(kind)))).toBe(false)
  const polls = polled(twice, failed(kind))
  expect(reliesOnService(polls)).toBe(denied)
  expect(pollNotices(polled(polls, aPoll(7, aService()))).map(({ text }) => text)).toStrictEqual(
    denied ? [expect.stringMatching(/could not be read: (?:allow )?ecs:ListServiceDeployments/)] : [],
  )
})

test('the state keeps what one poll found, and how it went, for the next one', () => {
  const found = aServiceDeployment()
  const first = polled(noPolls, { ...aPoll(7, aService(), found), repeats: 2 })
  expect(first).toMatchObject({ count: 1, requestedAt: 7, repeats: 2, serviceDeploymentArn: found.arn })
  expect(polled(first, aPoll(13, aService()))).toMatchObject({
    count: 2,
    requestedAt: 13,
    repeats: 0,
    serviceDeploymentArn: found.arn,
  })
})
