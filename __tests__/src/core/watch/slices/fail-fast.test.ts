/** What follows from the answers to our requests to stop a deployment. */
import { expect, test } from '@jest/globals'
import { ApiError } from '../../../../../src/core/errors/api-error.js'
import {
  type FailFast,
  failFastNotices,
  noFailFast,
  stopConfirmed,
  stopFailed,
  stopping,
} from '../../../../../src/core/watch/slices/fail-fast.js'
import { noPolls } from '../../../../../src/core/watch/slices/polls.js'

const failed = { kind: 'not-stopped', why: 'Rate exceeded', refused: false, doubtful: false } as const
const textsOf = (failFast: FailFast) => failFastNotices(failFast, noPolls).map(({ text }) => text)

/** After so many requests with the same answer. */
function after(times: number, answer: Parameters<typeof stopFailed>[1]): FailFast {
  let failFast = noFailFast
  for (let time = 0; time < times; time++) failFast = stopFailed(stopping(failFast), answer)
  return failFast
}

test('a request is pending until its response', () => {
  expect(stopping(noFailFast)).toMatchObject({ phase: 'stopping', tries: 1, stopRequested: true })
})

test.each([
  { name: 'failed once', times: 1, answer: failed, tries: 1, requested: false, says: undefined },
  { name: 'failed five times', times: 5, answer: failed, tries: 5, requested: false, says: 'could not stop' },
  { name: 'refused once', times: 1, answer: { ...failed, refused: true }, tries: 1, requested: false, says: 'could not stop' },
  { name: 'refused three times', times: 3, answer: { ...failed, refused: true }, tries: 5, requested: false, says: 'could not stop the deployment: Rate exceeded.' },
  { name: 'without a response once', times: 1, answer: { ...failed, doubtful: true }, tries: 1, requested: true, says: undefined },
  { name: 'without a response five times', times: 5, answer: { ...failed, doubtful: true }, tries: 5, requested: true, says: 'did not confirm' },
])('$name', ({ times, answer, tries, requested, says }) => {
  const failFast = after(times, answer)
  expect(failFast).toMatchObject({ tries, stopRequested: requested, reason: undefined })
  expect(textsOf(failFast)).toStrictEqual(says ? [expect.stringContaining(says)] : [])
}) // biome-ignore format: one table

test('a confirmed stop is not requested again, the reason is kept, and an earlier refusal forgotten', () => {
  const failFast = stopConfirmed(stopping(after(1, { ...failed, refused: true })), 'it failed')
  expect(failFast).toMatchObject({ tries: 5, stopRequested: true, reason: 'it failed', notices: [] })
})

test.each([
  { denied: undefined, says: 'its service deployment was not found' },
  {
    denied: new ApiError({
      kind: 'denied',
      operation: 'ecs:ListServiceDeployments',
      code: 'AccessDenied',
      message: 'no',
    }),
    says: 'its service deployment could not be read',
  },
])('without a service deployment there is a warning: $says', ({ denied, says }) => {
  const failFast = { ...noFailFast, lacksServiceDeployment: true }
  const [notice] = failFastNotices(failFast, { ...noPolls, serviceDeploymentsDenied: denied })
  expect(notice?.text).toContain(says)
})
