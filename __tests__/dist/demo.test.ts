/** The committed bundles, as people run them: every scenario through dist/index.js in a process of its own. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'

const execute = promisify(execFile)
const demo = (...args: string[]) => execute(process.execPath, ['dist/simulator/main.js', 'demo', ...args])

test.each(Object.values(scenarios))('demo $name tells the truth: $outcome', async ({ name, outcome }) => {
  const { stdout } = await demo(name)
  expect(stdout).toContain(`✓ ${name}: the outcome is ${outcome}, which is the truth`)
})

test('demo without a name plays the incident and shows reason, both revisions and the one that serves', async () => {
  const { stdout } = await demo()
  expect(stdout).toContain('✗ rolled-back: web:8 did not become healthy; web:7 serves.')
  expect(stdout).toContain('Task failed ELB health checks')
  expect(stdout).toMatch(/tried +\| +\[`web:8`\]/)
  expect(stdout).toMatch(/serves\*\* +\| +\*\*\[`web:7`\]/)
})
