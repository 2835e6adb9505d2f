import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { describe, expect, test } from '@jest/globals'
import type { ServicePlan } from '../../../../src/core/plan/plan.js'
import { defaultBreaker } from '../../../../src/core/settings/breaker.js'
import type { TimelineEntry } from '../../../../src/core/watch/timeline-event.js'
import { summarize } from '../../../../src/report/summary/summary.js'
import { unhealthy } from '../../../support/failing-rollouts.js'
import { outcomes } from '../../../support/outcomes.js'
import { reportContextOf, thisRun } from '../../../support/report-context.js'
import {
  anOutcome,
  aServicePlan,
  aTracked,
  breakerChange,
  serving,
} from '../../../support/rollout-builders.js'
import { revisionArn } from '../../../support/service-builders.js'
import { severalOutcomes } from '../../../support/several-outcomes.js'
import { taskArn } from '../../../support/task-builders.js'
import { taskOutcomes } from '../../../support/task-outcomes.js'
import {
  anAlarmWithText,
  anOutcomeWithText,
  aRefusalWithText,
  untrustedText,
} from '../../../support/untrusted-text.js'

describe('the summary of a run', () => {
  test.each(
    Object.entries({ ...outcomes, ...severalOutcomes, ...taskOutcomes }).map(([name, outcome]) => ({
      name,
      outcome,
    })),
  )('$name', ({ name, outcome }) => {
    const golden = `__tests__/golden/${name}.md`
    const markdown = summarize(outcome, reportContextOf(outcome))
    if (env.UPDATE_GOLDEN === '1') writeFileSync(golden, markdown)
    expect(markdown).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : `no file ${golden}`)
  })
})

/** What stands in a fenced block is no Markdown; bounds.test.ts sees that none is left open. */
function withoutBlocks(markdown: string): string {
  // An alarm with an unusual name has no command.
  return markdown.replace(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm, '').replace(/\n{3,}/g, '\n\n')
}

/** Inside of HTML no Markdown is read: there only brackets count. */
function withoutFolds(line: string): string {
  return line.replace(/^<details><summary>[^<>]*<\/summary>$/, '')
}

/** Blocks of JSON hold whatever they like, as long as they are whole. */
function withoutJson(markdown: string): string {
  return markdown.replace(/^```json\n([\s\S]*?)\n```$/gm, (_, block: string) => {
    JSON.parse(block)
    return ''
  })
}

/** What is left of a line without code spans and the markup that the report itself uses. */
function bare(line: string): string {
  return line
    .replace(/\]\(https:\/\/[a-z0-9-]+\.console\.aws\.amazon\.com\/[^()\s`*@[\]|]*\)/g, '')
    .replace(/\]\(https:\/\/github\.com\/octo\/web\/commit\/[0-9a-f]{40}\)/g, '')
    .replace(/\[?`[^`]*`/g, '')
    .replace(/<\/?(?:br|details|summary)>/g, '')
    .replace(/\\[\\`*_[\]|~#$:.]/g, '')
    .replace(/\*\*(?:serves|Why(?: \(\))?:|Next:|)\*\*/g, '')
}

test.each([
  { name: 'an ended deployment', saying: anOutcomeWithText },
  { name: 'an alarm', saying: anAlarmWithText },
  { name: 'a refusal', saying: aRefusalWithText },
])('in the summary of $name no text from elsewhere becomes markup', ({ saying }) => {
  const linesOf = (text: string) =>
    withoutBlocks(withoutJson(summarize(saying(text), { run: thisRun, history: undefined })))
      .split('\n')
      .map(withoutFolds)
  const harmless = linesOf('x')
  const lines = linesOf(untrustedText)
  expect(lines.length).toBe(harmless.length)
  expect(lines.filter(line => line.includes('error::z')).length).toBeGreaterThan(3)
  const cells = (line: string) => line.replace(/\\./g, '').split('|').length
  expect(lines.map(cells)).toStrictEqual(harmless.map(cells))
  expect(lines.map(bare).filter(line => /[<`*@[]|:\/\/|^::/.test(line.replace(/^- \*\*/, '')))).toStrictEqual(
    [],
  )
})

test('a list that is longer than people read is cut, and says by how much', () => {
  const entries = Array.from({ length: 130 }, (_, i) => ({ at: i * 1_000, text: `look ${i}` }))
  const lines = summarize(anOutcome({ kind: 'succeeded', running: 2 }, { timeline: entries }), {
    run: thisRun,
    history: undefined,
  }).split('\n')
  expect([
    lines.filter(line => line.includes('| look ')).length,
    lines.filter(line => line.includes('look 129')).length,
    lines.filter(line => line.includes('30 more are omitted')),
  ]).toStrictEqual([100, 1, ['30 more are omitted.']])
})

test.each([
  { name: 'as many as the limit', failed: 6, ids: 6, ends: /`0000000[0-9a-f]` \| / },
  { name: 'more', failed: 9, ids: 6, ends: /`0000000[0-9a-f]` and 3 more \| / },
])('tasks that failed alike are named: $name', ({ failed, ids, ends }) => {
  const tasks = Array.from({ length: failed }, (_, nth) => taskArn(`${nth}`.padStart(8, '0')))
  const failures = [{ ...unhealthy, tasks }]
  const markdown = summarize(anOutcome({ kind: 'failed', running: 0, reason: '' }, { failures }), {
    run: thisRun,
    history: undefined,
  })
  const row = markdown.split('\n').find(line => line.startsWith(`| ${failed} | `)) ?? ''
  expect(row.match(/`0000000[0-9a-f]`/g)).toHaveLength(ids)
  expect(row).toMatch(ends)
})

const on = { ...defaultBreaker, enable: true, rollback: true }
const switchedOn = aServicePlan()
const asBefore = aServicePlan({ settings: breakerChange(on, on) })
const counts: TimelineEntry = { at: 1_000, text: '', event: { kind: 'breaker', failures: 1, threshold: 3 } }

test.each<{ name: string; plan: ServicePlan; entries?: TimelineEntry[]; says: RegExp }>([
  { name: 'if it is switched on', plan: switchedOn, says: /^- Circuit breaker: off → on/m },
  { name: 'if it counted', plan: asBefore, entries: [counts], says: /^- Circuit breaker, unchanged: on/m },
  {
    name: 'where nothing else is',
    plan: { ...asBefore, changes: [] },
    says: /^- Circuit breaker, unchanged: on/m,
  },
])('the circuit breaker is among the changes $name', ({ plan, entries = [], says }) => {
  const outcome = anOutcome({ kind: 'failed', running: 0, reason: 'x' }, { plan, timeline: entries })
  const markdown = summarize(outcome, { run: thisRun, history: undefined })
  const [, changes = ''] = markdown.split(/<summary>(?:Changes|No change) against web:7<\/summary>/)
  expect(changes).toMatch(says)
})

test('the volume that the step gave to the service is among the changes', () => {
  const roleArn = 'arn:aws:iam::123456789012:role/ecsInfrastructureRole'
  const volumeConfigurations = [{ name: 'data', managedEBSVolume: { roleArn, sizeInGiB: 20 } }]
  const plan = aServicePlan({ update: { ...aServicePlan().update, volumeConfigurations } })
  const markdown = summarize(anOutcome({ kind: 'failed', running: 0, reason: 'x' }, { plan }), {
    run: thisRun,
    history: undefined,
  })
  expect(markdown).toMatch(/^- Volume: data: 20 GiB, with the role ecsInfrastructureRole$/m)
})

test('the revision that serves again names the deployment of this run that brought it back', () => {
  const tracked = aTracked({ deploymentId: 'ecs-svc/2', taskDefinition: revisionArn('web:7') })
  const arn = 'arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/wayBack1'
  const markdown = summarize(
    anOutcome(
      { kind: 'rolled-back', serving: revisionArn('web:7') },
      { broughtBackBy: { serviceDeploymentArn: arn, tracked }, serving: serving('web:7') },
    ),
    reportContextOf(anOutcome({ kind: 'rolled-back', serving: revisionArn('web:7') }, {})),
  )
  const row = markdown.split('\n').find(line => line.startsWith('| **[`web:7`]')) ?? ''
  expect(row).toContain('`ecs-svc/2`')
  expect(row).toContain('wayBack1')
})
