/** How long a GitHub that does not answer can hold a deployment: counted in requests, each of which is given up soon. */
import { expect, test } from '@jest/globals'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import { openRecord, type RecordOptions } from '../../../../src/deploy/github/deployment-record.js'
import type { GitHub } from '../../../../src/ports.js'

const wish: RecordOptions = {
  ref: '9be21c4',
  environment: 'production',
  description: 'web:8 to web',
  payload: {},
  environmentUrl: undefined,
  logUrl: undefined,
}

/** The statuses that reach GitHub while the workflow is cancelled after the first one, or never. */
async function sent(answers: 'every' | 'no', cancelled: 'after-the-first' | 'never') {
  const abort = new AbortController()
  const states: string[] = []
  const gitHub: Pick<GitHub, 'createDeployment' | 'createDeploymentStatus'> = {
    createDeployment: async () => 7,
    async createDeploymentStatus(_, { state }) {
      states.push(state)
      if (answers === 'no')
        throw new ApiError({
          kind: 'unavailable',
          operation: 'repos/create-deployment-status',
          code: 'NoAnswer',
          message: 'late',
        })
    },
  }
  let now = 0
  const sleep = async () => {
    now += 20_000
  }
  const clock = { now: () => now, sleep, random: () => 0 }
  const calls = { during: gitHub as GitHub, after: gitHub as GitHub }
  const { record } = await openRecord({ ...calls, clock, canceled: abort.signal }, wish)
  await record.report({ state: 'in_progress', description: '' })
  if (cancelled === 'after-the-first') abort.abort()
  const notices = await record.close({ state: 'error', description: '' })
  return { states, notices: notices.map(({ text }) => text) }
}

const late = 'The deployment record on GitHub is not up to date: GitHub gave no usable response (late).'

test.each([
  { answers: 'every', cancelled: 'never', states: ['in_progress', 'error'], notices: [] },
  { answers: 'every', cancelled: 'after-the-first', states: ['in_progress', 'error'], notices: [] },
  {
    answers: 'no',
    cancelled: 'never',
    states: ['in_progress', 'in_progress', 'error', 'error', 'error', 'error'],
    notices: [late],
  },
  {
    answers: 'no',
    cancelled: 'after-the-first',
    states: ['in_progress', 'in_progress'],
    notices: [late],
  },
] as const)('$answers answer, cancelled: $cancelled', async ({ answers, cancelled, states, notices }) => {
  expect(await sent(answers, cancelled)).toStrictEqual({ states, notices })
})

test('a commit that is not known cannot be recorded', async () => {
  const { record, notices } = await openRecord({} as never, { ...wish, ref: undefined })
  expect(await record.close({ state: 'error', description: '' })).toStrictEqual([])
  expect(notices.map(({ text }) => text)).toStrictEqual([
    'The deployment record on GitHub is not up to date: the commit is not known.',
  ])
})
