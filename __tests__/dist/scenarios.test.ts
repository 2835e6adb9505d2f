/** The committed bundles, as people run them: every scenario through dist/index.js in a process of its own. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { failureStories, missingFacts } from '../support/failure-stories.js'

const execute = promisify(execFile)
const demo = (...args: string[]) => execute(process.execPath, ['dist/simulator/main.js', 'demo', ...args])

/** The job summary that the demo prints between its own headings. */
function summaryIn(stdout: string): string {
  return /── Job summary ──\n\n([\s\S]*?)\n\n── Outputs ──/.exec(stdout)?.[1] ?? ''
}

// They wait most of the time, a minute in a second: some at once.
test.concurrent.each(Object.values(scenarios))(
  'demo $name tells the truth: $outcome',
  async ({ name, outcome }) => {
    const { stdout } = await demo(name)
    expect(stdout).toContain(`✓ ${name}: the outcome is ${outcome}, as expected`)
    for (const story of failureStories.filter(({ scenario }) => scenario === name)) {
      expect(stdout).toMatch(new RegExp(`^  failure-class +${story.failureClass}$`, 'm'))
      expect(missingFacts(story, summaryIn(stdout))).toStrictEqual([])
    }
  },
)
