import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { issueComment, pullRequest } from '../../../../simulator/scenarios/code-repository.js'
import { readPullRequest } from '../../../../src/adapters/runner/pull-request-event.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'event-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const head = '4d0c1b2a3f4e5d6c7b8a99887766554433221100'
const { payload } = pullRequest(17)
const fork = pullRequest(17, 'fork').payload

test.each([
  { name: 'a pull request', event: 'pull_request', text: JSON.stringify(payload), fork: false },
  { name: 'one from a fork', event: 'pull_request', text: JSON.stringify(fork), fork: true },
  {
    name: 'one with what the base may',
    event: 'pull_request_target',
    text: JSON.stringify(fork),
    fork: false,
  },
])('$name', ({ event, text, fork }) => {
  const file = join(folder, 'event.json')
  writeFileSync(file, text)
  expect(readPullRequest(event, file)).toStrictEqual({ head, pullRequest: { number: 17, fork } })
})

test.each([
  { on: 'pull-request', expected: { head: undefined, pullRequest: { number: 17, fork: false } } },
  { on: 'issue', expected: undefined },
] as const)('a comment on a $on', ({ on, expected }) => {
  const file = join(folder, 'event.json')
  writeFileSync(file, JSON.stringify(issueComment(17, on).payload))
  expect(readPullRequest('issue_comment', file)).toStrictEqual(expected)
})

test.each([
  {
    name: 'a review',
    event: 'pull_request_review',
    text: JSON.stringify(payload),
    expected: { head, pullRequest: undefined },
  },
  { name: 'a push', event: 'push', text: '{"after":"x"}', expected: undefined },
  { name: 'a file that is broken', event: 'pull_request', text: '{', expected: undefined },
])('$name does not concern a pull request', ({ event, text, expected }) => {
  const file = join(folder, 'event.json')
  writeFileSync(file, text)
  expect(readPullRequest(event, file)).toStrictEqual(expected)
})

test('a missing file means no event', () => {
  expect(readPullRequest('push', undefined)).toBeUndefined()
})
