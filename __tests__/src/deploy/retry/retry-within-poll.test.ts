import { expect, test } from '@jest/globals'
import { ApiError, type ApiErrorKind } from '../../../../src/core/errors/api-error.js'
import { retryWithinPoll } from '../../../../src/deploy/retry/retry-within-poll.js'

function fault(kind: ApiErrorKind): ApiError {
  return new ApiError(kind, 'ecs:DescribeServices', kind, 'no')
}

/** Fails with each of these in turn, then answers; each request takes `ms`. */
async function insisted(faults: readonly ApiErrorKind[], ms = 0, cancelled = new AbortController()) {
  let now = 0
  let requests = 0
  let repeats = 0
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds
    },
    random: () => 0.5,
  }
  const read = async () => {
    now += ms
    const kind = faults[requests++]
    if (kind) throw fault(kind)
    return 'answer'
  }
  const ended = await retryWithinPoll(clock, cancelled.signal, read, () => {
    repeats++
  }).catch((error: ApiError) => error.kind)
  return { ended, requests, repeats, took: now }
}

test.each([
  { name: 'an answer is an answer', faults: [], ended: 'answer', requests: 1 },
  {
    name: 'one that did not come is asked for again',
    faults: ['unavailable'],
    ended: 'answer',
    requests: 2,
  },
  { name: 'and once more', faults: ['unavailable', 'unavailable'], ended: 'answer', requests: 3 },
  {
    name: 'three times and no more',
    faults: ['unavailable', 'unavailable', 'unavailable'],
    ended: 'unavailable',
    requests: 3,
  },
  { name: 'a refusal by rate is obeyed', faults: ['throttled'], ended: 'throttled', requests: 1 },
  { name: 'what is denied stays denied', faults: ['denied'], ended: 'denied', requests: 1 },
] as const)('$name', async ({ faults, ended, requests }) => {
  expect(await insisted(faults)).toStrictEqual({
    ended,
    requests,
    repeats: requests - 1,
    took: 400 * (requests - 1),
  })
})

test('a request that hung until it timed out is left to the next look', async () => {
  expect(await insisted(['unavailable'], 12_000)).toMatchObject({ ended: 'unavailable', requests: 1 })
})

test('nothing is sent again once the workflow is cancelled', async () => {
  const cancelled = new AbortController()
  cancelled.abort()
  expect(await insisted(['unavailable'], 0, cancelled)).toMatchObject({ ended: 'unavailable', requests: 1 })
})
