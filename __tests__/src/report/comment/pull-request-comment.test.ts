import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { describe, expect, test } from '@jest/globals'
import { type Outcome, planned } from '../../../../src/core/outcome/outcome.js'
import type { Topic } from '../../../../src/report/comment/comment-marker.js'
import { markerOf, topicName, topicOf } from '../../../../src/report/comment/comment-marker.js'
import { prComment } from '../../../../src/report/comment/pull-request-comment.js'
import { copyable, unlink, unlinked } from '../../../../src/report/markdown/markdown.js'
import { outcomes } from '../../../support/outcomes.js'
import { aPlan, aRegistration, aServicePlan, complete } from '../../../support/rollout-builders.js'
import { aRefusalWithText, untrustedText } from '../../../support/untrusted-text.js'

const web: Topic = {
  targets: [{ cluster: 'prod', service: 'web' }],
  source: 'td.json',
  environment: undefined,
}
const commit = '9be21c4a1b2c3d4e5f60718293a4b5c6d7e8f901'
const run = 'https://github.com/octo-org/web/actions/runs/1'

function comment(outcome: Outcome, topic = web): string {
  return prComment(outcome, { topic, commit, run, region: 'eu-west-1' }) ?? ''
}

const prodWeb = { cluster: 'prod', service: 'web' }
const offline = complete(planned([prodWeb], aRegistration({ offline: [prodWeb] })), [
  { level: 'warning', text: 'There are no AWS credentials: only what can be checked was checked.' },
])

describe('the comment on a pull request', () => {
  const all = Object.entries({ ...outcomes, 'planned-unseen': offline })
  const commented = all.flatMap(([name, outcome]) => (comment(outcome) === '' ? [] : [{ name, outcome }]))
  test.each(commented)('$name', ({ name, outcome }) => {
    const golden = `__tests__/golden/comments/${name}.md`
    const markdown = comment(outcome)
    if (env.UPDATE_GOLDEN === '1') writeFileSync(golden, markdown)
    expect(markdown).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : `no file ${golden}`)
  })

  test('is written for plans and refusals', () => {
    const names = new Set(commented.map(({ outcome }) => outcome.name))
    expect([...names].sort()).toStrictEqual(['planned', 'refused'])
  })
})

const target = { cluster: 'prod', service: 'web' }
const arn = 'arn:aws:ecs:eu-west-1:123456789012'
const file = { kind: 'file', path: 'td.json' } as const

test.each([
  { name: 'a service', topic: topicOf([target], file, undefined), marker: 'prod/web', title: 'web on prod' },
  {
    name: 'the same by ARN',
    topic: topicOf([{ cluster: `${arn}:cluster/prod`, service: `${arn}:service/prod/web` }], file, undefined),
    marker: 'prod/web',
    title: 'web on prod',
  },
  {
    name: 'one in an environment',
    topic: topicOf([target], file, 'staging'),
    marker: 'prod/web/staging',
    title: 'web on prod (staging)',
  },
  {
    name: 'several services',
    topic: topicOf([target, { cluster: 'prod', service: 'worker' }], file, undefined),
    marker: 'prod/web%2Cworker',
    title: 'web and worker on prod',
  },
  {
    name: 'a revision alone',
    topic: topicOf([], { kind: 'file', path: 'deploy/td.json' }, undefined),
    marker: '/deploy%2Ftd.json',
    title: 'revision from deploy/td.json',
  },
  {
    name: 'a name that would end the line',
    topic: topicOf([{ cluster: 'a --> b', service: 'x\ny' }], file, '\ud800'),
    marker: 'a%20--%3E%20b/x%0Ay/%EF%BF%BD',
    title: 'x\ny on a --> b (\ud800)',
  },
])('$name is marked by $marker', ({ topic, marker, title }) => {
  expect(markerOf(topic)).toBe(`<!-- ecs-safe-deploy ${marker} -->`)
  expect(topicName(topic)).toBe(title)
})

test.each([
  { text: 'ask @octocat', quiet: 'ask @\u200boctocat' },
  { text: 'fixes #12, octo/web#3', quiet: 'fixes #\u200b12, octo/web#\u200b3' },
  { text: 'GH-7 and gh-8', quiet: 'GH-\u200b7 and gh-\u200b8' },
  { text: 'high-7', quiet: 'high-7' },
  { text: 'web:9be21c4', quiet: 'web:9be21c\u200b4' },
  { text: 'only six: 9be21c', quiet: 'only six: 9be21c' },
  { text: 'a'.repeat(40), quiet: `${'aaaaaa\u200b'.repeat(6)}aaaa` },
])('GitHub makes no link of "$text"', ({ text, quiet }) => {
  expect(unlink(text)).toBe(quiet)
  const shown = unlinked(text).replaceAll('&#64;', '@')
  expect(shown).not.toMatch(/@\w|#\d|\bgh-\d|[0-9a-f]{7}/i)
})

test.each([
  { text: 'container app: web:9be21c4 has no digest', shown: 'container app: `web:9be21c4` has no digest' },
  { text: 'back to web:7 (host:5000/a/web:9be21c4).', shown: 'back to `web:7` (`host:5000/a/web:9be21c4`).' },
  { text: 'at 9be21c4, so', shown: 'at `9be21c4`, so' },
  { text: `web@sha256:${'a'.repeat(64)}`, shown: `\`web@sha256:${'a'.repeat(64)}\`` },
  { text: 'ask @octocat', shown: 'ask &#64;\u200boctocat' },
  { text: 'x`web:7`', shown: 'x\\`web:7\\`' },
])('text to copy from "$text" is unchanged', ({ text, shown }) => {
  expect(copyable(text)).toBe(shown)
})

test('an account number is not a commit', () => {
  expect(unlink('of account 123456789012')).toBe('of account 123456789012')
})

/** What is left of a line without code spans, and without the markup that the comment itself uses. */
function bare(line: string): string {
  return line
    .replace(/^<details><summary>[^<>]*<\/summary>$|^<\/details>$|^<!-- \S+ \S+ -->$/, '')
    .replace(/^\[The (?:whole plan|run)\]\(\S+\)$/, '')
    .replace(/`[^`]*`/g, '')
    .replaceAll('&#64;', '@')
    .replace(/^\*\*|\*\*(?= · )/g, '')
    .replace(/\\./g, '')
}

test('no text from elsewhere becomes markup, a mention or a link', () => {
  const text = `${untrustedText} @octocat fixes #12 GH-7 ${commit} --> </details>`
  const outcome = aRefusalWithText(text)
  const lines = comment(
    { ...outcome, notices: [{ level: 'warning', text }] },
    { targets: [], source: text, environment: text },
  )
  const harmless = comment({
    ...aRefusalWithText('x'),
    notices: [{ level: 'warning', text: 'x' }],
  })
  expect(lines.split('\n').length).toBe(harmless.split('\n').length)
  expect(lines.match(/error::z/g)?.length).toBeGreaterThan(5)
  const bad = /[<`*[]|@\w|#\d|GH-\d|[0-9a-f]{7}|:\/\/|^::/
  expect(
    lines
      .split('\n')
      .map(bare)
      .filter(line => bad.test(line)),
  ).toStrictEqual([])
})

test.each([
  { name: 'many changes', changes: 5_000, checks: 0, text: 'x'.repeat(300) },
  { name: 'many checks', changes: 10, checks: 500, text: '@'.repeat(5_000) },
  { name: 'both', changes: 5_000, checks: 500, text: '<😀>'.repeat(2_000) },
])('$name fit into the limit of GitHub, with a note about the rest', ({ changes, checks, text }) => {
  const service = aServicePlan({
    changes: Array.from({ length: changes }, (_, i) => ({ sign: '+' as const, path: `app.${i}`, to: text })),
  })
  const plan = aPlan({
    services: [service],
    checks: Array.from({ length: checks }, () => ({
      id: 'image-moves' as const,
      result: 'warning' as const,
      text,
      next: text,
    })),
  })
  const markdown = comment(complete(planned([prodWeb], plan)))
  expect(markdown.length).toBeGreaterThan(30_000)
  expect(markdown.length).toBeLessThanOrEqual(65_536)
  expect(markdown).toMatch(/- … \d+ more omitted here\n/)
  expect(markdown.trimEnd().split('\n').slice(-3).join('\n')).toBe(`</details>\n\n[The whole plan](${run})`)
})
