/** Summaries of what no service does every day, and of texts that somebody made to break them. */
import { expect, test } from '@jest/globals'
import type { Rollout } from '../../../src/core/outcome/rollout.js'
import { summarize } from '../../../src/report/summary/summary.js'
import { anAlarm } from '../../support/alarm-builders.js'
import { aFailureGroup, anOutcome } from '../../support/rollout-builders.js'
import { aTarget, revisionArn } from '../../support/service-builders.js'
import { taskArn } from '../../support/task-builders.js'
import { anAlarmWithText, anOutcomeWithText, aRefusalWithText } from '../../support/untrusted-text.js'

const rolledBack = (rollout: Partial<Rollout>) =>
  summarize(anOutcome({ kind: 'rolled-back', serving: revisionArn('web:7') }, rollout), {
    run: {},
    history: undefined,
  })

const megabyte = 1_048_576

test('5,000 failed tasks for as many reasons, 10,000 lines of log, 100 alarms, endless texts: the summary has room', () => {
  const long = 'x'.repeat(100_000)
  const failures = Array.from({ length: 5_000 }, (_, nth) =>
    aFailureGroup({
      reason: `${nth} ${long}`,
      tasks: [taskArn(nth.toString(16).padStart(8, '0'))],
    }),
  )
  const target = aTarget({ state: 'unhealthy', description: long })
  const markdown = rolledBack({
    failures,
    failedTasks: 5_000,
    targets: [{ at: 1, group: long, targets: Array.from({ length: 1_000 }, () => target) }],
    timeline: Array.from({ length: 10_000 }, (_, at) => ({ at, text: `${at} ${long}` })),
    logs: Array.from({ length: 12 }, () => ({
      task: taskArn('3e7a1395'),
      container: 'app',
      location: undefined,
      log: { kind: 'read' as const, lines: Array.from({ length: 10_000 }, () => 'é'.repeat(400)) },
    })),
  })
  expect(Buffer.byteLength(markdown)).toBeLessThan(megabyte)
  expect(markdown).toContain('The rest is omitted: it would exceed the size limit.')
  expect(markdown).toContain('4900 more are omitted.')
})

test('100 events and 100 alarms with the longest names and reasons of AWS are all reported', () => {
  const alarms = Array.from({ length: 100 }, (_, nth) => `${nth}`.padEnd(255, 'é'))
  const reason = '|'.repeat(1_023)
  const markdown = rolledBack({
    alarms,
    alarmDetails: new Map(alarms.map(name => [name, anAlarm({ reason })])),
    timeline: Array.from({ length: 100 }, (_, at) => ({ at, text: `${at} ${'`'.repeat(1_000)}` })),
  })
  expect(Buffer.byteLength(markdown)).toBeLessThan(megabyte)
  expect(markdown).not.toContain('omitted')
  expect(markdown.split('\n').find(line => line.startsWith('**Why'))).toContain(
    ' and 90 more were triggered: 0',
  )
})

const nasty = [
  '<script>alert(1)</script>',
  '</details></td></table>',
  '::error::owned',
  '```\n# a title\n```',
  '| a | b |',
  '![x](https://evil.example/x.png) [y](javascript:alert(1))',
  '@octocat #17 https://evil.example',
  '`code` **bold** ~~no~~',
  '::add-mask::e',
  '##[error]owned',
  '%0A::error::owned',
  'web:`id` | <script>x</script>\n::error::owned',
]

test.each(nasty)('a reason, an event or a log line cannot break out: %s', text => {
  const markdown = rolledBack({
    failures: [aFailureGroup({ reason: text, container: text, exitCode: 1 })],
    failedTasks: 1,
    timeline: [{ at: 1, text }],
    logs: [
      {
        task: taskArn('3e7a1395'),
        container: 'app',
        location: undefined,
        log: { kind: 'read', lines: text.split('\n') },
      },
    ],
  })
  const [outside, inside] = apart(markdown)
  expect(inside.join('\n')).toContain(text)
  expect(outside).not.toContain('\n::error')
  contains(markdown)
})

test.each(nasty)(
  'no name of an image, an alarm or a container, and no reason of an alarm breaks out: %s',
  text => {
    const told = { run: { commit: text, repository: text, actor: text }, history: undefined }
    for (const outcome of [anOutcomeWithText(text), anAlarmWithText(text), aRefusalWithText(text)]) {
      const markdown = summarize(outcome, told)
      contains(markdown)
      // Who leaves a text out has nothing to contain.
      expect(lettersOf(markdown)).toContain(lettersOf(text))
    }
  },
)

/** What is left of a text however it is escaped. */
function lettersOf(text: string): string {
  return text.replace(/&\w+;|[^a-z]/g, '')
}

/** Nothing of what others wrote is markup, but for what stands in code style. */
function contains(markdown: string): void {
  const [outside] = apart(markdown)
  const unescaped = outside.replace(/\\./g, '').replace(/`[^`\n]*`/g, '')
  // What opens is closed, and nothing else.
  expect(unescaped.match(/<details>/g)?.length).toBe(unescaped.match(/<\/details>/g)?.length)
  // Inside of HTML no Markdown is read: there only brackets count.
  const withoutFolds = unescaped.replace(/^<details><summary>[^<>]*<\/summary>$/gm, '')
  for (const markup of ['<script', '</td>', '![x]', '](javascript', '@octocat', '**bold**', '\n# a'])
    expect(withoutFolds).not.toContain(markup)
}

/** Markdown outside of fenced blocks, and what stands in those. */
function apart(markdown: string): [string, string[]] {
  const outside: string[] = []
  const inside: string[] = []
  let fence: string | undefined
  for (const line of markdown.split('\n')) {
    const ticks = /^(`{3,})/.exec(line)?.[1]
    if (fence === undefined && ticks) fence = ticks
    else if (fence !== undefined && line === fence) fence = undefined
    else (fence === undefined ? outside : inside).push(line)
  }
  expect(fence).toBeUndefined()
  return [outside.join('\n'), inside]
}
