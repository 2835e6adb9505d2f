/** The demo of the committed bundles, as people run it. Each of its scenarios is in scenarios.test.ts. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'

const execute = promisify(execFile)
const demo = (...args: string[]) => execute(process.execPath, ['dist/simulator/main.js', 'demo', ...args])

test('demo without a name plays the incident and shows reason, both revisions and the one that serves', async () => {
  const { stdout } = await demo()
  expect(stdout).toContain('✗ rolled-back: web:8 did not become healthy; web:7 serves.')
  expect(stdout).toContain('Task failed ELB health checks')
  expect(stdout).toMatch(/\[`web:8`\][^|]*\| +rolled back after /)
  expect(stdout).toMatch(/\*\*\[`web:7`\][^|]*\| +\*\*serves\*\*, 2 of 2 healthy/)
})

test('demo --html writes the summary as a page that needs no other file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-page-'))
  try {
    const file = join(folder, 'summary.html')
    const { stdout } = await demo('crash-at-start', '--html', file)
    expect(stdout).toContain(`written to ${file}`)
    const page = await readFile(file, 'utf8')
    expect(page).toMatch(/<h3>❌ web on prod: rolled back/)
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
