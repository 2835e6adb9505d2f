/** The committed bundles, as people run them: every scenario through dist/index.js in a process of its own. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

test('demo without a name plays the incident and shows reason, both revisions and the one that serves', async () => {
  const { stdout } = await demo()
  expect(stdout).toContain('✗ rolled-back: web:8 did not become healthy; web:7 serves.')
  expect(stdout).toContain('Task failed ELB health checks')
  expect(stdout).toMatch(/tried +\| +\[`web:8`\]/)
  expect(stdout).toMatch(/serves\*\* +\| +\*\*\[`web:7`\]/)
})

test('demo --html writes the summary as a page that needs no other file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-page-'))
  try {
    const file = join(folder, 'summary.html')
    const { stdout } = await demo('crash-at-start', '--html', file)
    expect(stdout).toContain(`written to ${file}`)
    const page = await readFile(file, 'utf8')
    expect(page).toMatch(/<h3>❌ web: rolled back/)
    expect(page).toMatch(/<style>[\s\S]*\.markdown-body[\s\S]*<\/style>/)
    expect(page).toMatch(/<pre class="mermaid">[^<]*\ngantt\n[^<]*<\/pre>/)
    expect(page).toContain('<summary>The last 8 deployments of web</summary>')
    expect(page).toContain('globalThis["mermaid"]')
    expect(page.replace(/<script>[\s\S]*?<\/script>/, '')).not.toMatch(
      /<link\b|<img\b|<script[^>]* src=|cdn\.jsdelivr\.net/,
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('demo --html with a file that cannot be written is one plain line', async () => {
  await expect(demo('code-deploy', '--html', '/nowhere/summary.html')).rejects.toMatchObject({
    code: 2,
    stderr: 'the page cannot be written: no such file or directory, /nowhere/summary.html\n',
  })
})
