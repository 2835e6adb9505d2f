/** What people read of a verification: summaries as golden files, and the last lines of the log. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { expect, test } from '@jest/globals'
import { annotations } from '../../../src/report/annotations/annotations.js'
import { verdictText } from '../../../src/report/log/verdict-lines.js'
import { outputs } from '../../../src/report/outputs/outputs.js'
import { summarize } from '../../../src/report/summary/summary.js'
import { reportContextOf, thisRun } from '../../support/report-context.js'
import { complaints } from '../../support/schemas.js'
import { verificationOutcomes } from '../../support/verification-outcomes.js'

const verdicts: Readonly<Record<keyof typeof verificationOutcomes, RegExp>> = {
  'succeeded-verified': /^✓ succeeded: web:8 serves, 2 of 2 running, after 3:24, and is verified\.$/,
  'failed-verification':
    /^❓ failed: .* its verification failed, and nothing rolls it back; web:8 serves\.$/m,
  'failed-verification-unproven':
    /and nothing rolls it back, because nothing proves it wrong; web:8 serves\.$/m,
  'failed-verification-denied':
    /and it was not rolled back because the role deploy may not call .*; web:8 serves\.$/m,
  'rolled-back-verification':
    /^❓ rolled-back: web:8 failed its verification and was rolled back; web:7 serves\.$/m,
  'cancelled-verification': /while web:8 was being verified; its deployment has completed\.$/m,
}

const named = Object.entries(verificationOutcomes).map(([name, outcome]) => ({ name, outcome }))

test.each(named)('$name', ({ name, outcome }) => {
  const markdown = summarize(outcome, reportContextOf(outcome))
  const golden = `__tests__/golden/verification/${name}.md`
  if (env.UPDATE_GOLDEN === '1') writeFileSync(golden, markdown)
  expect(markdown).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : `no file ${golden}`)
  const { annotation, lines } = verdictText(outcome)
  expect([...(annotation === undefined ? [] : [annotation]), ...lines].join('\n')).toMatch(
    verdicts[name] ?? /^$/,
  )
  expect(complaints('result', outputs(outcome, thisRun).result)).toStrictEqual([])
  expect(JSON.stringify(annotations(outcome))).not.toContain('undefined')
})
