/** After the rollout, an address proves that the new revision answers, or does not. */
import { describe, expect, test } from '@jest/globals'
import type { HostAnswer } from '../../simulator/ecs/resources/hosts.js'
import { replayBlueGreenHistory } from '../../simulator/scenarios/blue-green-service.js'
import { commit, imageOf, workingSoftware } from '../../simulator/scenarios/web-service.js'
import { changesIn, type Played } from '../support/play.js'
import { complaints } from '../support/schemas.js'
import {
  onceVerifying,
  pagesRequested,
  playVerification,
  type VerificationStory,
} from '../support/verification-stories.js'
import { text, update, verdict } from '../support/web-stories.js'

const page = (status: number, body = '', location?: string): HostAnswer => ({
  status,
  body,
  ...(location === undefined ? {} : { location }),
})
const good = page(200, `{"commit":"${commit}"}`)
const token = 'tok-5f1d8c3e9a7b42d6'

const resultOf = ({ outputs }: Played) => JSON.parse(outputs.result ?? '')

function expectRed(played: Played, why: RegExp): void {
  expect(played.passed).toBe(false)
  expect(played.outputs).toMatchObject({ outcome: 'failed', 'failure-class': 'verification' })
  expect(played.outputs['failure-reason']).toMatch(why)
  expect(resultOf(played).verification).toMatchObject({
    result: 'failed',
    reason: expect.stringMatching(why),
  })
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
  expect(changesIn(played.requests)).toStrictEqual(['RegisterTaskDefinition', 'UpdateService'])
  expect(verdict(played)).toContain('ECS completed the deployment of web:8, but its verification failed')
}

test('the new revision answers: green, and the report says what proved it', async () => {
  const played = await playVerification({})
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', 'failure-class': '' })
  expect(pagesRequested(played)).toStrictEqual(['/version', '/version', '/version'])
  expect(verdict(played)).toMatch(/^✓ succeeded: web:8 serves, .*, and is verified\.$/m)
  expect(played.summary).toMatch(/^Verified by http.*web\.example\.com\/version \(3 requests in 0:10\)\.$/m)
  expect(resultOf(played).verification).toStrictEqual({
    result: 'verified',
    reason: null,
    url: { url: 'http://web.example.com/version', requests: 3, seconds: 10 },
    task: null,
  })
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
})

test.each<VerificationStory & { readonly name: string; readonly requests: number }>([
  {
    name: 'an answer that takes a while to become good',
    answer: ({ nth }) => (nth < 5 ? page(503) : good),
    requests: 7,
  },
  {
    name: 'a wrong answer between good ones: they must be in a row',
    answer: ({ nth }) => (nth === 3 ? page(502) : good),
    requests: 6,
  },
  {
    name: 'another status that is expected, although it is a redirect',
    answer: () => page(302, '', 'https://login.example.com/'),
    inputs: { 'verify-status': '302', 'verify-contains': '' },
    requests: 3,
  },
  {
    name: 'a redirect on the same host',
    answer: ({ path }) => (path === '/version' ? page(301, '', '/v/') : good),
    requests: 6,
  },
  {
    name: 'one answer is enough, if the user says so',
    answer: () => good,
    inputs: { 'verify-successes': '1', 'verify-for-seconds': '1' },
    requests: 1,
  },
  {
    name: 'a lost connection in between',
    faults: [{ kind: 'connection-reset', services: ['web'], times: 2 }],
    requests: 5,
  },
])('verified: $name', async ({ name: _, requests, ...story }) => {
  const played = await playVerification(story)
  expect(played.outputs.outcome).toBe('succeeded')
  expect(pagesRequested(played)).toHaveLength(requests)
})

test.each<VerificationStory & { readonly name: string; readonly why: RegExp }>([
  {
    name: 'another status',
    answer: () => page(404, 'no such page'),
    why: /404 instead of 200: "no such page"/,
  },
  {
    name: 'the revision that served before answers',
    answer: () => page(200, '{"commit":"1f3c9e0"}'),
    why: /200, but without the text "9be21c4": "{"commit":"1f3c9e0"}" \(24 of 24 requests in 1:55\)/,
  },
  {
    name: 'the time is up in the middle of the last request, which says less than those before',
    answer: () => page(500, 'no'),
    inputs: { 'verify-interval-seconds': '7' },
    faults: [{ kind: 'trickling-response', services: ['web'], skip: 17 }],
    why: /500 instead of 200: "no" \(17 of 17 requests in /,
  },
  {
    name: 'every other answer is wrong, although most targets would be right',
    answer: ({ nth }) => (nth % 3 === 0 ? page(500) : good),
    why: /500 instead of 200 \(8 of 24 requests/,
  },
  {
    name: 'a redirect to another host, of which no more than the name is shown',
    answer: () => page(302, '', `https://login.example.com/${token}?state=${token}`),
    why: /302 to https:\/\/login\.example\.com\/, another host, which is not followed/,
  },
  { name: 'a redirect in circles', answer: () => page(301, '', '/version'), why: /more than 5 redirects/ },
  {
    name: 'a redirect to what is no address',
    answer: () => page(301, '', 'ftp://web.example.com/'),
    why: /301 to an address that is neither https:\/\/ nor http:\/\//,
  },
  {
    name: 'a redirect with a password',
    answer: () => page(301, '', `http://admin:${token}@web.example.com/`),
    why: /an address with credentials, which is not followed/,
  },
  {
    name: 'a name that nobody knows',
    inputs: { 'verify-url': 'http://nobody.example.com/' },
    why: /http:\/\/nobody\.example\.com\/: getaddrinfo ENOTFOUND nobody\.example\.com/,
  },
  {
    name: 'an answer that trickles',
    faults: [{ kind: 'trickling-response', services: ['web'] }],
    inputs: { 'verify-for-seconds': '60' },
    why: /the response did not end/,
  },
  {
    name: 'an answer without an end',
    faults: [{ kind: 'endless-response', services: ['web'] }],
    why: /the response did not end/,
  },
  {
    name: 'a page with commands, markup and a secret',
    answer: () =>
      page(
        500,
        `<script>\u202e::error::x</script>\n<b>AWS_SECRET_ACCESS_KEY=${token}</b> ${'x'.repeat(5_000)}`,
      ),
    why: /500 instead of 200: "[^<>]{1,120}"/,
  },
])('failed: $name', async ({ name: _, why, ...story }) => {
  const played = await playVerification(story)
  expectRed(played, why)
  const shown = [
    text(played),
    played.summary,
    ...Object.values(played.outputs),
    JSON.stringify(played.annotations),
  ]
  for (const one of shown) expect(one).not.toContain(token)
  expect(played.log.some(line => line.startsWith('::'))).toBe(false)
})

test('a query is requested and never shown, not even if the page quotes it', async () => {
  const played = await playVerification({
    inputs: { 'verify-url': `http://web.example.com/version?key=${token}#part` },
    answer: ({ query }) => page(403, `not allowed: ${query} (${token})`),
  })
  expectRed(played, /version\?…: 403 instead of 200: "not allowed: \*\*\*/)
  expect(played.requests.find(({ service }) => service === 'web')?.input).toMatchObject({
    query: `key=${token}`,
  })
  const shown = [
    text(played),
    played.summary,
    ...Object.values(played.outputs),
    JSON.stringify(played.annotations),
  ]
  for (const one of shown) expect(one).not.toContain(token)
})

describe('nothing is requested', () => {
  test.each<VerificationStory & { readonly name: string; readonly outcome: string; readonly says: RegExp }>([
    {
      name: 'in a dry run, which says what would be',
      inputs: { 'dry-run': 'true' },
      outcome: 'planned',
      says: /verify {6}GET http:\/\/web\.example\.com\/version: 200 with "9be21c4", 3 times in a row within 120 s, 5 s apart/,
    },
    {
      name: 'if the rollout failed',
      software: { exitsAfterSeconds: 1, exitCode: 1 },
      outcome: 'rolled-back',
      says: /exited with code 1/,
    },
    {
      name: 'if the service wants no task',
      inputs: { 'desired-count': '0' },
      outcome: 'idle',
      says: /⚠ The verification was not performed, because the service wants no task\./,
    },
    {
      name: 'if the watch ends before the deployment',
      inputs: { 'wait-until': 'BAKE_TIME' },
      setUp: world => {
        replayBlueGreenHistory(world, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 })
        world.images.add(imageOf(commit), workingSoftware)
      },
      outcome: 'started',
      says: /⚠ The verification was not performed, because the deployment has not completed\./,
    },
    {
      name: 'if nobody watches',
      inputs: { 'wait-for-service-stability': 'false' },
      outcome: 'started',
      says: /⚠ verify-url is set, but has no effect: the deployment is not watched\./,
    },
    {
      name: 'if there is nothing new',
      inputs: { image: '', 'container-name': '', 'task-definition': '', 'skip-unchanged': 'true' },
      outcome: 'no-change',
      says: /ℹ Nothing is verified, because there is nothing new to deploy\./,
    },
  ])('$name', async ({ name: _, outcome, says, ...story }) => {
    const played = await playVerification(story)
    expect(played.outputs.outcome).toBe(outcome)
    expect(pagesRequested(played)).toStrictEqual([])
    expect(text(played)).toMatch(says)
    expect(complaints('result', played.outputs.result)).toStrictEqual([])
    if (played.outputs.plan) expect(complaints('plan', played.outputs.plan)).toStrictEqual([])
  })
})

test('a cancellation while it verifies says that the deployment has completed', async () => {
  const played = await playVerification({ answer: () => page(503), cancelAfter: 180_000 })
  expect(played.outputs.outcome).toBe('cancelled')
  expect(verdict(played)).toContain(
    'the workflow was cancelled while web:8 was being verified; its deployment has completed',
  )
  expect(resultOf(played).verification).toMatchObject({
    result: 'cancelled',
    reason: 'the workflow was canceled',
  })
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
})

test.each([
  { name: 'good answers are not ours', answer: () => good },
  { name: 'wrong ones are not ours either', answer: () => page(500) },
])('somebody else deploys meanwhile: $name', async ({ answer }) => {
  const played = await playVerification({
    answer,
    onAnswered: onceVerifying(world => update(world, { taskDefinition: 'web:6' })),
  })
  expect(played.outputs.outcome).toBe('superseded')
  expect(verdict(played)).toMatch(
    /another deployment, ecs-svc\/\d+ of web:6, took over right after web:8 had completed/,
  )
  expect(resultOf(played).verification.result).toBe('superseded')
})

test('tasks raised for the rollout answer before the desired count is restored', async () => {
  const played = await playVerification({
    also: world => update(world, { desiredCount: 0 }),
    inputs: { 'bump-desired-count': '1' },
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(pagesRequested(played)).toHaveLength(3)
  expect(verdict(played)).toContain('web:8 came up')
})

test.each([{}, { 'dry-run': 'true' }])(
  'the plan names no verification of what is not watched: %j',
  async inputs => {
    const played = await playVerification({ inputs: { 'wait-for-service-stability': 'false', ...inputs } })
    expect(played.log.join('\n')).not.toMatch(/^ +verify /m)
    expect(verdict(played)).toMatch(/verify-url is set, but has no effect: the deployment is not watched/)
    expect(JSON.parse(played.outputs.plan || '{}').verification ?? null).toBeNull()
  },
)
