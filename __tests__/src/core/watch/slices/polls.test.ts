import { expect, test } from '@jest/globals'
import { ApiError, type ApiErrorKind } from '../../../../../src/core/errors/api-error.js'
import { noPolls, polled, pollNotices } from '../../../../../src/core/watch/slices/polls.js'
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
])('after a $kind service deployment it is not read again: $denied', ({ kind, denied }) => {
  const polls = polled(noPolls, failed(kind))
  expect(polls.serviceDeploymentsDenied !== undefined).toBe(denied)
  expect(pollNotices(polls).map(({ text }) => text)).toStrictEqual(
    denied ? [expect.stringContaining('allow ecs:ListServiceDeployments')] : [],
  )
})

test('what one poll found and how it went is kept for the next one', () => {
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
