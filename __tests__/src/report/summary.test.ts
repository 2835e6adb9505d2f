import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { describe, expect, test } from '@jest/globals'
import { summarize } from '../../../src/report/summary.js'
import { aHostileOutcome, outcomes } from '../../support/outcomes.js'

const commit = '9be21c4a1b2c3d4e5f60718293a4b5c6d7e8f901'

describe('the summary of a run', () => {
  test.each(Object.entries(outcomes).map(([name, outcome]) => ({ name, outcome })))(
    '$name',
    ({ name, outcome }) => {
      const golden = `__tests__/golden/${name}.md`
      const markdown = summarize(outcome, commit)
      if (env.UPDATE_GOLDEN === '1') writeFileSync(golden, markdown)
      expect(markdown).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : `no file ${golden}`)
    },
  )
})
