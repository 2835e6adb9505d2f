/** A comment on a pull request, while GitHub has errors: tried for half a minute, and never a reason to fail. */
import { expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { codeRepository, pullRequest } from '../../simulator/scenarios/code-repository.js'
import type { Played } from '../support/play.js'
import { playWeb, type StoryOverrides, text } from '../support/web-stories.js'

const requested = { 'dry-run': 'true', 'pr-comment': 'true', 'github-token': 'ghs_simulated0123456789' }

/** A plan on pull request 17. */
function plan(unusual: StoryOverrides): Promise<Played> {
  return playWeb({ event: pullRequest(17), ...unusual, inputs: requested })
}

function commentsOf({ world }: Pick<Played, 'world'>) {
  return world.github.open(codeRepository).comments
}

const gitHub = { services: ['github'] } as const

test.each<{ name: string; faults: Fault[]; expected: string }>([
  {
    name: '403',
    faults: [{ kind: 'access-denied', ...gitHub }],
    expected: 'its token lacks a permission: grant the job pull-requests: write.',
  },
  {
    name: '401',
    faults: [{ kind: 'expired-credentials', ...gitHub }],
    expected: 'GitHub does not accept github-token',
  },
  {
    name: '502',
    faults: [{ kind: 'server-error', ...gitHub }],
    expected: 'GitHub gave no usable response (Server Error',
  },
  {
    name: 'no answer',
    faults: [{ kind: 'connection-reset', ...gitHub }],
    expected: 'GitHub gave no usable response',
  },
  {
    name: 'a page of HTML',
    faults: [{ kind: 'html-error', ...gitHub }],
    expected: 'GitHub gave no usable response',
  },
  {
    name: 'a rate limit',
    faults: [{ kind: 'throttling', ...gitHub, buckets: { 'github-content': { burst: 0, perSecond: 0 } } }],
    expected: 'GitHub accepts no more requests for now',
  },
])('$name from GitHub changes no verdict and is one line', async ({ faults, expected }) => {
  const played = await plan({ faults })
  expect([played.passed, played.outputs.outcome]).toEqual([true, 'planned'])
  const lines = played.log.filter(line => line.includes('was not kept up to date'))
  expect(lines).toEqual([expect.stringContaining(expected)])
  expect(played.took).toBeLessThan(60_000)
})

test.each<{ name: string; faults: Fault[]; least: number; written: boolean }>([
  {
    name: 'errors of GitHub that pass',
    faults: [{ kind: 'server-error', ...gitHub, times: 5 }],
    least: 1_000,
    written: true,
  },
  {
    name: 'connections that break',
    faults: [{ kind: 'connection-reset', ...gitHub, times: 4 }],
    least: 500,
    written: true,
  },
  {
    name: 'a secondary rate limit that ends within half a minute',
    faults: [{ kind: 'secondary-rate-limit', ...gitHub, times: 1, retryAfterSeconds: 12 }],
    least: 12_000,
    written: true,
  },
  {
    name: 'a secondary rate limit, as status 429',
    faults: [{ kind: 'secondary-rate-limit', ...gitHub, times: 2, status: 429, retryAfterSeconds: 8 }],
    least: 16_000,
    written: true,
  },
  {
    name: 'a rate limit that lasts longer, which is not waited for',
    faults: [{ kind: 'secondary-rate-limit', ...gitHub, times: 1, retryAfterSeconds: 45 }],
    least: 0,
    written: false,
  },
  {
    name: 'answers that are lost, though the comment is written',
    faults: [{ kind: 'connection-reset', when: 'after-effect', operations: ['issues/create-comment'] }],
    least: 0,
    written: true,
  },
])('the comment outlasts $name: $written', async ({ faults, least, written }) => {
  const played = await plan({ faults })
  expect(commentsOf(played)).toHaveLength(written ? 1 : 0)
  expect(text(played).includes('not kept up to date')).toBe(!written)
  expect(played.took).toBeGreaterThanOrEqual(least)
  expect(played.took).toBeLessThan(45_000)
})

test('a GitHub that does not answer is tried for half a minute, then left', async () => {
  const played = await plan({ faults: [{ kind: 'server-error', ...gitHub }] })
  expect(played.took).toBeGreaterThan(25_000)
  expect(played.took).toBeLessThan(45_000)
})

test('a canceled workflow does not wait for GitHub', async () => {
  const played = await plan({ faults: [{ kind: 'server-error', ...gitHub }], cancelAfter: 5_000 })
  expect(played.took).toBeLessThan(6_000)
})
