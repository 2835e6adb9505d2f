import { expect, test } from '@jest/globals'
import { ApiError, type ApiErrorKind } from '../../../src/core/errors/api-error.js'
import * as policies from '../../../src/retry/policies.js'
import { pollUntil, type RetryPolicy, retry } from '../../../src/retry/retry.js'

function anError(kind: ApiErrorKind): ApiError {
  return new ApiError({ kind, operation: 'ecs:DescribeServices', code: kind, message: 'no' })
}

function aClock() {
  const time = { now: 0 }
  const clock = {
    now: () => time.now,
    sleep: async (milliseconds: number) => {
      time.now += milliseconds
    },
    random: () => 0.5,
  }
  return { time, clock }
}

interface Tried {
  readonly policy: RetryPolicy
  /** what each request in turn fails with; then it is answered */
  readonly errors: readonly ApiErrorKind[]
  /** how long each request takes */
  readonly ms?: number
  readonly canceled?: AbortSignal
}

async function tried({ policy, errors, ms = 0, canceled }: Tried) {
  const { clock, time } = aClock()
  let requests = 0
  let retries = 0
  const work = async () => {
    time.now += ms
    const kind = errors[requests++]
    if (kind) throw anError(kind)
    return 'answer'
  }
  const onRetry = () => {
    retries++
  }
  const ended = await retry(policy, { clock, canceled, onRetry }, work).catch((error: ApiError) => error.kind)
  return { ended, requests, retries, took: time.now }
}

const unavailable = (times: number): ApiErrorKind[] => Array.from({ length: times }, () => 'unavailable')
const throttled = (times: number): ApiErrorKind[] => Array.from({ length: times }, () => 'throttled')

test.each([
  { name: 'a response ends the request', errors: [], ended: 'answer', requests: 1, took: 0 },
  {
    name: 'a lost response leads to another request',
    errors: unavailable(1),
    ended: 'answer',
    requests: 2,
    took: 400,
  },
  { name: 'and once more', errors: unavailable(2), ended: 'answer', requests: 3, took: 800 },
  { name: 'three times and no more', errors: unavailable(3), ended: 'unavailable', requests: 3, took: 800 },
  { name: 'throttling is obeyed', errors: throttled(1), ended: 'throttled', requests: 1, took: 0 },
  { name: 'what is denied stays denied', errors: ['denied'], ended: 'denied', requests: 1, took: 0 },
] as const)('within a poll, $name', async ({ errors, ended, requests, took }) => {
  expect(await tried({ policy: policies.withinPoll, errors })).toStrictEqual({
    ended,
    requests,
    retries: requests - 1,
    took,
  })
})

test('within a poll, a request that hung until it timed out is left to the next poll', async () => {
  const answer = await tried({ policy: policies.withinPoll, errors: unavailable(1), ms: 12_000 })
  expect(answer).toMatchObject({ ended: 'unavailable', requests: 1 })
})

test('nothing is sent again once the workflow is cancelled', async () => {
  const canceled = AbortSignal.abort()
  const answer = await tried({ policy: policies.withinPoll, errors: unavailable(1), canceled })
  expect(answer).toMatchObject({ ended: 'unavailable', requests: 1 })
})

test.each<{ name: keyof typeof limits; errors: ApiErrorKind[]; ended: string; requests: number }>([
  { name: 'reads', errors: throttled(9), ended: 'throttled', requests: 4 },
  { name: 'reads', errors: ['denied'], ended: 'denied', requests: 1 },
  { name: 'optionalReads', errors: unavailable(2), ended: 'unavailable', requests: 2 },
  { name: 'throttledChanges', errors: unavailable(1), ended: 'unavailable', requests: 1 },
  { name: 'throttledChanges', errors: throttled(20), ended: 'answer', requests: 21 },
  { name: 'restoreCount', errors: ['rejected', 'unavailable'], ended: 'answer', requests: 3 },
  { name: 'restoreCount', errors: ['expired', 'denied'], ended: 'answer', requests: 3 },
  {
    name: 'restoreCount',
    errors: ['denied', 'unavailable', 'expired', 'denied'],
    ended: 'denied',
    requests: 4,
  },
  { name: 'stopDeployment', errors: throttled(9), ended: 'throttled', requests: 4 },
  { name: 'gitHub', errors: unavailable(2), ended: 'unavailable', requests: 2 },
  { name: 'gitHub', errors: ['denied'], ended: 'denied', requests: 1 },
])('$name after $errors: $ended', async ({ name, errors, ended, requests }) => {
  expect(await tried({ policy: limits[name], errors })).toMatchObject({ ended, requests })
})

const limits = {
  reads: policies.reads(4),
  optionalReads: policies.optionalReads,
  throttledChanges: policies.throttledChanges,
  restoreCount: policies.restoreCount,
  stopDeployment: policies.stopDeployment,
  gitHub: policies.gitHub,
}

test.each([
  {
    name: 'a throttled change',
    policy: policies.throttledChanges,
    error: 'throttled',
    within: 600_000,
    most: 15_000,
  },
  { name: 'the count', policy: policies.restoreCount, error: 'unavailable', within: 300_000, most: 10_000 },
  {
    name: 'the count, in a hurry',
    policy: policies.restoreCountQuickly,
    error: 'unavailable',
    within: 2_000,
    most: 500,
  },
] as const)('$name is given up after $within ms', async ({ policy, error, within, most }) => {
  const errors = Array.from({ length: 10_000 }, () => error)
  const { ended, took } = await tried({ policy, errors, ms: 1 })
  expect(ended).toBe(error)
  expect(took).toBeGreaterThanOrEqual(within)
  expect(took).toBeLessThan(within + most + 1)
})

test('an error other than an ApiError is thrown at once', async () => {
  const { clock } = aClock()
  const work = () => Promise.reject(new TypeError('x is not a function'))
  await expect(retry(policies.reads(9), { clock }, work)).rejects.toThrow(TypeError)
})

test('a poll ends with the first response, or after its last try', async () => {
  const { clock, time } = aClock()
  const answers = [undefined, undefined, 'found']
  const policy = { times: 3, pause: 1_000 }
  expect(await pollUntil(policy, { clock }, async () => answers.shift())).toBe('found')
  expect(time.now).toBe(2_000)
  expect(await pollUntil(policy, { clock }, async () => undefined)).toBeUndefined()
  expect(time.now).toBe(4_000)
})

test('the pauses between polls differ by their jitter at most', async () => {
  for (const { random, paused } of [
    { random: 0, paused: 850 },
    { random: 0.5, paused: 1_000 },
    { random: 0.999, paused: 1_149.7 },
  ]) {
    const { clock, time } = aClock()
    const policy = { times: 2, pause: 1_000, jitter: 0.15 }
    await pollUntil(policy, { clock: { ...clock, random: () => random } }, async () => undefined)
    expect(time.now).toBeCloseTo(paused, 3)
  }
})
